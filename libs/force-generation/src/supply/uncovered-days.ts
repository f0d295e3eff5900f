import { addDays, laterOf, type Day } from '../day.js';
import type { Reading } from '../reading.js';
import { balanceOf, coverageOf, isMet, type Coverage } from './coverage.js';
import type { Requirement } from './requirement.js';
import { daysAheadOf } from './supply-item.js';

/** Days in a row on which a requirement will not be met, whatever is committed. */
export interface UncoveredDays {
  readonly from: Day;
  /** Included; absent where nothing that is committed ends it within the days looked at. */
  readonly until?: Day;
  /** What is there, or due to be, on the first of them. */
  readonly coverage: Coverage;
}

/**
 * The days from the day of need on, as the calendar alone brings them: Canada's helicopters left MINUSMA on 31 August 2019, Romania's
 * were ready in mid-October; net strength showed nothing of it. What is overdue counts from tomorrow.
 */
export function uncoveredDays(reading: Reading, requirement: Requirement, until: Day): readonly UncoveredDays[] {
  const { today } = reading;
  const balance = balanceOf(reading, requirement.data.capability);
  const start = laterOf(today, requirement.data.requiredBy);
  const changes = daysAheadOf(balance.supply.at(today), today);
  const days = [...new Set([start, ...changes.filter((day) => day > start)])].sort().filter((day) => day <= until);
  const found: UncoveredDays[] = [];
  let open: UncoveredDays | undefined;
  for (const day of days) {
    const coverage = coverageOf(balance, requirement, { today, day, strength: 'committed' });
    const met = isMet(balance, requirement, coverage);
    if (met && open !== undefined) found.push({ ...open, until: addDays(day, -1) });
    open = met ? undefined : (open ?? { from: day, coverage });
  }
  return open === undefined ? found : [...found, open];
}
