import type { CorrigendumIssued, PublishedReport } from '@muster/contracts';
import { correctionsOf, lateFacts } from '@muster/force-generation';
import type { StreamEnd } from '@muster/postgres';
import { builtAt, recordOf, type Ledgers } from './built-at.js';

export interface CorrectFrom {
  /** What was published last of the month. */
  readonly last: PublishedReport;
  readonly end: StreamEnd;
  /** The day that has begun. */
  readonly on: string;
}

/**
 * The corrigendum that late facts make of what was published; undefined where they change nothing that it says: a policy that was
 * adopted meanwhile is not their doing.
 */
export function correctionOf(ledgers: Ledgers, { last, end, on }: CorrectFrom): CorrigendumIssued | undefined {
  const { month, lastPosition } = last;
  const late = lateFacts(ledgers.mission, month, { after: last.position, upTo: end.position });
  if (late.length === 0) return undefined;
  const lastEnd = { position: last.position, sequence: last.sequence, hash: last.chain };
  const was = builtAt(ledgers, { month, end: lastEnd, lastPosition, status: 'draft' });
  const is = builtAt(ledgers, { month, end, lastPosition, status: 'draft' });
  const corrects = was && is && correctionsOf(was, is, late);
  if (corrects === undefined) return undefined;
  if (was!.policy !== is!.policy) {
    const underNewPolicy = builtAt(ledgers, { month, end: lastEnd, lastPosition, status: 'draft', policyAt: end.position });
    if (correctionsOf(underNewPolicy!, is!, late) === undefined) return undefined;
  }
  const number = last.number + 1;
  const report = builtAt(ledgers, { month, end, lastPosition, status: 'corrigendum', corrigendum: number, corrects })!;
  const { changes, moreChanges, facts: causes } = corrects;
  const told = { number, corrects: last.sha256, changes: [...changes], moreChanges, causes: [...causes] };
  return { on, ...recordOf(report), ...told };
}
