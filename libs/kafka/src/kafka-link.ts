import { topicsUnder, wireName, type Topics } from '@muster/contracts';
import { Kafka, logLevel, type Admin, type ISocketFactory, type RetryOptions } from 'kafkajs';
import { kafkaLog } from './kafka-log.js';

export interface KafkaOptions {
  /** `host:port` each. */
  readonly brokers: readonly string[];
  /** What topics and groups begin with: `muster`, but in tests, which share a broker. */
  readonly prefix?: string;
  /** Of topics that are created; one of them is one process's at a time. */
  readonly partitions?: number;
  /** How connections are made, for tests that cut them. */
  readonly socketFactory?: ISocketFactory;
}

/** Tries of one request: about three seconds. Whoever uses the link tries again by itself, since the log has it all. */
export const fewRetries: RetryOptions = { initialRetryTime: 100, maxRetryTime: 1_000, multiplier: 1.5, retries: 5 };

const usualPartitions = 12;

/** The way to one Kafka cluster, and what is called what there. */
export class KafkaLink {
  readonly client: Kafka;
  readonly prefix: string;
  readonly topics: Topics;
  readonly partitions: number;
  readonly brokers: string;

  constructor({ brokers, prefix = wireName, partitions = usualPartitions, socketFactory }: KafkaOptions) {
    this.prefix = prefix;
    this.topics = topicsUnder(prefix);
    this.partitions = partitions;
    this.brokers = brokers.join(',');
    this.client = new Kafka({
      clientId: `${prefix}-${process.pid}`,
      brokers: [...brokers],
      connectionTimeout: 3_000,
      requestTimeout: 10_000,
      retry: fewRetries,
      logLevel: logLevel.WARN,
      logCreator: kafkaLog,
      ...(socketFactory && { socketFactory }),
    });
  }

  groupOf(reader: string): string {
    return `${this.prefix}.${reader}`;
  }

  /** What is asked of the cluster itself; connected for the question only. */
  async ask<T>(question: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = this.client.admin({ retry: fewRetries });
    try {
      await admin.connect();
      return await question(admin);
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  }
}
