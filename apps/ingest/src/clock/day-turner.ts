import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Duties, EventLog, type HeldDuty, type Turn } from '@muster/postgres';
import { Clock, CurrentPolicy } from '@muster/runtime';
import { concatMap, defer, fromEvent, lastValueFrom, retry, takeUntil } from 'rxjs';

/** How long to wait where the log cannot be reached at midnight. */
const retryDelay = 5_000;

/** Tells missions without news that the day has turned: at start, and, in one process at a time, as each day begins. */
@Injectable()
export class DayTurner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('clock');
  private turning: HeldDuty | undefined;

  constructor(
    private readonly log: EventLog,
    private readonly duties: Duties,
    private readonly clock: Clock,
    private readonly policy: CurrentPolicy,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.turn(this.clock.today());
    this.turning = this.duties.take('clock', (turn) => this.turnDays(turn));
  }

  async onModuleDestroy(): Promise<void> {
    await this.turning?.stop();
  }

  /** Today too: whoever had the duty before may have failed at midnight. */
  private async turnDays({ over }: Turn): Promise<void> {
    if (over.aborted) return;
    const days = this.clock.days().pipe(
      concatMap((day) => defer(() => this.turn(day)).pipe(retry({ delay: retryDelay }))),
      takeUntil(fromEvent(over, 'abort')),
    );
    await lastValueFrom(days, { defaultValue: undefined });
  }

  private async turn(day: string): Promise<void> {
    const missions = await this.log.turnDay(day, this.policy);
    if (missions.length > 0) this.logger.log({ msg: 'the day has turned', day, missions });
  }
}
