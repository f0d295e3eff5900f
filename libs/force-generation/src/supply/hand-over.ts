import { addDays, daysBetween, type Day } from '../day.js';
import type { EveryDay } from '../reading.js';
import { unitHistory } from '../strength/unit-history.js';
import { carriedAhead, isSameCarrier, itemsFor, type Carried, type Carrier, type NeedCarried } from './carriers.js';
import { goesOn, supportOf, type PartnerSupport } from './partner-support.js';
import type { Requirement } from './requirement.js';
import { firstDay, lastDay, type SupplyItem } from './supply-item.js';

/** Days on which fewer units carry a need than before, from the day on which one leaves to the day on which as many are there again. */
export interface HandOver {
  /** The first day without; tomorrow where the departure is overdue. */
  readonly from: Day;
  /** The first day on which as many are there again; tomorrow where the arrival is overdue, absent where nobody follows. */
  readonly until?: Day;
  readonly covered: Carried;
  readonly leaving: readonly Carrier[];
  readonly following: readonly Carrier[];
}

/** How many days are uncovered; without end where nobody follows. */
export const daysUncovered = ({ from, until }: Pick<HandOver, 'from' | 'until'>): number =>
  until === undefined ? Infinity : daysBetween(from, until);

type Moment = readonly [day: Day, carried: Carried];

/** Those that are open on the day or known ahead, as the day's own facts tell them, by the day from which they are open. */
export function handOvers(need: NeedCarried, requirement: Requirement, today: Day): readonly HandOver[] {
  const { reading, carried } = need;
  const items = itemsFor(need, requirement, today);
  const before = momentsBefore(carried, requirement, today);
  const supports = supportOf(reading, requirement, today);
  const nobodyLeaves =
    items.every(({ leavesOn }) => leavesOn === undefined) && supports.every(({ until }) => until === undefined);
  // Most needs on most days: carried in full, or by as many as ever, and nobody has announced to leave.
  if (before.length < 2 && nobodyLeaves) return [];
  const ahead = daysAhead(items, supports, today).map((day): Moment => [day, carriedAhead(need, requirement, { today, day })]);
  const moments: readonly Moment[] = [...before, [today, carried.at(today)!], ...ahead];
  const most = mostUntil(moments, before.length);
  return moments.flatMap(([from, covered], index) => {
    const had = moments[index - 1]?.[1];
    if (had === undefined || had.units <= covered.units) return [];
    const level = Math.min(requirement.data.units, had.units);
    if (covered.units >= level || (most[index] ?? 0) >= level) return [];
    const end = moments.findIndex(([day, { units }]) => day > today && day >= from && units >= level);
    const leaving = lessOf(had, covered)
      .filter((carrier) => !isStillThere(reading, items, carrier, { today, from }))
      .map((carrier) => (from > today && items.find((item) => isSameCarrier(item, carrier))) || carrier);
    if (leaving.length === 0) return [];
    const [until, then] = moments[end] ?? [];
    const following = then === undefined ? [] : lessOf(then, moments[end - 1]![1]);
    return [{ from, ...(until && { until }), covered, leaving, following }];
  });
}

/** For each moment up to today the most units that are there from it until today: what was lost before may be made good. */
function mostUntil(moments: readonly Moment[], todayIndex: number): readonly number[] {
  const most: number[] = [];
  for (let index = todayIndex; index >= 0; index -= 1) most[index] = Math.max(most[index + 1] ?? 0, moments[index]![1].units);
  return most;
}

/** Back to the day on which the need was last carried in full, or stated: what was lost before has been made good. */
function momentsBefore(carriedOn: NeedCarried['carried'], { data }: Requirement, today: Day): readonly Moment[] {
  const moments: Moment[] = [];
  for (const [day, carried] of carriedOn.stepsBack(today)) {
    if (carried === undefined) break;
    moments.push([day, carried]);
    if (carried.units >= data.units) break;
  }
  return moments.reverse();
}

/** Days after today on which somebody comes or goes; tomorrow is one, since what is overdue may come or go then. */
function daysAhead(items: readonly SupplyItem[], supports: readonly PartnerSupport[], today: Day): readonly Day[] {
  const days = new Set([addDays(today, 1)]);
  for (const item of items) {
    if (item.strength === 'committed') days.add(firstDay(item, today));
    if (item.leavesOn !== undefined) days.add(addDays(lastDay(item, today), 1));
  }
  for (const { until } of supports) if (until !== undefined) days.add(addDays(until, 1));
  return [...days].filter((day) => day > today).sort();
}

/** Those of which the first has more than the second; a partner may have said of several units apart that it brings them. */
const lessOf = (more: Carried, less: Carried): readonly Carrier[] =>
  more.carriers.filter((carrier) => !less.carriers.includes(carrier) && unitsOf(less, carrier) < unitsOf(more, carrier));

const unitsOf = ({ carriers }: Carried, carrier: Carrier): number =>
  carriers.reduce((sum, other) => (isSameCarrier(carrier, other) ? sum + other.units : sum), 0);

/** Who has gone over to another need has not left, nor has a unit whose main part is waited for. */
function isStillThere(
  reading: EveryDay,
  items: readonly SupplyItem[],
  carrier: Carrier,
  { today, from }: { readonly today: Day; readonly from: Day },
): boolean {
  if (carrier.kind === 'partner') return goesOn(reading, carrier, { today, day: from });
  if (from <= today) return unitHistory(reading, carrier.name).at(from).present;
  const item = items.find((other) => isSameCarrier(other, carrier));
  return item !== undefined && from <= lastDay(item, today);
}
