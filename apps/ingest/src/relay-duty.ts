import { Injectable, Optional, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Relay } from '@muster/kafka';
import { Duties, RelayPosition, type HeldDuty } from '@muster/postgres';
import { Readiness } from '@muster/runtime';

/** One ingest at a time publishes the log on Kafka, where that is the wire; each sees whether it is done. */
@Injectable()
export class RelayDuty implements OnApplicationBootstrap, OnModuleDestroy {
  private held: HeldDuty | undefined;

  constructor(
    private readonly duties: Duties,
    private readonly position: RelayPosition,
    private readonly readiness: Readiness,
    @Optional() private readonly relay?: Relay,
  ) {}

  onApplicationBootstrap(): void {
    const { relay } = this;
    if (relay === undefined) return;
    this.held = this.duties.take('relay', (turn) => relay.run(turn));
    this.readiness.add((patience) => this.whatWaits(relay, patience));
  }

  async onModuleDestroy(): Promise<void> {
    await this.held?.stop();
  }

  private async whatWaits({ wire }: Relay, patience: number): Promise<string | undefined> {
    const since = await this.position.waitingSince(wire, new Date(Date.now() - patience).toISOString());
    return since === undefined ? undefined : `What was recorded since ${since} has not been published on Kafka.`;
  }
}
