import { isSaidStream, missionOf } from '@muster/event-log';
import type { Assignment } from '../group-consumer.js';
import type { KafkaLink } from '../kafka-link.js';
import { partitionOf } from '../partition-of.js';

/** The partitions that are this process's, and how far Kafka is ahead in each. */
export class Assigned {
  private assignment: Assignment = {};
  /** By topic. */
  private partitions: ReadonlyMap<string, number> = new Map();
  /** Of `topic/partition`: messages that were there beyond the last batch. */
  private readonly beyond = new Map<string, number>();

  constructor(private readonly link: KafkaLink) {}

  async assign(assignment: Assignment): Promise<void> {
    this.assignment = assignment;
    this.beyond.clear();
    const topics = Object.keys(assignment);
    if (topics.length > 0) {
      const metadata = await this.link.ask((admin) => admin.fetchTopicMetadata({ topics }));
      this.partitions = new Map(metadata.topics.map(({ name, partitions }) => [name, partitions.length]));
    }
  }

  reached(topic: string, partition: number, beyond: number): void {
    this.beyond.set(`${topic}/${partition}`, beyond);
  }

  isOurs(stream: string): boolean {
    const { topic, partition } = this.placeOf(stream);
    return partition !== undefined && (this.assignment[topic]?.includes(partition) ?? false);
  }

  isComing(stream: string): boolean {
    const { topic, partition } = this.placeOf(stream);
    return (this.beyond.get(`${topic}/${partition ?? ''}`) ?? 0) > 0;
  }

  private placeOf(stream: string): { topic: string; partition: number | undefined } {
    const topic = isSaidStream(stream) ? this.link.topics.alerts : this.link.topics.facts;
    const partitions = this.partitions.get(topic);
    return { topic, partition: partitions === undefined ? undefined : partitionOf(missionOf(stream), partitions) };
  }
}
