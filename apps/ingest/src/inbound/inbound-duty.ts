import { Injectable, Optional, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InboundReader, KafkaLink, WireSigns } from '@muster/kafka';
import { Duties, type HeldDuty, type Turn } from '@muster/postgres';
import { endProcess } from '@muster/runtime';
import { InboundIntake } from './inbound-intake.js';

/** Of the consumer group that reads `muster.inbound`, and of its signs. */
const reader = 'ingest';

/** One ingest at a time takes in what other systems send over Kafka, where that is the wire. */
@Injectable()
export class InboundDuty implements OnApplicationBootstrap, OnModuleDestroy {
  private held: HeldDuty | undefined;

  constructor(
    private readonly duties: Duties,
    private readonly intake: InboundIntake,
    private readonly signs: WireSigns,
    @Optional() private readonly link?: KafkaLink,
  ) {}

  onApplicationBootstrap(): void {
    const { link } = this;
    if (link !== undefined) this.held = this.duties.take('inbound', (turn) => this.read(link, turn));
  }

  async onModuleDestroy(): Promise<void> {
    await this.held?.stop();
  }

  private async read(link: KafkaLink, turn: Turn): Promise<void> {
    const take = this.intake.take.bind(this.intake);
    const inbound = new InboundReader({ link, reader, signs: this.signs.of(reader), take, onFatal: endProcess });
    await inbound.run(turn).finally(() => this.signs.forget(reader));
  }
}
