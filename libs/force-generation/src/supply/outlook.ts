import { laterOf, type Day } from '../day.js';
import { coverageOf, isMet, type CapabilityBalance, type Coverage } from './coverage.js';
import type { Requirement } from './requirement.js';
import { firstDay, type StrengthName } from './supply-item.js';

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
export function outlook(balance: CapabilityBalance, requirement: Requirement, today: Day): Outlook {
  const deployed = coverageOf(balance, requirement, { today, day: today, strength: 'deployed' });
  const committed = lookAhead(balance, requirement, today, 'committed');
  return {
    deployed,
    committed,
    pledged: committed.metOn === undefined ? lookAhead(balance, requirement, today, 'pledged') : committed,
  };
}

function lookAhead(balance: CapabilityBalance, requirement: Requirement, today: Day, strength: StrengthName): Ahead {
  let most: Coverage | undefined;
  for (const day of daysAhead(balance, requirement, today, strength)) {
    const coverage = coverageOf(balance, requirement, { today, day, strength });
    if (isMet(balance, requirement, coverage)) return { coverage, metOn: day };
    if (most === undefined || isMore(coverage, most)) most = coverage;
  }
  return { coverage: most! };
}

/** The day of need, or today where that is later, and the days after it on which something of the strength arrives. */
function daysAhead({ supply }: CapabilityBalance, requirement: Requirement, today: Day, strength: StrengthName): readonly Day[] {
  const start = laterOf(today, requirement.data.requiredBy);
  const days = [start];
  for (const item of supply.at(today)) {
    if (item.strength === 'deployed' || (item.strength === 'pledged' && strength !== 'pledged')) continue;
    const arrival = firstDay(item, today);
    if (arrival > start && !days.includes(arrival)) days.push(arrival);
  }
  return days.sort();
}

const isMore = (a: Coverage, b: Coverage): boolean => (a.units !== b.units ? a.units > b.units : a.personnel > b.personnel);
