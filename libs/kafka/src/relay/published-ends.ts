import { randomUUID } from 'node:crypto';
import type { Consumer } from 'kafkajs';
import type { KafkaLink } from '../kafka-link.js';
import { whileLeadersCome } from '../while-leaders-come.js';

/** One partition of a topic that the relay publishes on. */
export interface PartitionEnd {
  readonly topic: string;
  readonly partition: number;
  /** Offsets of the first message and after the last one. */
  readonly low: number;
  readonly high: number;
  /** Of the last message; undefined where there is none, or it is not the relay's. */
  readonly last?: { readonly position: number; readonly source: string; readonly id: string };
}

const patience = 15_000;

/** Where the topics end, without what stands there. */
export async function readOffsets(link: KafkaLink, topics: readonly string[]): Promise<readonly PartitionEnd[]> {
  const offsets = await link.ask((admin) =>
    whileLeadersCome(() => Promise.all(topics.map((topic) => admin.fetchTopicOffsets(topic)))),
  );
  return offsets.flatMap((partitions, index) =>
    partitions
      .map(({ partition, low, high }) => ({ topic: topics[index]!, partition, low: Number(low), high: Number(high) }))
      .sort((a, b) => a.partition - b.partition),
  );
}

/** Where the topics end, with the last event of each partition. */
export async function readEnds(link: KafkaLink, topics: readonly string[]): Promise<readonly PartitionEnd[]> {
  const offsets = await readOffsets(link, topics);
  const filled = offsets.filter(({ low, high }) => high > low);
  if (filled.length === 0) return offsets;
  const found = await lastEvents(link, filled);
  return offsets.map((end) => ({ ...end, last: found.get(placeOf(end)) }));
}

export const placeOf = ({ topic, partition }: { topic: string; partition: number }): string => `${topic}/${partition}`;

type LastEvents = Map<string, NonNullable<PartitionEnd['last']> | undefined>;

/** kafkajs reads as a group only: as one of its own, for as long as it takes. */
async function lastEvents(link: KafkaLink, ends: readonly PartitionEnd[]): Promise<LastEvents> {
  const groupId = `${link.groupOf('relay')}-${randomUUID()}`;
  const consumer = link.client.consumer({ groupId, maxWaitTimeInMs: 50, sessionTimeout: 10_000, allowAutoTopicCreation: false });
  const found: LastEvents = new Map();
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...new Set(ends.map(({ topic }) => topic))], fromBeginning: false });
    await collect(consumer, ends, found);
    return found;
  } finally {
    await consumer.disconnect().catch(() => undefined);
    await link.ask((admin) => admin.deleteGroups([groupId])).catch(() => undefined);
  }
}

function collect(consumer: Consumer, ends: readonly PartitionEnd[], found: LastEvents): Promise<void> {
  const wanted = new Map(ends.map((end) => [placeOf(end), end.high - 1]));
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the ends of the topics were not read within ${patience} ms`)), patience);
    const end = (): void => {
      clearTimeout(late);
      resolve();
    };
    const eachMessage = async ({ topic, partition, message }: Parameters<EachMessage>[0]): Promise<void> => {
      const place = placeOf({ topic, partition });
      if (Number(message.offset) < (wanted.get(place) ?? Infinity)) return;
      found.set(place, eventAtEnd(message.headers ?? {}));
      if (found.size === wanted.size) end();
    };
    const start = async (): Promise<void> => {
      await consumer.run({ autoCommit: false, eachMessage });
      for (const { topic, partition, high } of ends) consumer.seek({ topic, partition, offset: String(high - 1) });
    };
    start().catch(reject);
  });
}

type EachMessage = NonNullable<NonNullable<Parameters<Consumer['run']>[0]>['eachMessage']>;

function eventAtEnd(headers: Readonly<Record<string, unknown>>): PartitionEnd['last'] {
  const [position, source, id] = ['ce_position', 'ce_source', 'ce_id'].map((name) => headers[name]?.toString());
  if (source === undefined || id === undefined || !/^\d{1,15}$/.test(position ?? '')) return undefined;
  return { position: Number(position), source, id };
}
