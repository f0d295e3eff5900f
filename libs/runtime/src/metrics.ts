import { Injectable, Logger } from '@nestjs/common';
import { Cursors, EventLog } from '@muster/postgres';
import { missionOf, Outage } from '@muster/event-log';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { answeredWithin } from './answered-within.js';

/** Milliseconds that a figure is waited for: whoever asks waits ten seconds, as Prometheus does. */
const patience = 5_000;

/** What a healthy monitor counts. Gauges are read when somebody asks. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly logger = new Logger(Metrics.name);
  private readonly outage = new Outage();
  readonly factsRecorded = new Counter({
    name: 'muster_facts_recorded_total',
    help: 'Facts that this process has recorded.',
    labelNames: ['type'],
    registers: [this.registry],
  });
  readonly requestSeconds = new Histogram({
    name: 'muster_http_request_duration_seconds',
    help: 'How long answers took, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });

  constructor(
    private readonly cursors: Cursors,
    log: EventLog,
  ) {
    collectDefaultMetrics({ register: this.registry });
    this.gauge('muster_reader_lag_events', 'Events that a reader has still to handle.', ['reader'], (gauge) => this.lags(gauge));
    this.gauge('muster_log_position', 'The position of the last event of the log.', [], async (gauge) =>
      gauge.set(await log.head()),
    );
    const age = 'How long the oldest event has waited that a reader has still to handle.';
    this.gauge('muster_reader_lag_seconds', age, ['reader'], (gauge) => this.ages(gauge));
    this.gauge('muster_parked_missions', 'Missions that wait because a fact broke a reader.', [], (gauge) => this.parked(gauge));
  }

  /** A gauge whose values are read at each scrape; it has none where they cannot be read. */
  gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    read: (gauge: Gauge<Label>) => Promise<void>,
  ): void {
    const tell = (cause: unknown): void => {
      if (this.outage.isNews(cause))
        this.logger.warn({ msg: 'a figure cannot be read and is left out', figure: name, err: cause });
    };
    let reading: Promise<void> | undefined;
    const begin = (gauge: Gauge<Label>): Promise<void> => {
      gauge.reset();
      // Without labels that made it 0, which would be an answer.
      if (labelNames.length === 0) gauge.remove();
      return read(gauge).finally(() => (reading = undefined));
    };
    const collect = async function (this: Gauge<Label>): Promise<void> {
      // Who asks again while the log says nothing waits for the same answer.
      await answeredWithin(patience, (reading ??= begin(this))).catch(tell);
    };
    new Gauge({ name, help, labelNames, registers: [this.registry], collect });
  }

  /** A counter that is kept elsewhere and read at each scrape. */
  counter<Label extends string>(name: string, help: string, labelNames: Label[], read: (counter: Counter<Label>) => void): void {
    const collect = function (this: Counter<Label>): void {
      this.reset();
      read(this);
    };
    new Counter({ name, help, labelNames, registers: [this.registry], collect });
  }

  private async ages(gauge: Gauge<'reader'>): Promise<void> {
    for (const { reader, seconds } of await this.cursors.ages()) gauge.set({ reader }, seconds);
  }

  private async lags(gauge: Gauge<'reader'>): Promise<void> {
    for (const { reader, behind } of await this.cursors.lags()) gauge.inc({ reader }, behind);
  }

  private async parked(gauge: Gauge): Promise<void> {
    gauge.set(new Set((await this.cursors.parked()).map(({ stream }) => missionOf(stream))).size);
  }
}
