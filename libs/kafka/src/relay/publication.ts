import { kindOf, missionOf, type RecordedEvent } from '@muster/event-log';
import type { Message, PartitionerArgs, Producer, RecordMetadata, TopicMessages } from 'kafkajs';
import { fewRetries, type KafkaLink } from '../kafka-link.js';
import type { LogBehind } from '../log-behind.js';
import { partitionOf } from '../partition-of.js';
import { publishedMessage, referenceMessage } from '../published-message.js';
import { publishedKinds, topicOf } from '../topic-of.js';
import { FenceStale, type Fence } from './fence.js';
import { isGone, lackingPlaces, type Reach, type Reaches } from './lacking.js';
import { placeOf, readEnds, readOffsets, type PartitionEnd } from './published-ends.js';

/** Of one request: what a broker that nobody has told otherwise takes of one partition in one piece, less what it is packed in. */
const requestBytes = 960_000;

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
  /** Where the topics began and ended when a relay last looked. */
  readonly seen: Reaches;
  /** Topics that were made anew since, whatever they hold by now. */
  readonly emptied: ReadonlySet<string>;
  /** Up to which position each event is sent by itself, because several were too large together. */
  readonly singlyUpTo: number;
}

/** A topic does not hold what was published on it. */
export class TopicEmptied extends Error {
  override readonly name = 'TopicEmptied';

  constructor(readonly topic: string) {
    super(`${topic} was emptied`);
  }
}

/** The broker takes no request of this size; which of its messages are too large is not known. */
export class TooLargeTogether extends Error {
  override readonly name = 'TooLargeTogether';

  constructor(
    readonly upTo: number,
    cause: unknown,
  ) {
    super(`up to position ${upTo} the broker does not take what was sent together`, { cause });
  }
}

/** A topic holds what this log does not: somebody has to say which of the two goes. */
export class AnotherLog extends Error {
  override readonly name = 'AnotherLog';
}

/** Of one request, each after another look at whose the duty is. */
const mostTries = 3;

interface Outgoing {
  readonly place: Place;
  readonly event: RecordedEvent;
  readonly message: Message;
}

interface Held {
  readonly link: KafkaLink;
  readonly producer: Producer;
  readonly places: ReadonlyMap<string, Place>;
  /** How many each topic has. */
  readonly partitions: ReadonlyMap<string, number>;
  readonly from: number;
  /** What was seen before this publication was opened. */
  readonly before: Reaches;
  /** Places that are being filled again. */
  readonly filling: Set<string>;
  readonly singlyUpTo: number;
  readonly fence: Fence;
}

/** What the topics hold that only the relay writes on, kept while one producer lives: so that nothing is published twice. */
export class Publication {
  /** By topic and stream. */
  private readonly placesOfStreams = new Map<string, Map<string, Place>>();

  private constructor(private readonly held: Held) {}

  /** From which position of the log on something may be missing. */
  get from(): number {
    return this.held.from;
  }

