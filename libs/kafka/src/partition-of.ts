import { Partitioners, type PartitionMetadata } from 'kafkajs';

const partition = (partitionId: number): PartitionMetadata => ({
  partitionErrorCode: 0,
  partitionId,
  leader: 0,
  replicas: [],
  isr: [],
});

const choose = Partitioners.DefaultPartitioner();

/** Where a key's messages are, of so many partitions: as every client of Kafka reckons it (murmur2). */
export const partitionOf = (key: string, partitions: number): number =>
  choose({
    topic: '',
    partitionMetadata: Array.from({ length: partitions }, (_, id) => partition(id)),
    message: { key, value: null },
  });
