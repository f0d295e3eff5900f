import type { Severity } from '../alert.js';
import type { Day } from '../day.js';
import { componentOf, type PersonnelType } from '../personnel.js';
import type { Reading } from '../reading.js';
import { ceilings, typesCounted, type Ceiling } from '../mandate/ceilings.js';
import { mandateDays, mandateEnded } from '../mandate/mandate.js';
import { headCounts, type HeadCount } from '../strength/head-count.js';
import { explainHeadCount } from '../explanation/explain-head-count.js';
import { leaf, node, type ExplanationNode } from '../explanation/node.js';
import type { Condition, Response, Span } from './rule.js';
import { spansOn } from './spans.js';

/** A line on a day: its ceiling, the types that it counts, and their head-count. */
export interface LineOnDay {
  readonly day: Day;
  readonly ceiling: Ceiling;
  readonly types: readonly PersonnelType[];
  readonly count: HeadCount | undefined;
}

export function lineOn(reading: Reading, line: string, day: Day): LineOnDay | undefined {
  const inForce = ceilings(reading).at(day);
  const ceiling = inForce.get(line);
  if (ceiling === undefined) return undefined;
  const types = typesCounted(ceiling, inForce);
  return { day, ceiling, types, count: types.length === 0 ? undefined : headCounts(reading, types).at(day) };
}

/**
 * Conditions of a ceiling line: nothing before its first ceiling, ended after the mandate, unknown without a head-count that can be
 * relied on, else what the rule makes of both readings of it.
 */
export const lineConditions = (
  reading: Reading,
  line: string,
  moreDays: readonly Day[],
  decide: (on: LineOnDay, persons: number) => Condition,
): readonly Span[] =>
  spansOn([...lineDays(reading, line), ...moreDays], reading.today, (day) => {
    const on = lineOn(reading, line, day);
    if (on === undefined) return undefined;
    if (mandateEnded(reading, day)) return { kind: 'ended', reason: 'the mandate has ended' };
    return ofBothReadings(on.count, (persons) => decide(on, persons));
  });

/** A condition that rests on a head-count is known only where it is the same with every hold kept and with every hold accepted. */
export function ofBothReadings(count: HeadCount | undefined, decide: (persons: number) => Condition): Condition {
  if (count === undefined) return { kind: 'unknown', reason: 'no return yet' };
  if (count.state === 'unknown') return { kind: 'unknown', reason: 'staff officers are counted among the troops' };
  if (count.state === 'stale') return { kind: 'unknown', reason: `the newest return is of ${count.observedOn}` };
  const kept = decide(count.persons);
  if (count.state === 'known' || count.persons === count.personsIfAccepted) return kept;
  return severityOf(kept) === severityOf(decide(count.personsIfAccepted))
    ? kept
    : { kind: 'unknown', reason: `a reading of the return of ${count.observedOn} is suspect` };
}

const severityOf = (condition: Condition): Severity | undefined => (condition.kind === 'gap' ? condition.severity : undefined);

function lineDays(reading: Reading, line: string): Day[] {
  const days = [...ceilings(reading).steps.map(([day]) => day), ...mandateDays(reading)];
  const types = new Map<string, readonly PersonnelType[]>();
  for (const [, inForce] of ceilings(reading).steps) {
    const ceiling = inForce.get(line);
    if (ceiling === undefined) continue;
    const counted = typesCounted(ceiling, inForce);
    if (counted.length > 0) types.set(counted.join(), counted);
  }
  return [...days, ...[...types.values()].flatMap((counted) => headCounts(reading, counted).steps.map(([day]) => day))];
}

/** The share that a rule compares with its thresholds, out of the ceiling and the head-count. */
export function explainLine(reading: Reading, line: string, day: Day, figure: 'missing' | 'over'): ExplanationNode {
  const { ceiling, types } = lineOn(reading, line, day)!;
  const authorized = leaf('authorized', ceiling, '/personnel');
  const deployed = explainHeadCount(reading, types, day);
  const difference = node(figure, day, 'difference', figure === 'missing' ? [authorized, deployed] : [deployed, authorized]);
  return node(`share ${figure}`, day, 'share', [difference, authorized]);
}

/** Military lines are filled by the Force Generation Service, police lines by the Police Division's Selection and Recruitment Section. */
export function lineOwner(reading: Reading, line: string): string {
  const ceiling = lineOn(reading, line, reading.today)?.ceiling;
  const type = ceiling?.data.counts[0];
  return type !== undefined && componentOf(type) === 'police' ? policeOwner : militaryOwner;
}

export const militaryOwner = 'Force Generation Service, Office of Military Affairs';
export const policeOwner = 'Selection and Recruitment Section, Police Division';

export const respondToLine = (reading: Reading, line: string, action: string): Response => ({
  action,
  owner: lineOwner(reading, line),
});
