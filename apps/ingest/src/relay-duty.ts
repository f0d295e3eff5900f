import { Injectable, Optional, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Relay } from '@muster/kafka';
import { Duties, type HeldDuty } from '@muster/postgres';

/** One ingest at a time publishes the log on Kafka, where that is the wire. */
@Injectable()
export class RelayDuty implements OnApplicationBootstrap, OnModuleDestroy {
  private held: HeldDuty | undefined;

  constructor(
    private readonly duties: Duties,
    @Optional() private readonly relay?: Relay,
  ) {}

  onApplicationBootstrap(): void {
    const { relay } = this;
    if (relay !== undefined) this.held = this.duties.take('relay', (turn) => relay.run(turn));
  }

  async onModuleDestroy(): Promise<void> {
    await this.held?.stop();
  }
}
