import { Injectable, Optional } from '@nestjs/common';
import { KafkaLink, WireSigns, type ReaderSigns } from '@muster/kafka';
import { RelayPosition } from '@muster/postgres';
import { Metrics } from './metrics.js';

/** What the wire between the services counts. */
@Injectable()
export class WireMetrics {
  constructor(
    metrics: Metrics,
    position: RelayPosition,
    private readonly signs: WireSigns,
    @Optional() link?: KafkaLink,
  ) {
    if (link === undefined) return;
    metrics.gauge('muster_relay_position', 'Up to which position the log has been published on Kafka.', [], async (gauge) =>
      gauge.set((await position.load(link.prefix)).position),
    );
    this.count(metrics, 'rebalances', 'Times that the partitions of a reader were dealt out to this process.');
    this.count(metrics, 'batches', 'Batches of messages that this process has handled.');
    this.count(metrics, 'unreadable', 'Messages that were passed over because nobody could read them.');
  }

  private count(metrics: Metrics, what: 'rebalances' | 'batches' | 'unreadable', help: string): void {
    const of = (signs: ReaderSigns): number => signs[what];
    metrics.counter(`muster_kafka_${what}_total`, help, ['reader'], (counter) => {
      for (const signs of this.signs.readers.values()) counter.inc({ reader: signs.reader }, of(signs));
    });
  }
}
