import { Injectable, Optional, type OnApplicationBootstrap } from '@nestjs/common';
import { KafkaLink, type InboundLag } from '@muster/kafka';
import { Metrics, Readiness } from '@muster/runtime';
import { InboundDuty } from './inbound-duty.js';

/** Figures and readiness of `muster.inbound`, where Kafka is the wire: of the ingest that reads it, and of no other. */
@Injectable()
export class InboundHealth implements OnApplicationBootstrap {
  constructor(
    private readonly duty: InboundDuty,
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
    @Optional() private readonly link?: KafkaLink,
  ) {}

  onApplicationBootstrap(): void {
    if (this.link === undefined) return;
    this.readiness.add(async (patience) => this.duty.standing?.problem(patience));
    this.tell('events', 'Messages on muster.inbound that are neither recorded nor answered.');
    this.tell('seconds', 'How long the oldest message on muster.inbound has waited that is neither recorded nor answered.');
  }

  private tell(what: keyof InboundLag, help: string): void {
    this.metrics.gauge(`muster_inbound_lag_${what}`, help, [], async (gauge) => {
      const lag = this.duty.standing?.lag();
      if (lag !== undefined) gauge.set(lag[what]);
    });
  }
}
