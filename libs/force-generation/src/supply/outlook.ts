import { laterOf, type Day } from '../day.js';
import type { EveryDay } from '../reading.js';
import { coverageOf, isMet, supplyOfCapability, type Coverage } from './coverage.js';
import type { Requirement } from './requirement.js';
import { firstDay, type StrengthName, type SupplyItem } from './supply-item.js';

/** How a requirement stands on a day, in the three strengths. */
export interface Outlook {
  readonly deployed: Coverage;
  readonly committed: Ahead;
  readonly pledged: Ahead;
}

/** The first day from the day of need on that the strength meets the requirement; else the most that it reaches. */
export interface Ahead {
  readonly coverage: Coverage;
  readonly metOn?: Day;
}

/** The requirement as the facts up to the day tell it, looked at from that day or the day of need, whichever is later. */
export function outlook(reading: EveryDay, requirement: Requirement, today: Day): Outlook {
  const items = supplyOfCapability(reading, requirement.data.capability).at(today);
  const ahead = (strength: StrengthName) => lookAhead(reading, requirement, items, { today, strength });
  const deployed = coverageOf(reading, requirement, items, { today, day: today, strength: 'deployed' });
  const committed = ahead('committed');
  return { deployed, committed, pledged: committed.metOn === undefined ? ahead('pledged') : committed };
}

function lookAhead(
  reading: EveryDay,
  requirement: Requirement,
  items: readonly SupplyItem[],
  { today, strength }: { today: Day; strength: StrengthName },
): Ahead {
  const start = laterOf(today, requirement.data.requiredBy);
  const days = new Set([start]);
  for (const item of items) {
    const arrival = item.strength === 'deployed' ? start : firstDay(item, today);
    if (arrival > start) days.add(arrival);
  }
  let most: Coverage | undefined;
  for (const day of days.size === 1 ? days : [...days].sort()) {
    const coverage = coverageOf(reading, requirement, items, { today, day, strength });
    if (isMet(reading, requirement, coverage)) return { coverage, metOn: day };
    if (most === undefined || isMore(coverage, most)) most = coverage;
  }
  return { coverage: most! };
}

const isMore = (a: Coverage, b: Coverage): boolean => (a.units !== b.units ? a.units > b.units : a.personnel > b.personnel);
