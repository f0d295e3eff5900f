import { canonicalJson, sha256 } from '@muster/contracts';
import type { Monitor } from '../doors/monitor.js';
import type { RecordedFact } from '../explaining/recorded-fact.js';
import { streamFacts } from './stream-facts.js';

export interface ChainChecked {
  readonly stream: string;
  readonly events: number;
  /** What is wrong with the first event that does not fit; absent where the chain holds. */
  readonly problem?: string;
}

/** Recomputes a stream's hash chain here, from the facts as the doors show them: the log's own check is not taken on trust. */
export async function checkChain(monitor: Monitor, stream: string, position: number): Promise<ChainChecked> {
  const facts = await streamFacts(monitor, stream, position);
  const gap = facts.findIndex(({ sequence }, index) => sequence !== index + 1);
  if (gap !== -1)
    return { stream, events: facts.length, problem: `sequence ${gap + 1} is missing before position ${facts[gap]!.position}` };
  const hashes = chainOf(facts);
  const broken = await firstBroken(monitor, facts, hashes);
  if (broken === undefined) return { stream, events: facts.length };
  return { stream, events: facts.length, problem: `position ${broken.position} does not match its hash` };
}

function chainOf(facts: readonly RecordedFact[]): string[] {
  const hashes: string[] = [];
  for (const { event, recordedAt, sequence } of facts) {
    const { source, id, type, subject, data } = event;
    const previous = hashes.at(-1) ?? null;
    hashes.push(sha256(canonicalJson({ source, id, type, subject, data, recordedAt, sequence, previous })));
  }
  return hashes;
}

/** Each hash covers all before it, so the last one tells whether any is wrong, and halving finds the first. */
async function firstBroken(
  monitor: Monitor,
  facts: readonly RecordedFact[],
  hashes: readonly string[],
): Promise<RecordedFact | undefined> {
  const holds = async (index: number): Promise<boolean> => {
    const { body } = await monitor.get<RecordedFact>(`/api/facts/${facts[index]!.position}`);
    return body.hash === hashes[index];
  };
  if (facts.length === 0 || (await holds(facts.length - 1))) return undefined;
  let [low, high] = [0, facts.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await holds(middle)) low = middle + 1;
    else high = middle;
  }
  return facts[low];
}
