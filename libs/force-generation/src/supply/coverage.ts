import type { Curve } from '../curve.js';
import type { Day } from '../day.js';
import type { Reading } from '../reading.js';
import { pledgeSupply } from './pledge-supply.js';
import { requirementsFor, type Requirement } from './requirement.js';
import { firstDay, isThere, strengthNames, type StrengthName, type SupplyItem } from './supply-item.js';
import { unitSupply } from './unit-supply.js';

/** Units and persons that meet a requirement on a day, with the items that they are. */
export interface Coverage {
  readonly units: number;
  readonly personnel: number;
  readonly items: readonly SupplyItem[];
}

const nobody: Coverage = { units: 0, personnel: 0, items: [] };

/** The units, and nearly all of the persons: what is below that is a matter of the unit's own strength. */
export function isMet(reading: Reading, { data }: Requirement, { units, personnel }: Coverage): boolean {
  const { personnelPercent } = reading.policy.table.rules['capability-gap'];
  return units >= data.units && 100 * personnel >= personnelPercent * data.personnel;
}

/** Everybody's supply over time, whatever the capability. */
export const allSupply = (reading: Reading): readonly Curve<readonly SupplyItem[]>[] =>
  reading.once('all supply', () => [
    ...reading.ids('unit').map((unit) => unitSupply(reading, unit)),
    ...reading.ids('pledge').map((pledge) => pledgeSupply(reading, pledge).map((item) => (item === undefined ? [] : [item]))),
  ]);

/** The supplies in which the capability ever occurs. */
export const supplyOfCapability = (reading: Reading, capability: string): readonly Curve<readonly SupplyItem[]>[] =>
  reading.once(`supply of ${capability}`, () =>
    allSupply(reading).filter(({ steps }) => steps.some(([, items]) => items.some((item) => item.capability === capability))),
  );

/** Its items as the facts up to the day tell them. */
export const itemsOfCapability = (reading: Reading, capability: string, today: Day): readonly SupplyItem[] =>
  supplyOfCapability(reading, capability)
    .flatMap((supply) => supply.at(today))
    .filter((item) => item.capability === capability);

export interface CoverageAsked {
  /** The day whose facts are read. */
  readonly today: Day;
  /** The day looked at: today, or one ahead. */
  readonly day: Day;
  /** The least firm strength that counts. */
  readonly strength: StrengthName;
}

/**
 * What meets the requirement out of the items of its capability: those linked to a requirement meet that one first, then free units
 * the oldest need first. A unit meant for a requirement that does not stand is free.
 */
export function coverageOf(
  reading: Reading,
  requirement: Requirement,
  items: readonly SupplyItem[],
  asked: CoverageAsked,
): Coverage {
  const { today, day, strength } = asked;
  const firm = strengthNames.slice(0, strengthNames.indexOf(strength) + 1);
  const there = items.filter((item) => firm.includes(item.strength) && isThere(item, day, today));
  const standing = requirementsFor(reading, requirement.data.capability, today);
  const names = new Set(standing.map(({ data }) => data.requirement));
  const free = there.filter((item) => item.requirement === undefined || !names.has(item.requirement)).sort(firstCome(today));
  for (const need of standing) {
    let coverage = there.filter((item) => item.requirement === need.data.requirement).reduce(plus, nobody);
    while (free.length > 0 && !isMet(reading, need, coverage)) coverage = plus(coverage, free.shift()!);
    if (need.data.requirement === requirement.data.requirement) return coverage;
  }
  return nobody;
}

const plus = (coverage: Coverage, item: SupplyItem): Coverage => ({
  units: coverage.units + item.units,
  personnel: coverage.personnel + item.personnel,
  items: [...coverage.items, item],
});

const firstCome =
  (today: Day) =>
  (a: SupplyItem, b: SupplyItem): number =>
    strengthNames.indexOf(a.strength) - strengthNames.indexOf(b.strength) ||
    compare(firstDay(a, today), firstDay(b, today)) ||
    compare(a.name, b.name);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
