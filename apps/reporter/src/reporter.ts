import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Duties, type HeldDuty, type Turn } from '@muster/postgres';
import { Config } from '@muster/runtime';
import { Progress } from './progress.js';
import { Round } from './round.js';

/** How long nothing may be recorded before the streams are looked at all the same, in milliseconds. */
const pollDelay = 60_000;

/** Issues what is due when a mission's day has turned: in one process at a time, and each report once, whoever does it. */
@Injectable()
export class Reporter implements OnApplicationBootstrap, OnModuleDestroy {
  private duty: HeldDuty | undefined;

  constructor(
    private readonly config: Config,
    private readonly duties: Duties,
    private readonly progress: Progress,
    private readonly round: Round,
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
      await this.round.go(from, over);
      await turn.news(pollDelay);
    }
  }
}
