import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { EventLog } from '@muster/postgres';
import { Clock, CurrentPolicy } from '@muster/runtime';
import { concatMap, defer, retry, skip, type Subscription } from 'rxjs';

/** How long to wait where the log cannot be reached at midnight. */
const retryDelay = 5_000;

/** Tells missions without news that the day has turned: at start, and as each day begins. */
@Injectable()
export class DayTurner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('clock');
  private turning: Subscription | undefined;

  constructor(
    private readonly log: EventLog,
    private readonly clock: Clock,
    private readonly policy: CurrentPolicy,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.turn(this.clock.today());
    const later = this.clock.days().pipe(
      skip(1),
      concatMap((day) => defer(() => this.turn(day)).pipe(retry({ delay: retryDelay }))),
    );
    this.turning = later.subscribe();
  }

  onModuleDestroy(): void {
    this.turning?.unsubscribe();
  }

  private async turn(day: string): Promise<void> {
    await this.log.turnDay(day, this.policy);
    this.logger.log({ msg: 'the day has turned', day });
  }
}
