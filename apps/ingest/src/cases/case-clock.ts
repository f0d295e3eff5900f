import type { Day } from '@muster/force-generation';
import { Clock, type Config } from '@muster/runtime';

/** Which day it is while a case is told: the one that its facts have come to. */
export class CaseClock extends Clock {
  constructor(
    config: Config,
    private day: Day,
  ) {
    super(config);
  }

  override get pinned(): boolean {
    return true;
  }

  override today(): Day {
    return this.day;
  }

  turnTo(day: Day): void {
    this.day = day;
  }
}
