import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Day } from '@muster/force-generation';
import { Duties, type HeldDuty, type Turn } from '@muster/postgres';
import { Config } from '@muster/runtime';
import { lastDayCome } from './last-day-come.js';
import { MissionReports, type MissionDay } from './mission-reports.js';
import { Progress } from './progress.js';

/** How long nothing may be recorded before the streams are looked at all the same, in milliseconds. */
const pollDelay = 60_000;

/** Issues what is due when a mission's day has turned: in one process at a time, and each report once, whoever does it. */
@Injectable()
export class Reporter implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Reporter.name);
  private duty: HeldDuty | undefined;

  constructor(
    private readonly config: Config,
    private readonly duties: Duties,
    private readonly reports: MissionReports,
    private readonly progress: Progress,
  ) {}

  onApplicationBootstrap(): void {
    const { reportsFrom } = this.config;
    if (reportsFrom !== undefined) this.duty = this.duties.take('reporter', (turn) => this.work(turn, reportsFrom));
  }

  async onModuleDestroy(): Promise<void> {
    await this.duty?.stop();
  }

  private async work(turn: Turn, from: string): Promise<void> {
    const { over } = turn;
    this.progress.begin();
    over.addEventListener('abort', () => this.progress.end());
    while (!over.aborted) {
      for (const { mission, day } of await this.reports.missions()) {
        if (over.aborted) return;
        const at = { mission, day: this.lastDayCome(day) };
        if (!this.progress.isDone(at) && !this.progress.waits(at)) await this.tryToIssue(at, from, over);
      }
      await turn.news(pollDelay);
    }
  }

  /** What a report says is settled as a day begins; when it is recorded may be later. */
  private lastDayCome(day: Day): Day {
    const { reportsAt } = this.config;
    return reportsAt === undefined ? day : lastDayCome(day, reportsAt, new Date());
  }

  /** A mission that cannot be read holds up no other. */
  private async tryToIssue(at: MissionDay, from: string, over: AbortSignal): Promise<void> {
    const { mission } = at;
    try {
      for await (const issued of this.reports.issue(at, from)) {
        const msg = 'number' in issued ? 'a corrigendum was issued' : 'a report was issued';
        const { month, sha256, number } = { number: undefined, ...issued };
        this.logger.log({ msg, mission, month, number, sha256 });
      }
      this.progress.done(at);
    } catch (cause) {
      if (!over.aborted && this.progress.failed(at, cause as Error))
        this.logger.error({ msg: 'the reports of a mission are not issued', mission, err: cause });
    }
  }
}
