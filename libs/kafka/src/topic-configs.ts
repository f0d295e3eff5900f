import type { Topics } from '@muster/contracts';
import type { ITopicConfig } from 'kafkajs';

const day = 86_400_000;

/** A door takes JSON of 5 MB; what is larger is told so, with its beginning. An answer holds the message once more, escaped. */
const megabyte = 1_048_576;
const largest = { published: 8 * megabyte, inbound: 8 * megabyte, rejected: 16 * megabyte };

interface Kept {
  /** Milliseconds. */
  readonly keptFor: number;
  readonly largestMessage: number;
}

const topic = (name: string, numPartitions: number, { keptFor, largestMessage }: Kept): ITopicConfig => ({
  topic: name,
  numPartitions,
  // What the cluster has as its own.
  replicationFactor: -1,
  configEntries: [
    { name: 'cleanup.policy', value: 'delete' },
    { name: 'retention.ms', value: String(keptFor) },
    { name: 'max.message.bytes', value: String(largestMessage) },
  ],
});

/** What the relay publishes is kept for ever: a reader that joins late begins at position 0. */
export const topicConfigs = ({ facts, alerts, reports, inbound, rejected }: Topics, partitions: number): ITopicConfig[] => [
  topic(facts, partitions, { keptFor: -1, largestMessage: largest.published }),
  topic(alerts, partitions, { keptFor: -1, largestMessage: largest.published }),
  topic(reports, partitions, { keptFor: -1, largestMessage: largest.published }),
  topic(inbound, partitions, { keptFor: 7 * day, largestMessage: largest.inbound }),
  topic(rejected, partitions, { keptFor: 30 * day, largestMessage: largest.rejected }),
];
