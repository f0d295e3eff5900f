import { setTimeout as pause } from 'node:timers/promises';
import { Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Kafka, logLevel, type Admin } from 'kafkajs';
import { kafkaLog } from './kafka-log.js';

/** Milliseconds between two questions, and for which one is waited for. */
const every = 2_000;
const longestAnswer = 3_000;

/** Milliseconds: a broker may stand still for a while, and one question may be lost. */
const patience = 10_000;
const fewestFailures = 2;

/** Whether the brokers answer at all: what readers and the relay meet is told after many tries, and an ingest without duties meets nothing. */
export class KafkaWatch implements BeforeApplicationShutdown {
  private readonly logger = new Logger(KafkaWatch.name);
  private readonly client: Kafka;
  private readonly stopping = new AbortController();
  private readonly watching: Promise<void>;
  private answeredAt = Date.now();
  /** Since the last answer. */
  private failures = 0;
  private cause: unknown;
  private isTold = false;

  constructor(private readonly brokers: readonly string[]) {
    this.client = new Kafka({
      clientId: `watch-${process.pid}`,
      brokers: [...brokers],
      connectionTimeout: longestAnswer,
      requestTimeout: longestAnswer,
      // Each of them is asked once.
      retry: { initialRetryTime: 100, retries: brokers.length - 1 },
      logLevel: logLevel.WARN,
      logCreator: kafkaLog,
    });
    this.watching = this.watch();
  }

  /** That they cannot be reached, and since when, in words. */
  problem(): string | undefined {
    if (this.failures < fewestFailures || Date.now() - this.answeredAt < patience) return undefined;
    const since = new Date(this.answeredAt).toISOString();
    const why = this.cause instanceof Error ? this.cause.message : String(this.cause);
    return `Kafka (${this.brokers.join(', ')}) cannot be reached: it has not answered since ${since} (${why}).`;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.watching;
  }

  private async watch(): Promise<void> {
    const { signal } = this.stopping;
    let admin: Admin | undefined;
    while (!signal.aborted) {
      admin = await this.ask(admin);
      await pause(every, undefined, { signal }).catch(() => undefined);
    }
    await admin?.disconnect().catch(() => undefined);
  }

  /** Over the connection that there is, or a new one; gives it back where it is still of use. */
  private async ask(connected: Admin | undefined): Promise<Admin | undefined> {
    const admin = connected ?? this.client.admin();
    try {
      if (connected === undefined) await admin.connect();
      await admin.describeCluster();
      this.answered();
      return admin;
    } catch (cause) {
      this.failed(cause);
      await admin.disconnect().catch(() => undefined);
      return undefined;
    }
  }

  private answered(): void {
    if (this.isTold) this.logger.log({ msg: 'Kafka answers again', brokers: this.brokers });
    this.isTold = false;
    this.failures = 0;
    this.answeredAt = Date.now();
  }

  private failed(cause: unknown): void {
    this.failures += 1;
    this.cause = cause;
    const problem = this.problem();
    if (problem === undefined || this.isTold) return;
    this.isTold = true;
    this.logger.warn({ msg: 'Kafka cannot be reached; what needs it waits', brokers: this.brokers, err: cause });
  }
}
