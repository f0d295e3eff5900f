import { missionOf } from '@muster/event-log';
import type { Assignment } from '../group-consumer.js';
import type { KafkaLink } from '../kafka-link.js';
import { partitionOf } from '../partition-of.js';
import { topicsOfStream } from '../topic-of.js';

/** The partitions that are this process's, and how far Kafka is ahead in each. */
export class Assigned {
  private assignment: Assignment = {};
  /** By topic. */
  private partitions: ReadonlyMap<string, number> = new Map();
  /** Of `topic/partition`: messages that were there beyond the last batch. */
  private readonly beyond = new Map<string, number>();

  /** Of `topic/partition`: those whose messages have been found to be of this log. */
  private readonly checked = new Set<string>();

  constructor(private readonly link: KafkaLink) {}

  async assign(assignment: Assignment): Promise<void> {
    this.assignment = assignment;
    this.beyond.clear();
    this.checked.clear();
    const topics = Object.keys(assignment);
    if (topics.length > 0) {
      const metadata = await this.link.ask((admin) => admin.fetchTopicMetadata({ topics }));
      this.partitions = new Map(metadata.topics.map(({ name, partitions }) => [name, partitions.length]));
    }
  }

  reached(topic: string, partition: number, beyond: number): void {
    this.beyond.set(`${topic}/${partition}`, beyond);
  }

  isChecked(topic: string, partition: number): boolean {
    return this.checked.has(`${topic}/${partition}`);
  }

  check(topic: string, partition: number): void {
    this.checked.add(`${topic}/${partition}`);
  }

  /** Who has what was said of a mission looks after that stream, also where another process of the group has its reports. */
  isOurs(stream: string): boolean {
    const [topic] = topicsOfStream(this.link.topics, stream);
    const partition = this.partitionOf(stream, topic);
    return partition !== undefined && (this.assignment[topic]?.includes(partition) ?? false);
  }

  isComing(stream: string): boolean {
    return topicsOfStream(this.link.topics, stream).some(
      (topic) => (this.beyond.get(`${topic}/${this.partitionOf(stream, topic) ?? ''}`) ?? 0) > 0,
    );
  }

  private partitionOf(stream: string, topic: string): number | undefined {
    const partitions = this.partitions.get(topic);
    return partitions === undefined ? undefined : partitionOf(missionOf(stream), partitions);
  }
}
