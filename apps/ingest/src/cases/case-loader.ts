import { Injectable } from '@nestjs/common';
import { EventLog } from '@muster/postgres';
import { Clock, CurrentPolicy } from '@muster/runtime';
import { caseDays } from './case-days.js';
import { readCase } from './read-case.js';

/** Loads a case, a file of facts in our own format, day by day as it became known. */
@Injectable()
export class CaseLoader {
  constructor(
    private readonly log: EventLog,
    private readonly clock: Clock,
    private readonly policy: CurrentPolicy,
  ) {}

  /** How many facts were new. */
  async load(name: string): Promise<number> {
    let recorded = 0;
    for (const { day, facts } of caseDays(await readCase(name), this.clock.today())) {
      await this.log.turnDay(day, this.policy);
      const outcomes = await this.log.append(facts, { today: day, policy: this.policy });
      recorded += outcomes.filter(({ outcome }) => outcome === 'recorded').length;
    }
    return recorded;
  }
}
