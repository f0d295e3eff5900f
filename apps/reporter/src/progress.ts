import { Injectable } from '@nestjs/common';
import { Metrics, Readiness } from '@muster/runtime';
import { overAll, type MissionDay } from './mission-day.js';
import { MissionReports } from './mission-reports.js';

/** Milliseconds after which a mission whose reports cannot be issued is tried again. */
const pause = 60_000;

interface Stuck {
  readonly message: string;
  readonly triedAt: number;
}

/** How far this process has come with each mission while the duty is its own: for itself, for metrics, for health. */
@Injectable()
export class Progress {
  private isOurs = false;
  /** By mission, the day up to which everything due has been issued. */
  private readonly doneUpTo = new Map<string, string>();
  private readonly stuck = new Map<string, Stuck>();

  constructor(
    private readonly reports: MissionReports,
    readiness: Readiness,
    metrics: Metrics,
  ) {
    readiness.add(async () => this.told());
    const help =
      'Missions, all together one more, whose reports this process, which has the duty, has still to look at; and those that it cannot issue.';
    metrics.gauge('muster_reports_missions', help, ['state'], async (gauge) => {
      if (!this.isOurs) return;
      const missions = await this.reports.missions();
      const waiting = [...missions, overAll(missions)].filter((at) => !this.isDone(at) && !this.stuck.has(at.mission));
      gauge.set({ state: 'waiting' }, waiting.length);
      gauge.set({ state: 'stuck' }, this.stuck.size);
    });
  }

  /** Whoever had the duty before may have been ended in the middle of it. */
  begin(): void {
    this.end();
    this.isOurs = true;
  }

  end(): void {
    this.isOurs = false;
    this.doneUpTo.clear();
    this.stuck.clear();
  }

  isDone({ mission, day }: MissionDay): boolean {
    return this.doneUpTo.get(mission) === day;
  }

  done({ mission, day }: MissionDay): void {
    this.stuck.delete(mission);
    if (this.isOurs) this.doneUpTo.set(mission, day);
  }

  /** What was done is to be looked at again. */
  undo(mission: string): void {
    this.doneUpTo.delete(mission);
  }

  /** Whether the mission failed a moment ago. */
  waits({ mission }: MissionDay): boolean {
    const stuck = this.stuck.get(mission);
    return stuck !== undefined && Date.now() - stuck.triedAt < pause;
  }

  /** True where it is news. */
  failed({ mission }: MissionDay, { message }: Error): boolean {
    const before = this.stuck.get(mission)?.message;
    this.stuck.set(mission, { message, triedAt: Date.now() });
    return before !== message;
  }

  private told(): string | undefined {
    if (this.stuck.size === 0) return undefined;
    return [...this.stuck].map(([mission, { message }]) => `The reports of ${mission} are not issued: ${message}`).join(' ');
  }
}
