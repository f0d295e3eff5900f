import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Duties, type HeldDuty, type Turn } from '@muster/postgres';
import { Config, Readiness } from '@muster/runtime';
import { MissionReports } from './mission-reports.js';
import { StuckMissions } from './stuck-missions.js';

/** How long nothing may be recorded before the streams are looked at all the same, in milliseconds. */
const pollDelay = 60_000;

/** Issues what is due when a mission's day has turned: in one process at a time, and each report once, whoever does it. */
@Injectable()
export class Reporter implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Reporter.name);
  private duty: HeldDuty | undefined;
  /** By mission, the day up to which everything due has been issued. */
  private readonly doneUpTo = new Map<string, string>();
  private readonly stuck = new StuckMissions(pollDelay);

  constructor(
    private readonly config: Config,
    private readonly duties: Duties,
    private readonly reports: MissionReports,
    private readonly readiness: Readiness,
  ) {}

  onApplicationBootstrap(): void {
    const { reportsFrom } = this.config;
    if (reportsFrom === undefined) return;
    this.duty = this.duties.take('reporter', (turn) => this.work(turn, reportsFrom));
    this.readiness.add(async () => this.stuck.told());
  }

  async onModuleDestroy(): Promise<void> {
    await this.duty?.stop();
  }

  private async work(turn: Turn, from: string): Promise<void> {
    // Whoever had the duty before may have been ended in the middle of it.
    this.doneUpTo.clear();
    const { over } = turn;
    over.addEventListener('abort', () => this.stuck.clear());
    while (!over.aborted) {
      for (const { mission, day } of await this.reports.missions()) {
        if (over.aborted) return;
        if (this.doneUpTo.get(mission) === day) continue;
        if (await this.triesToIssue(mission, from, over)) this.doneUpTo.set(mission, day);
      }
      await turn.news(pollDelay);
    }
  }

  /** A mission that cannot be read holds up no other; it is tried again after a while. */
  private async triesToIssue(mission: string, from: string, over: AbortSignal): Promise<boolean> {
    if (this.stuck.waits(mission)) return false;
    try {
      await this.issueDue(mission, from);
      this.stuck.free(mission);
      return true;
    } catch (cause) {
      if (!over.aborted && this.stuck.note(mission, cause as Error))
        this.logger.error({ msg: 'the reports of a mission are not issued', mission, err: cause });
      return false;
    }
  }

  private async issueDue(mission: string, from: string): Promise<void> {
    for await (const { month, sha256 } of this.reports.issueDue(mission, from))
      this.logger.log({ msg: 'a report was issued', mission, month, sha256 });
    for await (const { month, number, sha256 } of this.reports.issueCorrigenda(mission))
      this.logger.log({ msg: 'a corrigendum was issued', mission, month, number, sha256 });
  }
}
