import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import { Outage } from '@muster/event-log';
import { ensureTopics } from './ensure-topics.js';
import { heartbeating } from './heartbeating.js';
import type { KafkaLink } from './kafka-link.js';
import type { ReaderSigns } from './wire-signs.js';

/** By topic: the partitions that are this process's now. */
export type Assignment = Readonly<Record<string, readonly number[]>>;

/** What is left to do with a batch: `isOver` where the group is being dealt out anew, or the consumer stops. */
export interface BatchTurn {
  isOver(): boolean;
}

export interface GroupConsumerOptions {
  readonly link: KafkaLink;
  readonly group: string;
  readonly topics: readonly string[];
  /** Where a group without offsets begins. */
  readonly begins: 'first' | 'last';
  readonly signs: ReaderSigns;
  /** Handles the messages; true where their offset may be committed. Throws only what is a defect. */
  readonly onBatch: (payload: EachBatchPayload, turn: BatchTurn) => Promise<boolean>;
  readonly onAssigned?: (assignment: Assignment) => void;
  /** The consumer has ended for good although nobody stopped it. */
  readonly onFatal: (cause: Error) => void;
}

/** Milliseconds. Short sessions: the group waits for one that was killed until its session is over. */
const sessionTimeout = 10_000;
const heartbeatInterval = 1_000;
/** An idle consumer stops and seeks within this time; messages are handed over as they come. */
const longestPoll = 200;
const retryPause = 1_000;
const bytesPerPartition = 2 * 1_048_576;

/** One member of a consumer group, from the first try to connect to the end; what kafkajs cannot do by itself is done here. */
export class GroupConsumer {
  /**
   * Resolves when the group has dealt out partitions for the first time, when it is plain that Kafka is away and has to be waited for,
   * or when the consumer was stopped.
   */
  readonly standing: Promise<void>;
  private stand!: () => void;
  private readonly logger = new Logger(GroupConsumer.name);
  private readonly outage = new Outage();
  private readonly consumer: Consumer;
  private started: Promise<void>;
  private stopping = false;

  constructor(private readonly options: GroupConsumerOptions) {
    this.standing = new Promise((resolve) => (this.stand = resolve));
    this.consumer = options.link.client.consumer({
      groupId: options.group,
      sessionTimeout,
      heartbeatInterval,
      maxWaitTimeInMs: longestPoll,
      maxBytesPerPartition: bytesPerPartition,
      allowAutoTopicCreation: false,
      // Without the last one a consumer that was stopped while the broker was away starts again by itself.
      retry: {
        initialRetryTime: 100,
        maxRetryTime: 1_000,
        multiplier: 1.5,
        retries: 8,
        restartOnFailure: async () => !this.stopping,
      },
    });
    this.listen();
    this.started = this.start();
  }

  /** Resolves when the batch in hand is handled and its offset committed. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.stand();
    await this.started;
    await this.consumer.disconnect().catch((cause: unknown) => this.logger.debug({ msg: 'disconnecting', err: cause }));
  }

  private async start(): Promise<void> {
    const { link, topics, begins } = this.options;
    while (!this.stopping) {
      try {
        await ensureTopics(link);
        await this.consumer.connect();
        await this.consumer.subscribe({ topics: [...topics], fromBeginning: begins === 'first' });
        return await this.consumer.run({
          eachBatchAutoResolve: false,
          partitionsConsumedConcurrently: 4,
          eachBatch: (payload) => this.handle(payload),
        });
      } catch (cause) {
        this.sign();
        this.tellAway('Kafka cannot be reached; trying again', cause);
        this.stand();
        await pause(retryPause);
      }
    }
  }

  /** Whatever is thrown here ends the consumer for good where it is one of JavaScript's own errors: so nothing is. */
  private async handle(payload: EachBatchPayload): Promise<void> {
    const beat = heartbeating(payload, heartbeatInterval);
    const turn: BatchTurn = {
      isOver: () => this.stopping || beat.trouble() !== undefined || !payload.isRunning() || payload.isStale(),
    };
    try {
      const { signs, onBatch } = this.options;
      if (!turn.isOver() && (await onBatch(payload, turn))) payload.resolveOffset(payload.batch.lastOffset());
      signs.batches += 1;
      this.sign();
    } catch (cause) {
      this.fatal(cause as Error);
    } finally {
      beat.stop();
    }
    // Errors of kafkajs itself are its own to handle: the group is dealt out anew.
    const trouble = beat.trouble();
    if (trouble !== undefined) throw trouble;
  }

  private listen(): void {
    const { consumer } = this;
    const { link, signs, onAssigned } = this.options;
    for (const event of [consumer.events.GROUP_JOIN, consumer.events.FETCH, consumer.events.HEARTBEAT] as const)
      consumer.on(event, () => void (signs.lastAnswer = Date.now()));
    consumer.on(consumer.events.GROUP_JOIN, ({ payload: { memberAssignment } }) => {
      signs.rebalances += 1;
      this.sign();
      onAssigned?.(memberAssignment);
      this.stand();
    });
    consumer.on(consumer.events.FETCH_START, () => this.sign());
    consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
      this.sign();
      this.stand();
      if (this.stopping) return;
      if (!restart && !isAway(error)) return this.fatal(error);
      this.tellAway('a consumer has lost Kafka and looks for it again', error);
      if (!restart) return void (this.started = this.start());
      // Somebody may have deleted a topic.
      ensureTopics(link).catch(() => undefined);
    });
  }

  private tellAway(msg: string, cause: unknown): void {
    const { link, group } = this.options;
    if (this.outage.isNews(cause)) this.logger.warn({ msg, brokers: link.brokers, group, err: cause });
  }

  private fatal(cause: Error): void {
    const { group, onFatal } = this.options;
    this.logger.fatal({ msg: 'a consumer has ended, and this process with it', group, err: cause });
    onFatal(cause);
  }

  private sign(): void {
    this.options.signs.lastSign = Date.now();
  }
}

/** kafkajs gives up where no broker could tell who coordinates the group; but a broker that starts cannot tell either. */
const isAway = ({ name, cause }: Error): boolean =>
  name === 'KafkaJSGroupCoordinatorNotFound' || (cause instanceof Error && isAway(cause));
