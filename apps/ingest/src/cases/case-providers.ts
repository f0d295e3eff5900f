import type { Provider } from '@nestjs/common';
import type { Day } from '@muster/force-generation';
import { EventLog } from '@muster/postgres';
import { Clock, Config, CurrentPolicy } from '@muster/runtime';
import { CaseClock } from './case-clock.js';
import { caseDays } from './case-days.js';
import { CaseTurner } from './case-turner.js';
import { pinnedDayOf, readCase } from './read-case.js';

/** What makes an ingest one to which a case is sent: another clock for all of it, and who turns that. */
export async function caseProviders(name: string): Promise<Provider[]> {
  const days = caseDays(await readCase(name), await pinnedDayOf(name));
  const clock = async (config: Config, log: EventLog) => new CaseClock(config, (await lastDayOf(log)) ?? days[0]!.day);
  const turner = (clock: CaseClock, log: EventLog, policy: CurrentPolicy) => new CaseTurner({ days, clock, log, policy });
  return [
    { provide: CaseClock, inject: [Config, EventLog], useFactory: clock },
    { provide: Clock, useExisting: CaseClock },
    { provide: CaseTurner, inject: [CaseClock, EventLog, CurrentPolicy], useFactory: turner },
  ];
}

/** Where an ingest before this one got to. */
async function lastDayOf(log: EventLog): Promise<Day | undefined> {
  const days = (await log.streams()).flatMap(({ day }) => (day === null ? [] : [day]));
  return days.sort().at(-1);
}
