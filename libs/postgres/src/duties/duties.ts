import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Outage, usualTiming, type FeedTiming } from '@muster/event-log';
import { Database } from '../database.js';
import { HeldDuty, type DutyWork } from './held-duty.js';

/** Work that one process at a time does, whichever holds its advisory lock; the others wait to take it over. */
@Injectable()
export class Duties implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Duties.name);
  private readonly held = new Set<HeldDuty>();

  constructor(
    private readonly database: Database,
    private readonly timing: FeedTiming = usualTiming,
  ) {}

  /** Works whenever the duty is this process's, and again after work that failed, until it is stopped. */
  take(duty: string, work: DutyWork): HeldDuty {
    const outage = new Outage();
    const onFailure = (cause: unknown): void => {
      if (outage.isNews(cause)) this.logger.warn({ msg: 'a duty failed and is taken up again', duty, err: cause });
    };
    const onTaken = (): void => this.logger.log({ msg: 'this process has the duty', duty });
    const held = new HeldDuty({ url: this.database.url, duty, work, timing: this.timing, onFailure, onTaken });
    this.held.add(held);
    return held;
  }

  /** Before the pool closes under the work. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.held].map((duty) => duty.stop()));
  }
}