  /** Reads where the topics end, and compares it with the log, of which `stored` has been published before. */
  static async open(
    { link, log, fence }: { link: KafkaLink; log: LogBehind; fence: Fence },
    { stored, seen, emptied, singlyUpTo }: PublishedBefore,
  ): Promise<Publication> {
    const topics = publishedKinds.map((kind) => topicOf(link.topics, kind));
    const ends = await readEnds(link, topics);
    await refuseAnotherLog(log, ends);
    const lacking = await lackingPlaces({ link, log }, ends, seen);
    const isLacking = (end: PartitionEnd): boolean => emptied.has(end.topic) || lacking.has(placeOf(end));
    const lastAt = (end: PartitionEnd): number => (isLacking(end) ? 0 : (end.last?.position ?? 0));
    const places = new Map(ends.map((end) => [placeOf(end), { ...end, checked: end.high, last: lastAt(end) }]));
    const partitions = new Map(topics.map((topic) => [topic, ends.filter((end) => end.topic === topic).length]));
    const from = ends.some(isLacking) ? 0 : stored;
    const filling = new Set(ends.filter(isLacking).map(placeOf));
    const producer = link.client.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      retry: fewRetries,
      // Asked at each try, right before its request: another may have the duty by the time of a second one.
      createPartitioner: () => partitionWhile(fence),
    });
    await producer.connect();
    return new Publication({ link, producer, places, partitions, from, before: seen, filling, singlyUpTo, fence });
  }

  /**
   * Where the topics began and ended when they were last looked at. Of what is being filled again, as it was before it was emptied:
   * whoever goes on where this relay fails is to find that out once more.
   */
  get seen(): Reaches {
    const { places, before, filling } = this.held;
    const seen: Record<string, Reach> = {};
    for (const [place, { low, checked }] of places) {
      const reach = filling.has(place) ? before[place] : { low, high: checked };
      if (reach !== undefined) seen[place] = reach;
    }
    return seen;
  }

  /** All that the log held is published: nothing is being filled again. False where nothing was. */
  filled(): boolean {
    const { filling } = this.held;
    const wasFilling = filling.size > 0;
    filling.clear();
    return wasFilling;
  }

  /** Publishes what is not there yet, in order. */
  async publish(events: readonly RecordedEvent[]): Promise<void> {
    const missing = events.filter((event) => event.position > this.placeFor(event).last).map((event) => this.outgoing(event));
    const { singlyUpTo } = this.held;
    for (const one of missing.filter(({ event }) => event.position <= singlyUpTo)) await this.sendOne(one);
    for (const part of inRequests(missing.filter(({ event }) => event.position > singlyUpTo))) await this.sendPart(part);
  }

  /** Throws where somebody has emptied a topic, or made it anew, since this publication was opened. */
  async check(): Promise<void> {
    for (const { topic, partition, low, high } of await readOffsets(this.held.link, [...this.held.partitions.keys()])) {
      const place = this.held.places.get(placeOf({ topic, partition }));
      if (place === undefined) continue;
      if (high < place.high || isGone({ low: place.low, high: place.checked }, { low, high })) throw new TopicEmptied(topic);
      place.low = low;
      place.checked = high;
    }
  }

  async close(): Promise<void> {
    await this.held.producer.disconnect().catch(() => undefined);
  }

  private outgoing(event: RecordedEvent): Outgoing {
    const place = this.placeFor(event);
    return { place, event, message: { ...publishedMessage(event), partition: place.partition } };
  }

  private async sendPart(part: readonly Outgoing[]): Promise<void> {
    if (part.length === 1) return this.sendOne(part[0]!);
    try {
      await this.send(part);
    } catch (cause) {
      // What of it landed, in which partition, is known once the topics have been looked at.
      throw isTooLarge(cause) ? new TooLargeTogether(part.at(-1)!.event.position, cause) : cause;
    }
  }

  /** What is too large for the broker even by itself is left to the log: a message that names it stands in its place. */
  private async sendOne(one: Outgoing): Promise<void> {
    try {
      await this.send([one]);
    } catch (cause) {
      if (!isTooLarge(cause)) throw cause;
      await this.send([{ ...one, message: { ...referenceMessage(one.event), partition: one.place.partition } }]);
    }
  }

  private async send(outgoing: readonly Outgoing[]): Promise<void> {
    const topicMessages = [...this.held.partitions.keys()].map((topic) => ({
      topic,
      messages: outgoing.filter(({ place }) => place.topic === topic).map(({ message }) => message),
    }));
    const filled = topicMessages.filter(({ messages }) => messages.length > 0);
    for (const { topicName, partition, baseOffset } of await this.sendWhileHeld(filled))
      this.refuseAnotherPlace(topicName, partition, Number(baseOffset));
    for (const { place, event } of outgoing) {
      place.last = event.position;
      place.high += 1;
    }
  }

  /** The same request again is known to the broker by its number, so it is written once. */
  private async sendWhileHeld(topicMessages: TopicMessages[]): Promise<RecordMetadata[]> {
    const { fence, producer } = this.held;
    for (let tries = 1; ; tries += 1) {
      await fence.hold();
      try {
        return await producer.sendBatch({ topicMessages, acks: -1 });
      } catch (cause) {
        if (!(cause instanceof FenceStale) || tries >= mostTries) throw cause;
      }
    }
  }

  /** A topic that was made anew between two requests takes what is sent as if nothing had been before it. */
  private refuseAnotherPlace(topic: string, partition: number, baseOffset: number): void {
    const expected = this.held.places.get(placeOf({ topic, partition }))?.high ?? 0;
    if (baseOffset < expected) throw new TopicEmptied(topic);
    if (baseOffset > expected) throw new Error(`somebody else writes on ${topic}/${partition}: offset ${expected} is theirs`);
  }

  private placeFor(event: RecordedEvent): Place {
    const topic = topicOf(this.held.link.topics, kindOf(event));
    const places = this.placesOfStreams.get(topic) ?? new Map<string, Place>();
    this.placesOfStreams.set(topic, places);
    const place = places.get(event.stream) ?? this.placeOn(topic, missionOf(event.stream));
    places.set(event.stream, place);
    return place;
  }

  private placeOn(topic: string, key: string): Place {
    const partition = partitionOf(key, this.held.partitions.get(topic) ?? 1);
    const place = this.held.places.get(placeOf({ topic, partition }));
    if (place === undefined) throw new Error(`${topic} has no partition ${partition}`);
    return place;
  }
}

const partitionWhile =
  (fence: Fence) =>
  ({ message: { partition } }: PartitionerArgs): number => {
    fence.refuseStale();
    return partition ?? 0;
  };

const isTooLarge = (cause: unknown): boolean => tooLarge.has((cause as { type?: string }).type ?? '');

const tooLarge: ReadonlySet<string> = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE']);

/** A topic that was filled from another log would swallow what this one has to say. */
async function refuseAnotherLog(log: LogBehind, ends: readonly PartitionEnd[]): Promise<void> {
  for (const { topic, partition, last } of ends) {
    if (last === undefined) continue;
    const event = await log.eventAt(last.position);
    if (event?.source === last.source && event.id === last.id) continue;
    throw new AnotherLog(
      `${topic}/${partition} ends with ${last.id} of ${last.source} as position ${last.position}, which this log does not hold there: ` +
        `it was filled from another log. Delete the topic, and it is filled anew.`,
    );
  }
}

function* inRequests(outgoing: readonly Outgoing[]): Generator<readonly Outgoing[]> {
  let part: Outgoing[] = [];
  let bytes = 0;
  for (const one of outgoing) {
    const weight = weightOf(one.message);
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

/** Bytes, with what a header and a record are packed in. */
function weightOf({ key, value, headers = {} }: Message): number {
  let bytes = 64 + (key?.length ?? 0) + Buffer.byteLength(value ?? '');
  for (const [name, text] of Object.entries(headers)) bytes += 10 + name.length + Buffer.byteLength(text as string);
  return bytes;
}
