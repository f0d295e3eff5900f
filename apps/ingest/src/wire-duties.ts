import { Injectable, Optional, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InboundReader, KafkaLink, Relay, WireSigns } from '@muster/kafka';
import { Duties, RelayPosition, WireLog, type HeldDuty } from '@muster/postgres';
import { endProcess } from '@muster/runtime';
import { InboundIntake } from './inbound/inbound-intake.js';

/** What one ingest at a time does for Kafka: it publishes the log, and takes in what others send. */
@Injectable()
export class WireDuties implements OnApplicationBootstrap, OnModuleDestroy {
  private held: readonly HeldDuty[] = [];

  constructor(
    private readonly duties: Duties,
    private readonly log: WireLog,
    private readonly position: RelayPosition,
    private readonly intake: InboundIntake,
    private readonly signs: WireSigns,
    @Optional() private readonly link?: KafkaLink,
  ) {}

  onApplicationBootstrap(): void {
    const { link, log, position, signs, intake } = this;
    if (link === undefined) return;
    const relay = new Relay({ link, log, position, signs });
    this.held = [
      this.duties.take('relay', (turn) => relay.run(turn)),
      this.duties.take('inbound', async (turn) => {
        const reader = signs.of('ingest');
        const inbound = new InboundReader({
          link,
          signs: reader,
          take: (messages) => intake.take(messages),
          onFatal: endProcess,
        });
        await inbound.run(turn).finally(() => signs.forget('ingest'));
      }),
    ];
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.held.map((duty) => duty.stop()));
  }
}
