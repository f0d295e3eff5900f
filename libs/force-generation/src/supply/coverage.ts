import { Curve } from '../curve.js';
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

/** The units, and nearly all of the persons: what is below that is a matter of the unit's own strength. */
export function isMet(reading: Reading, { data }: Requirement, { units, personnel }: Coverage): boolean {
  const { personnelPercent } = reading.policy.table.rules['capability-gap'];
  return units >= data.units && 100 * personnel >= personnelPercent * data.personnel;
}

/** Everybody's supply over time, whatever the capability. */
export const allSupply = (reading: Reading): readonly Curve<readonly SupplyItem[]>[] =>
  reading.once('all supply', () => [
    ...reading.ids('unit').map((unit) => unitSupply(reading, unit)),
    ...reading.ids('pledge').map((pledge) => pledgeSupply(reading, pledge)),
  ]);

/** Everybody's supply of the capability: one curve for each unit and pledge that ever was of it. */
export const sourcesOfCapability = (reading: Reading, capability: string): readonly Curve<readonly SupplyItem[]>[] =>
  reading.onceOf('sources of', capability, () => {
    const isOf = (item: SupplyItem): boolean => item.capability === capability;
    const sources = reading.once('supply by capability', () => byCapability(allSupply(reading))).get(capability) ?? [];
    // A curve that is wholly of the capability is itself, so that what rests on it stands while it does.
    return sources.map((source) =>
      source.steps.every(([, items]) => items.every(isOf)) ? source : source.map((items) => items.filter(isOf)),
    );
  });

function byCapability(supply: readonly Curve<readonly SupplyItem[]>[]) {
  const sources = new Map<string, Curve<readonly SupplyItem[]>[]>();
  for (const source of supply) {
    for (const capability of capabilitiesOf(source)) {
      const known = sources.get(capability);
      if (known === undefined) sources.set(capability, [source]);
      else known.push(source);
    }
  }
  return sources;
}

function capabilitiesOf({ steps }: Curve<readonly SupplyItem[]>): ReadonlySet<string> {
  const capabilities = new Set<string>();
  for (const [, items] of steps) for (const item of items) capabilities.add(item.capability);
  return capabilities;
}

/** The capability's supply over time, as each day's own facts tell it. */
export const supplyOfCapability = (reading: Reading, capability: string): Curve<readonly SupplyItem[]> =>
  reading.onceOf('supply of', capability, () => Curve.combine(sourcesOfCapability(reading, capability), allOf));

function allOf(supplies: readonly (readonly SupplyItem[])[]): readonly SupplyItem[] {
  const all: SupplyItem[] = [];
  for (const supply of supplies) for (const item of supply) all.push(item);
  return all;
}

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
  const { requirement: name, capability } = requirement.data;
  const least = strengthNames.indexOf(strength);
  // What is deployed today is there until it is repatriated, also on the day on which it was to leave.
  const there = items.filter((item) =>
    strength === 'deployed'
      ? item.strength === 'deployed'
      : strengthNames.indexOf(item.strength) <= least && isThere(item, day, today),
  );
  const linked = there.filter((item) => item.requirement === name);
  if (linked.length === there.length) return sumOf(linked);
  const standing = requirementsFor(reading, capability, today);
  const free = there.filter((item) => standing.every(({ data }) => data.requirement !== item.requirement));
  return free.length === 0 ? sumOf(linked) : shareOut(reading, standing, there, free.sort(firstCome(today))).get(name)!;
}

/** Free items go to the oldest need that is not met yet. */
function shareOut(
  reading: Reading,
  standing: readonly Requirement[],
  there: readonly SupplyItem[],
  free: SupplyItem[],
): ReadonlyMap<string, Coverage> {
  const result = new Map<string, Coverage>();
  for (const need of standing) {
    let coverage = sumOf(there.filter((item) => item.requirement === need.data.requirement));
    while (free.length > 0 && !isMet(reading, need, coverage)) coverage = sumOf([...coverage.items, free.shift()!]);
    result.set(need.data.requirement, coverage);
  }
  return result;
}

const sumOf = (items: readonly SupplyItem[]): Coverage => {
  let units = 0;
  let personnel = 0;
  for (const item of items) {
    units += item.units;
    personnel += item.personnel;
  }
  return { units, personnel, items };
};

const firstCome =
  (today: Day) =>
  (a: SupplyItem, b: SupplyItem): number =>
    strengthNames.indexOf(a.strength) - strengthNames.indexOf(b.strength) ||
    compare(firstDay(a, today), firstDay(b, today)) ||
    compare(a.name, b.name);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
