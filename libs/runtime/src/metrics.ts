import { Injectable } from '@nestjs/common';
import { Cursors, EventLog } from '@muster/postgres';
import { missionOf } from '@muster/event-log';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What a healthy monitor counts. Gauges are read when somebody asks. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
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

  /** A gauge whose values are read at each scrape. */
  gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    read: (gauge: Gauge<Label>) => Promise<void>,
  ): void {
    const collect = async function (this: Gauge<Label>): Promise<void> {
      this.reset();
      await read(this);
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
