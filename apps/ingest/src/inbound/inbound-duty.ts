import { Injectable, Optional, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InboundReader, KafkaLink, WireSigns, type InboundStanding } from '@muster/kafka';
import { Duties, type HeldDuty, type Turn } from '@muster/postgres';
import { endProcess } from '@muster/runtime';
import { InboundIntake } from './inbound-intake.js';

/** Of the consumer group that reads `muster.inbound`, and of its signs. */
const reader = 'ingest';

/** One ingest at a time takes in what other systems send over Kafka, where that is the wire. */
@Injectable()
export class InboundDuty implements OnApplicationBootstrap, OnModuleDestroy {
  private held: HeldDuty | undefined;
  private inbound: InboundReader | undefined;

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

  /** What is known of the topic; undefined where this process has not the duty. */
  get standing(): InboundStanding | undefined {
    return this.inbound?.standing;
  }

  async onModuleDestroy(): Promise<void> {
    await this.held?.stop();
  }

  private async read(link: KafkaLink, turn: Turn): Promise<void> {
    const take = this.intake.take.bind(this.intake);
    this.inbound = new InboundReader({ link, reader, signs: this.signs.of(reader), take, onFatal: endProcess });
    await this.inbound.run(turn).finally(() => {
      this.inbound = undefined;
      this.signs.forget(reader);
    });
  }
}
