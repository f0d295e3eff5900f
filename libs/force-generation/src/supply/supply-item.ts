import type { Curve } from '../curve.js';
import { addDays, endOfTime, type Day } from '../day.js';
import type { Fact } from '../facts.js';
import type { Component } from '../personnel.js';

export const strengthNames = ['deployed', 'committed', 'pledged'] as const;
/** How firm a supply is; a pledge or a unit counts once, in its firmest. */
export type StrengthName = (typeof strengthNames)[number];

/** What a unit is and is meant for. */
export interface SupplyIdentity {
  readonly contributor?: string | undefined;
  readonly component: Component;
  readonly capability: string;
  /** The requirement that it is meant for; free where absent. */
  readonly requirement?: string | undefined;
}

/** Units and persons that are there, or are to come. */
export interface SupplyItem extends SupplyIdentity {
  readonly strength: StrengthName;
  /** A unit, or what of a pledge has no unit yet; the two may bear one id. */
  readonly kind: 'unit' | 'pledge';
  readonly name: string;
  readonly units: number;
  readonly personnel: number;
  /** The day of arrival: past, planned or offered. */
  readonly startsOn: Day;
  /** The announced first day without it. */
  readonly leavesOn?: Day | undefined;
  /** The last day of a pledge. */
  readonly validUntil?: Day | undefined;
  /** The facts that it rests on. */
  readonly facts: readonly Fact[];
}

/** The first day on which it counts, seen from today: what is overdue may come tomorrow. */
export const firstDay = ({ strength, startsOn }: SupplyItem, today: Day): Day =>
  strength === 'committed' && startsOn < today ? addDays(today, 1) : startsOn;

/** The last day on which it counts: what should have left may leave tomorrow. */
export function lastDay({ leavesOn, validUntil }: SupplyItem, today: Day): Day {
  if (leavesOn === undefined) return validUntil ?? endOfTime;
  return leavesOn < today ? today : addDays(leavesOn, -1);
}

/** A plan or a departure whose day has passed. */
export const isLate = ({ strength, startsOn, leavesOn }: SupplyItem, today: Day): boolean =>
  (strength === 'committed' && startsOn < today) || (leavesOn !== undefined && leavesOn < today);

export const isThere = (item: SupplyItem, day: Day, today: Day): boolean =>
  firstDay(item, today) <= day && day <= lastDay(item, today);

/** Days on which items of today come and go, as today tells it. */
export const daysAheadOf = (items: readonly SupplyItem[], today: Day): Day[] =>
  items.flatMap((item) => [firstDay(item, today), addDays(lastDay(item, today), 1)]);

/**
 * Days on which what the item counts may change by the calendar alone, while it is what it is, after `from` and before `to`: those on
 * which it comes or goes, the days after, since it is late then, and the days before, since another that is overdue counts from
 * tomorrow.
 */
function itemDays({ startsOn, leavesOn, validUntil }: SupplyItem, from: Day, to: Day): readonly Day[] {
  const days: Day[] = [];
  for (const day of [startsOn, leavesOn, validUntil && addDays(validUntil, 1)])
    if (day !== undefined && day >= from && day <= to) days.push(addDays(day, -1), day, addDays(day, 1));
  return days;
}

/** Days from `first` on, at least, on which what a unit or a pledge supplies may change, by its facts or by the calendar. */
export function sourceDays({ steps }: Curve<readonly SupplyItem[]>, first: Day): Day[] {
  const found: Day[] = [];
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const [from, items] = steps[index]!;
    const to = steps[index + 1]?.[0] ?? endOfTime;
    if (to < first) break;
    found.push(from);
    for (const item of items) found.push(...itemDays(item, from, to));
  }
  return found;
}
