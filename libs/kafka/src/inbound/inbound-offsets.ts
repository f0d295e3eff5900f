import type { KafkaLink } from '../kafka-link.js';

/** One partition of `muster.inbound`: the offset of the next message to be taken, and the one that the next message sent gets. */
export interface InboundOffsets {
  readonly partition: number;
  readonly next: number;
  readonly end: number;
}

/** How far a group has come on `muster.inbound`; what it has not begun it begins at the first message. */
export async function readInboundOffsets(link: KafkaLink, groupId: string): Promise<readonly InboundOffsets[]> {
  const { inbound } = link.topics;
  const [ends, [committed]] = await link.ask((admin) =>
    Promise.all([admin.fetchTopicOffsets(inbound), admin.fetchOffsets({ groupId, topics: [inbound] })]),
  );
  const taken = new Map(committed?.partitions.map(({ partition, offset }) => [partition, Number(offset)]));
  return ends.map(({ partition, low, high }) => {
    const [first, end, next] = [Number(low), Number(high), taken.get(partition) ?? -1];
    // An offset of what is gone, or of a topic that was made anew, is none.
    return { partition, next: next < first || next > end ? first : next, end };
  });
}
