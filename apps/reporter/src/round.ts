import { Injectable, Logger } from '@nestjs/common';
import { allMissions, type Day } from '@muster/force-generation';
import { Config } from '@muster/runtime';
import { ConsolidatedReports } from './consolidated-reports.js';
import { lastDayCome } from './last-day-come.js';
import { overAll, type MissionDay } from './mission-day.js';
import { MissionReports } from './mission-reports.js';
import { Progress } from './progress.js';

type Issuing = ReturnType<MissionReports['issue']> | ReturnType<ConsolidatedReports['issue']>;

/** One look at all missions: each one's reports, then those over all of them. */
@Injectable()
export class Round {
  private readonly logger = new Logger(Round.name);

  constructor(
    private readonly config: Config,
    private readonly reports: MissionReports,
    private readonly consolidated: ConsolidatedReports,
    private readonly progress: Progress,
  ) {}

  async go(from: string, over: AbortSignal): Promise<void> {
    const missions = (await this.reports.missions()).map(({ mission, day }) => ({ mission, day: this.lastDayCome(day) }));
    for (const at of missions) await this.issueOnce(at, () => this.reports.issue(at, from), over);
    await this.issueOnce(overAll(missions), () => this.consolidated.issue(missions, from), over);
  }

  /** What a report says is settled as a day begins; when it is recorded may be later. */
  private lastDayCome(day: Day): Day {
    const { reportsAt } = this.config;
    return reportsAt === undefined ? day : lastDayCome(day, reportsAt, new Date());
  }

  private async issueOnce(at: MissionDay, issue: () => Issuing, over: AbortSignal): Promise<void> {
    if (!over.aborted && !this.progress.isDone(at) && !this.progress.waits(at)) await this.tryToIssue(at, issue, over);
  }

  /** A mission that cannot be read holds up no other, but for the report over all of them. */
  private async tryToIssue(at: MissionDay, issue: () => Issuing, over: AbortSignal): Promise<void> {
    const { mission } = at;
    try {
      for await (const issued of issue()) {
        const msg = 'number' in issued ? 'a corrigendum was issued' : 'a report was issued';
        const { month, sha256, number } = { number: undefined, ...issued };
        this.logger.log({ msg, mission, month, number, sha256 });
        this.progress.undo(allMissions);
      }
      this.progress.done(at);
    } catch (cause) {
      if (!over.aborted && this.progress.failed(at, cause as Error))
        this.logger.error({ msg: 'reports are not issued', mission, err: cause });
    }
  }
}
