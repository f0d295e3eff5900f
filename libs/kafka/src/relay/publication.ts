import { isSaidStream, missionOf, type RecordedEvent } from '@muster/event-log';
import type { Message, Producer } from 'kafkajs';
import type { KafkaLink } from '../kafka-link.js';
import type { LogBehind } from '../log-behind.js';
import { partitionOf } from '../partition-of.js';
import { publishedMessage } from '../published-message.js';
import { placeOf, readEnds, readOffsets, type PartitionEnd } from './published-ends.js';

/** Bytes of data in one request; the broker takes as much of one partition in one piece. */
const requestBytes = 1_048_576;

interface Place {
  readonly topic: string;
  readonly partition: number;
  /** The position of the last event that is there. */
  last: number;
  low: number;
  /** Where `high` was when the topics were last looked at. */
  checked: number;
  /** The offset that the next message gets. */
  high: number;
}

/** What is known before the topics are looked at. */
export interface PublishedBefore {
  /** Up to which position all has been published. */
  readonly stored: number;
  /** Topics that were made anew since, whatever they hold by now. */
  readonly emptied: ReadonlySet<string>;
}

/** A topic does not hold what was published on it. */
export class TopicEmptied extends Error {
  override readonly name = 'TopicEmptied';

  constructor(readonly topic: string) {
    super(`${topic} was emptied`);
  }
}

interface Outgoing {
  readonly place: Place;
  readonly position: number;
  readonly message: Message;
}

interface Held {
  readonly link: KafkaLink;
  readonly producer: Producer;
  readonly places: ReadonlyMap<string, Place>;
  /** How many each topic has. */
  readonly partitions: ReadonlyMap<string, number>;
  readonly from: number;
}

/** What the topics hold that only the relay writes on, kept while one producer lives: so that nothing is published twice. */
export class Publication {
  private constructor(private readonly held: Held) {}

  /** From which position of the log on something may be missing. */
  get from(): number {
    return this.held.from;
  }

  /** Reads where the topics end, and compares it with the log, of which `stored` has been published before. */
  static async open(link: KafkaLink, log: LogBehind, { stored, emptied }: PublishedBefore): Promise<Publication> {
    const topics = [link.topics.facts, link.topics.alerts];
    const ends = await readEnds(link, topics);
    await refuseAnotherLog(log, ends);
    const lastAt = ({ topic, last }: PartitionEnd): number => (emptied.has(topic) ? 0 : (last?.position ?? 0));
    const places = new Map(ends.map((end) => [placeOf(end), { ...end, checked: end.high, last: lastAt(end) }]));
    const partitions = new Map(topics.map((topic) => [topic, ends.filter((end) => end.topic === topic).length]));
    const isAnew = (topic: string): boolean => emptied.has(topic) || isEmptied(ends.filter((end) => end.topic === topic));
    const from = topics.some(isAnew) ? 0 : stored;
    const producer = link.client.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });
    await producer.connect();
    return new Publication({ link, producer, places, partitions, from });
  }

  /** Publishes what is not there yet, in order. */
  async publish(events: readonly RecordedEvent[]): Promise<void> {
    const missing = events.filter((event) => event.position > this.placeFor(event).last);
    for (const part of inRequests(missing.map((event) => this.outgoing(event)))) await this.send(part);
  }

  /** Throws where somebody has emptied a topic, or made it anew, since this publication was opened. */
  async check(): Promise<void> {
    for (const { topic, partition, low, high } of await readOffsets(this.held.link, [...this.held.partitions.keys()])) {
      const place = this.held.places.get(placeOf({ topic, partition }));
      if (place === undefined) continue;
      // Nothing is left of what was there the last time, whatever has been published since.
      const isGone = low > place.low && low >= place.checked;
      if (high < place.high || isGone) throw new TopicEmptied(topic);
      place.low = low;
      place.checked = high;
    }
  }

  async close(): Promise<void> {
    await this.held.producer.disconnect().catch(() => undefined);
  }

  private outgoing(event: RecordedEvent): Outgoing {
    const place = this.placeFor(event);
    return { place, position: event.position, message: { ...publishedMessage(event), partition: place.partition } };
  }

  private async send(outgoing: readonly Outgoing[]): Promise<void> {
    const topicMessages = [...this.held.partitions.keys()].map((topic) => ({
      topic,
      messages: outgoing.filter(({ place }) => place.topic === topic).map(({ message }) => message),
    }));
    const filled = topicMessages.filter(({ messages }) => messages.length > 0);
    for (const { topicName, partition, baseOffset } of await this.held.producer.sendBatch({ topicMessages: filled, acks: -1 }))
      this.refuseAnotherPlace(topicName, partition, Number(baseOffset));
    for (const { place, position } of outgoing) {
      place.last = position;
      place.high += 1;
    }
  }

  /** A topic that was made anew between two requests takes what is sent as if nothing had been before it. */
  private refuseAnotherPlace(topic: string, partition: number, baseOffset: number): void {
    const expected = this.held.places.get(placeOf({ topic, partition }))?.high ?? 0;
    if (baseOffset < expected) throw new TopicEmptied(topic);
    if (baseOffset > expected) throw new Error(`somebody else writes on ${topic}/${partition}: offset ${expected} is theirs`);
  }

  private placeFor({ stream }: RecordedEvent): Place {
    const topic = isSaidStream(stream) ? this.held.link.topics.alerts : this.held.link.topics.facts;
    const partition = partitionOf(missionOf(stream), this.held.partitions.get(topic) ?? 1);
    const place = this.held.places.get(placeOf({ topic, partition }));
    if (place === undefined) throw new Error(`${topic} has no partition ${partition}`);
    return place;
  }
}

/** Made anew, or what was there is gone: it is filled again from the first position. */
const isEmptied = (ends: readonly PartitionEnd[]): boolean =>
  ends.every(({ low, high }) => low === high) || ends.some(({ low, high }) => low === high && high > 0);

/** A topic that was filled from another log would swallow what this one has to say. */
async function refuseAnotherLog(log: LogBehind, ends: readonly PartitionEnd[]): Promise<void> {
  for (const { topic, partition, last } of ends) {
    if (last === undefined) continue;
    const event = await log.eventAt(last.position);
    if (event?.source === last.source && event.id === last.id) continue;
    throw new Error(
      `${topic}/${partition} ends with ${last.id} of ${last.source} as position ${last.position}, which this log does not hold there: ` +
        `it was filled from another log. Delete the topic, and it is filled anew.`,
    );
  }
}

function* inRequests(outgoing: readonly Outgoing[]): Generator<readonly Outgoing[]> {
  let part: Outgoing[] = [];
  let bytes = 0;
  for (const one of outgoing) {
    // A text has about as many bytes as characters: most of it is ASCII.
    const weight = one.message.value?.length ?? 0;
    if (part.length > 0 && bytes + weight > requestBytes) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(one);
    bytes += weight;
  }
  if (part.length > 0) yield part;
}
