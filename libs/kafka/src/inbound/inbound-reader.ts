import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { EachBatchPayload, IHeaders, KafkaMessage, Producer } from 'kafkajs';
import { Outage } from '@muster/event-log';
import { GroupConsumer, type BatchTurn } from '../group-consumer.js';
import type { KafkaLink } from '../kafka-link.js';
import type { RelayTurn } from '../relay/relay.js';
import type { ReaderSigns } from '../wire-signs.js';
import { readInboundOffsets } from './inbound-offsets.js';
import { InboundStanding } from './inbound-standing.js';

/** A message that another system has sent, as it is. */
export interface InboundMessage {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly timestamp: string;
  readonly key: Buffer | null;
  readonly headers: IHeaders;
  readonly value: Buffer | null;
}

export interface Answer {
  readonly key: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string;
}

/** An answer to one that could not be taken. */
export interface Refused {
  readonly whole: Answer;
  /** The same without most of the message, for a broker that takes no more. */
  readonly short: Answer;
}

/** Records what can be taken; gives an answer for each that cannot. Throws where the log cannot be reached. */
export type TakeInbound = (messages: readonly InboundMessage[]) => Promise<readonly Refused[]>;

export interface InboundOptions {
  readonly link: KafkaLink;
  /** The name of the consumer group. */
  readonly reader: string;
  readonly signs: ReaderSigns;
  readonly take: TakeInbound;
  readonly onFatal: (cause: Error) => void;
}

const firstPause = 100;
const longestPause = 5_000;

/** Messages that are recorded together. */
const mostAtOnce = 500;

/** Milliseconds after which it is looked again at what waits. */
const lookEvery = 2_000;

/** Reads what other systems send. An offset is committed when its message is recorded, or answered. */
export class InboundReader {
  private readonly logger = new Logger(InboundReader.name);
  private readonly outage = new Outage();
  readonly standing = new InboundStanding();

  constructor(private readonly options: InboundOptions) {}

  /** Until the turn is over. */
  async run({ over }: Pick<RelayTurn, 'over'>): Promise<void> {
    const { link, reader, signs, onFatal } = this.options;
    const producer = link.client.producer({ allowAutoTopicCreation: false });
    const consumer = new GroupConsumer({
      link,
      group: link.groupOf(reader),
      topics: [link.topics.inbound],
      begins: 'first',
      signs,
      onBatch: (payload, turn) => this.take(payload, { isOver: () => over.aborted || turn.isOver() }, producer),
      onFatal,
    });
    void this.look(over);
    try {
      if (!over.aborted) await new Promise((resolve) => over.addEventListener('abort', resolve, { once: true }));
    } finally {
      await consumer.stop();
      await producer.disconnect().catch(() => undefined);
    }
  }

  /** What waits, for as long as the turn lasts; nobody waits for a broker that says nothing. */
  private async look(over: AbortSignal): Promise<void> {
    const { link, reader } = this.options;
    while (!over.aborted) {
      await readInboundOffsets(link, link.groupOf(reader)).then(
        (offsets) => this.standing.seen(offsets),
        (cause: unknown) => this.standing.notSeen(cause),
      );
      await pause(lookEvery, undefined, { signal: over }).catch(() => undefined);
    }
  }

  private async take({ batch }: EachBatchPayload, turn: BatchTurn, producer: Producer): Promise<boolean> {
    const messages = batch.messages.map((message) => inboundMessage(batch, message));
    for (let from = 0; from < messages.length; from += mostAtOnce) {
      const part = messages.slice(from, from + mostAtOnce);
      this.standing.take(batch.partition, Number(part[0]!.timestamp));
      if (!(await this.persistently(turn, batch.partition, () => this.takePart(part, producer)))) return false;
      this.standing.taken(batch.partition);
    }
    return true;
  }

  private async takePart(messages: readonly InboundMessage[], producer: Producer): Promise<void> {
    const refused = await this.options.take(messages);
    if (refused.length === 0) return;
    await producer.connect();
    for (const answer of refused) await this.answer(answer, producer);
  }

  private async answer({ whole, short }: Refused, producer: Producer): Promise<void> {
    const send = (answer: Answer) => producer.send({ topic: this.options.link.topics.rejected, acks: -1, messages: [answer] });
    await send(whole).catch((cause: unknown) => {
      if ((cause as { type?: string }).type !== 'MESSAGE_TOO_LARGE') throw cause;
      return send(short);
    });
  }

  /** Again after each failure; false where the turn ended before it was done. */
  private async persistently(turn: BatchTurn, partition: number, work: () => Promise<void>): Promise<boolean> {
    for (let wait = firstPause; !turn.isOver(); wait = Math.min(longestPause, wait * 2)) {
      try {
        await work();
        return true;
      } catch (cause) {
        this.standing.failed(partition, cause);
        if (this.outage.isNews(cause)) this.logger.error({ msg: 'inbound messages were not taken and come again', err: cause });
        await pause(wait);
      }
    }
    this.standing.letGo(partition);
    return false;
  }
}

const inboundMessage = (
  { topic, partition }: { topic: string; partition: number },
  { offset, timestamp, key, headers = {}, value }: KafkaMessage,
): InboundMessage => ({ topic, partition, offset, timestamp, key, headers, value });
