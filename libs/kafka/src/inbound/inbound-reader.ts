import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { EachBatchPayload, IHeaders, KafkaMessage, Producer } from 'kafkajs';
import { Outage } from '@muster/event-log';
import { GroupConsumer, type BatchTurn } from '../group-consumer.js';
import type { KafkaLink } from '../kafka-link.js';
import type { RelayTurn } from '../relay/relay.js';
import type { ReaderSigns } from '../wire-signs.js';

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

/** Reads what other systems send. An offset is committed when its message is recorded, or answered. */
export class InboundReader {
  private readonly logger = new Logger(InboundReader.name);
  private readonly outage = new Outage();

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
    try {
      if (!over.aborted) await new Promise((resolve) => over.addEventListener('abort', resolve, { once: true }));
    } finally {
      await consumer.stop();
      await producer.disconnect().catch(() => undefined);
    }
  }

  private async take({ batch }: EachBatchPayload, turn: BatchTurn, producer: Producer): Promise<boolean> {
    const messages = batch.messages.map((message) => inboundMessage(batch, message));
    for (let from = 0; from < messages.length; from += mostAtOnce) {
      const part = messages.slice(from, from + mostAtOnce);
      if (!(await this.persistently(turn, () => this.takePart(part, producer)))) return false;
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
  private async persistently(turn: BatchTurn, work: () => Promise<void>): Promise<boolean> {
    for (let wait = firstPause; !turn.isOver(); wait = Math.min(longestPause, wait * 2)) {
      try {
        await work();
        return true;
      } catch (cause) {
        if (this.outage.isNews(cause)) this.logger.error({ msg: 'inbound messages were not taken and come again', err: cause });
        await pause(wait);
      }
    }
    return false;
  }
}

const inboundMessage = (
  { topic, partition }: { topic: string; partition: number },
  { offset, timestamp, key, headers = {}, value }: KafkaMessage,
): InboundMessage => ({ topic, partition, offset, timestamp, key, headers, value });
