import type { KafkaLink } from '../kafka-link.js';
import type { LogBehind } from '../log-behind.js';
import { publishedKinds, topicOf } from '../topic-of.js';
import { placeOf, type PartitionEnd } from './published-ends.js';

/** Offsets of a partition's first message and after its last one, as they were. */
export interface Reach {
  readonly low: number;
  readonly high: number;
}

/** By topic and partition. */
export type Reaches = Readonly<Record<string, Reach>>;

/** What a partition held is no longer there, whatever has been published since: it was made anew, or emptied. */
export const isGone = (was: Reach, { low, high }: Reach): boolean => high < was.high || (low > was.low && low >= was.high);

/** Partitions that lack what was published on them, by what was seen of them before and by what the log holds for them. */
export async function lackingPlaces(
  { link, log }: { link: KafkaLink; log: LogBehind },
  ends: readonly PartitionEnd[],
  seen: Reaches,
): Promise<ReadonlySet<string>> {
  const gone = ends.filter((end) => seen[placeOf(end)] !== undefined && isGone(seen[placeOf(end)]!, end));
  const empty: PartitionEnd[] = [];
  for (const kind of publishedKinds) {
    const ofTopic = ends.filter(({ topic }) => topic === topicOf(link.topics, kind));
    // A topic on which nothing had to be published lacks nothing.
    if (isEmptied(ofTopic) && (await log.holds(kind))) empty.push(...ofTopic.filter(({ low, high }) => low === high));
  }
  return new Set([...gone, ...empty].map(placeOf));
}

/** Made anew, or what was there is gone: it is filled again from the first position. */
const isEmptied = (ends: readonly PartitionEnd[]): boolean =>
  ends.every(({ low, high }) => low === high) || ends.some(({ low, high }) => low === high && high > 0);
