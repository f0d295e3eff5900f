import { lastIndexUpTo } from '../curve.js';
import { addDays, daysBetween, type Day } from '../day.js';
import type { Reading } from '../reading.js';
import { carriedAhead, carriedBy, isSameCarrier, itemsFor, type Carried, type Carrier } from './carriers.js';
import { unitHistory } from '../strength/unit-history.js';
import { supportOf } from './partner-support.js';
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
export function handOvers(reading: Reading, requirement: Requirement, today: Day): readonly HandOver[] {
  const now = carriedBy(reading, requirement.data.requirement).at(today)!;
  const ahead = momentsAhead(reading, requirement, today);
  const moments: readonly Moment[] = [...momentsBefore(reading, requirement, today), [today, now], ...ahead];
  const items = itemsFor(reading, requirement, today);
  return moments.flatMap(([from, covered], index) => {
    const before = moments[index - 1]?.[1];
    if (before === undefined || before.units <= covered.units) return [];
    const level = Math.min(requirement.data.units, before.units);
    const end = moments.findIndex(([, { units }], at) => at >= index && units >= level);
    if (end === index || (end >= 0 && moments[end]![0] <= today)) return [];
    const leaving = lessOf(before, covered)
      .filter((carrier) => !isStillThere(reading, items, carrier, { today, from }))
      .map((carrier) => (from > today && items.find((item) => isSameCarrier(item, carrier))) || carrier);
    if (leaving.length === 0) return [];
    const [until, then] = moments[end] ?? [];
    const following = then === undefined ? [] : lessOf(then, moments[end - 1]![1]);
    return [{ from, ...(until && { until }), covered, leaving, following }];
  });
}

/** Back to the day on which the need was last carried in full, or stated: what was lost before has been made good. */
function momentsBefore(reading: Reading, { data }: Requirement, today: Day): readonly Moment[] {
  const { steps } = carriedBy(reading, data.requirement);
  const moments: Moment[] = [];
  for (let index = lastIndexUpTo(steps, today, ([day]) => day); index >= 0; index -= 1) {
    const [day, carried] = steps[index]!;
    if (carried === undefined) break;
    moments.unshift([day, carried]);
    if (carried.units >= data.units) break;
  }
  return moments;
}

function momentsAhead(reading: Reading, requirement: Requirement, today: Day): readonly Moment[] {
  const days = new Set<Day>();
  for (const item of itemsFor(reading, requirement, today)) {
    if (item.strength === 'committed') days.add(firstDay(item, today));
    if (item.leavesOn !== undefined) days.add(addDays(lastDay(item, today), 1));
  }
  for (const { until } of supportOf(reading, requirement, today)) if (until !== undefined) days.add(addDays(until, 1));
  return [...days, addDays(today, 1)]
    .filter((day, index, all) => day > today && all.indexOf(day) === index)
    .sort()
    .map((day): Moment => [day, carriedAhead(reading, requirement, { today, day })]);
}

/** Those of which the first has more than the second. */
const lessOf = (more: Carried, less: Carried): readonly Carrier[] =>
  more.carriers.filter((carrier) => (less.carriers.find((other) => isSameCarrier(carrier, other))?.units ?? 0) < carrier.units);

/** A unit that an older need has taken over, or whose main part is waited for, has not left. */
function isStillThere(
  reading: Reading,
  items: readonly SupplyItem[],
  carrier: Carrier,
  { today, from }: { readonly today: Day; readonly from: Day },
): boolean {
  if (carrier.kind === 'partner') return false;
  if (from <= today) return unitHistory(reading, carrier.name).at(from).present;
  const item = items.find((other) => isSameCarrier(other, carrier));
  return item !== undefined && from <= lastDay(item, today);
}
