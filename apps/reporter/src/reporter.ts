import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { isSaidStream, standby } from '@muster/event-log';
import { Duties, EventLog, type HeldDuty, type Turn } from '@muster/postgres';
import { Config } from '@muster/runtime';
import { MissionReports } from './mission-reports.js';

/** How long nothing may be recorded before the streams are looked at all the same, in milliseconds. */
const pollDelay = 60_000;

/** Issues what is due when a mission's day has turned: in one process at a time, and each report once, whoever does it. */
@Injectable()
export class Reporter implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Reporter.name);
  private duty: HeldDuty | undefined;
  /** By mission, the day up to which everything due has been issued. */
  private readonly doneUpTo = new Map<string, string>();

  constructor(
    private readonly config: Config,
    private readonly duties: Duties,
    private readonly log: EventLog,
    private readonly reports: MissionReports,
  ) {}

  onApplicationBootstrap(): void {
    const { reportsFrom } = this.config;
    if (reportsFrom !== undefined) this.duty = this.duties.take('reporter', (turn) => this.work(turn, reportsFrom));
  }

  async onModuleDestroy(): Promise<void> {
    await this.duty?.stop();
  }

  private async work(turn: Turn, from: string): Promise<void> {
    // Whoever had the duty before may have been ended in the middle of it.
    this.doneUpTo.clear();
    const { over } = turn;
    while (!over.aborted) {
      for (const { stream, day } of await this.log.streams()) {
        if (over.aborted) return;
        if (day === null || stream === standby || isSaidStream(stream) || this.doneUpTo.get(stream) === day) continue;
        await this.issueDue(stream, from);
        this.doneUpTo.set(stream, day);
      }
      await turn.news(pollDelay);
    }
  }

  private async issueDue(mission: string, from: string): Promise<void> {
    for await (const { month, sha256 } of this.reports.issueDue(mission, from))
      this.logger.log({ msg: 'a report was issued', mission, month, sha256 });
    for await (const { month, number, sha256 } of this.reports.issueCorrigenda(mission))
      this.logger.log({ msg: 'a corrigendum was issued', mission, month, number, sha256 });
  }
}
