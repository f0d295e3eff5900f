import { randomUUID } from 'node:crypto';
import kafkajs, { Kafka, logLevel, type Consumer, type IHeaders, type Message, type Producer } from 'kafkajs';
import { until } from './until.js';

/** A message as another system sends it. */
export type OutgoingMessage = Message;

/** A message as a client of another system sees it. */
export interface SeenMessage {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string | null;
}

/** A client of the broker that is none of ours: it sends what it likes, and reads whole topics. */
export class TopicClient {
  private readonly kafka: Kafka;
  private readonly producer: Producer;
  private readonly consumers: Consumer[] = [];
  private connected: Promise<void> | undefined;

  constructor(brokers: string) {
    this.kafka = new Kafka({ clientId: 'another system', brokers: brokers.split(','), logLevel: logLevel.NOTHING });
    this.producer = this.kafka.producer({ allowAutoTopicCreation: false });
  }

  async send(topic: string, messages: Message[]): Promise<void> {
    await (this.connected ??= this.producer.connect());
    await this.producer.send({ topic, messages });
  }

  /** All that the topics hold, and what comes, once they are there; the list grows. */
  async read(...topics: string[]): Promise<readonly SeenMessage[]> {
    await until(
      'the topics are there',
      async () => (await this.topics()).filter((topic) => topics.includes(topic)).length === topics.length,
    );
    const seen: SeenMessage[] = [];
    const consumer = this.kafka.consumer({
      groupId: `reader-${randomUUID()}`,
      maxWaitTimeInMs: 100,
      maxBytesPerPartition: 16_000_000,
    });
    this.consumers.push(consumer);
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ topic, partition, message }) => {
        const { offset, key, headers = {}, value } = message;
        const text = { key: key?.toString() ?? null, headers: textOf(headers), value: value?.toString() ?? null };
        seen.push({ topic, partition, offset, ...text });
      },
    });
    return seen;
  }

  /** How many messages a topic holds. */
  async count(topic: string): Promise<number> {
    const partitions = await this.ask((admin) => admin.fetchTopicOffsets(topic));
    return partitions.reduce((sum, { low, high }) => sum + Number(high) - Number(low), 0);
  }

  async topics(): Promise<readonly string[]> {
    return this.ask((admin) => admin.listTopics());
  }

  /** As an operator creates it, who may let it take no message of more bytes than these. */
  async createTopic(topic: string, numPartitions = 1, largestMessage?: number): Promise<void> {
    const configEntries = largestMessage === undefined ? [] : [{ name: 'max.message.bytes', value: String(largestMessage) }];
    await this.ask((admin) => admin.createTopics({ topics: [{ topic, numPartitions, configEntries }], waitForLeaders: true }));
  }

  /** The topic takes no message of more bytes than these from now on. */
  async limitTopic(name: string, largestMessage: number): Promise<void> {
    const configEntries = [{ name: 'max.message.bytes', value: String(largestMessage) }];
    const resources = [{ type: kafkajs.ConfigResourceTypes.TOPIC, name, configEntries }];
    await this.ask((admin) => admin.alterConfigs({ validateOnly: false, resources }));
  }

  async deleteTopics(...topics: string[]): Promise<void> {
    await this.ask((admin) => admin.deleteTopics({ topics }));
  }

  /** As retention does: the messages are gone, their offsets are not used again. */
  async emptyTopic(topic: string): Promise<void> {
    await this.ask(async (admin) => {
      const partitions = (await admin.fetchTopicOffsets(topic)).filter(({ low, high }) => low !== high);
      if (partitions.length > 0)
        await admin.deleteTopicRecords({
          topic,
          partitions: partitions.map(({ partition, high }) => ({ partition, offset: high })),
        });
    });
  }

  async close(): Promise<void> {
    await Promise.all([this.producer.disconnect(), ...this.consumers.map((consumer) => consumer.disconnect())]);
  }

  private async ask<T>(question: (admin: ReturnType<Kafka['admin']>) => Promise<T>): Promise<T> {
    const admin = this.kafka.admin();
    await admin.connect();
    return question(admin).finally(() => admin.disconnect());
  }
}

const textOf = (headers: IHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
