import { Curve, type Step } from '../curve.js';
import { beginningOfTime, type Day } from '../day.js';
import { goingOnFrom, type EveryDay } from '../reading.js';
import { pledgesAlive } from './pledge-history.js';
import { pledgeSupply } from './pledge-supply.js';
import { requirementsOf, type Requirement } from './requirement.js';
import { firstDay, isThere, strengthNames, type StrengthName, type SupplyItem } from './supply-item.js';
import { unitSupply } from './unit-supply.js';

/** Units and persons that meet a requirement on a day, with the items that they are. */
export interface Coverage {
  readonly units: number;
  readonly personnel: number;
  readonly items: readonly SupplyItem[];
}

/** What is supplied of a capability over time, and the requirements that ask for it, as each day's own facts tell them. */
export interface CapabilityBalance {
  /** Everybody's that ever was of it, one by one. */
  readonly sources: readonly Curve<readonly SupplyItem[]>[];
  readonly supply: Curve<readonly SupplyItem[]>;
  /** What of it is deployed. */
  readonly deployed: Curve<readonly SupplyItem[]>;
  /** The oldest need first. */
  readonly standing: Curve<readonly Requirement[]>;
  /** The part of the personnel with which a requirement is met, in per cent. */
  readonly personnelPercent: number;
}

export const balanceOf = (reading: EveryDay, capability: string): CapabilityBalance => ({
  sources: sourcesOfCapability(reading, capability),
  supply: supplyOfCapability(reading, capability),
  deployed: deployedOfCapability(reading, capability),
  standing: requirementsOf(reading, capability),
  personnelPercent: reading.policy.table.rules['capability-gap'].personnelPercent,
});

/** The units, and nearly all of the persons: what is below that is a matter of the unit's own strength. */
export const isMet = (
  { personnelPercent }: CapabilityBalance,
  { data }: Requirement,
  { units, personnel }: Pick<Coverage, 'units' | 'personnel'>,
): boolean => units >= data.units && 100 * personnel >= personnelPercent * data.personnel;

/** Everybody's supply over time, whatever the capability. */
export const allSupply = (reading: EveryDay): readonly Curve<readonly SupplyItem[]>[] =>
  reading.once('all supply', () => suppliers(reading).map((supplier) => supplyFrom(reading, supplier)));

/** A unit or a pledge; the two may bear one id. */
interface Supplier {
  readonly kind: 'unit' | 'pledge';
  readonly id: string;
}

const suppliers = (reading: EveryDay): readonly Supplier[] => [
  ...reading.ids('unit').map((id): Supplier => ({ kind: 'unit', id })),
  ...pledgesAlive(reading).map((id): Supplier => ({ kind: 'pledge', id })),
];

const supplyFrom = (reading: EveryDay, { kind, id }: Supplier): Curve<readonly SupplyItem[]> =>
  kind === 'unit' ? unitSupply(reading, id) : pledgeSupply(reading, id);

/** Everybody's supply of the capability: one curve for each unit and pledge that ever was of it, in the order of their names. */
const sourcesOfCapability = (reading: EveryDay, capability: string): readonly Curve<readonly SupplyItem[]>[] =>
  namesOf(suppliersOf(reading, capability)).map((name) => {
    const supplier = supplierNamed(name);
    const source = supplyFrom(reading, supplier);
    if (capabilitiesOf(reading, supplier).length === 1) return source;
    return source.map((items) => items.filter((item) => item.capability === capability));
  });

const namesOf = (suppliers: readonly Step<string>[]): readonly string[] => suppliers.map(([, name]) => name).sort();

/** Suppliers of the capability by name, each with its first day as one, in the order of days. */
const suppliersOf = (reading: EveryDay, capability: string): readonly Step<string>[] =>
  reading.onceOf('suppliers of', capability, () => suppliersByCapability(reading).get(capability) ?? []);

const suppliersByCapability = (reading: EveryDay): ReadonlyMap<string, readonly Step<string>[]> =>
  reading.once('suppliers', () => {
    const byCapability = new Map<string, Step<string>[]>();
    for (const supplier of suppliers(reading)) {
      for (const [from, capability] of capabilitiesOf(reading, supplier)) {
        const known = byCapability.get(capability) ?? [];
        known.push([from, nameOf(supplier)]);
        byCapability.set(capability, known);
      }
    }
    for (const known of byCapability.values()) known.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return byCapability;
  });

/** The capabilities that it ever supplied, each with its first day. */
const capabilitiesOf = (reading: EveryDay, supplier: Supplier): readonly Step<string>[] =>
  reading.steadyByDay<readonly Step<string>[]>('capabilities of', nameOf(supplier), (kept) => {
    const { steps } = supplyFrom(reading, supplier);
    const known = kept === undefined ? [] : kept.value.filter(([from]) => from < kept.from);
    for (let index = steps.length - 1; index >= 0 && steps[index]![0] >= (kept?.from ?? beginningOfTime); index -= 1) {
      const [from, items] = steps[index]!;
      for (const { capability } of items) {
        const first = known.findIndex(([, one]) => one === capability);
        if (first < 0) known.push([from, capability]);
        else if (known[first]![0] > from) known[first] = [from, capability];
      }
    }
    return known.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  });

const nameOf = ({ kind, id }: Supplier): string => `${kind} ${id}`;

function supplierNamed(name: string): Supplier {
  const [kind] = name.split(' ', 1) as [Supplier['kind']];
  return { kind, id: name.slice(kind.length + 1) };
}

/** The capability's supply over time, as each day's own facts tell it. */
const supplyOfCapability = (reading: EveryDay, capability: string): Curve<readonly SupplyItem[]> =>
  reading.byDay<Curve<readonly SupplyItem[]>>('supply of', capability, (kept) =>
    Curve.combine(sourcesOfCapability(reading, capability), allOf, goingOnFrom(reading, kept)),
  );

const deployedOfCapability = (reading: EveryDay, capability: string): Curve<readonly SupplyItem[]> =>
  reading.byDay<Curve<readonly SupplyItem[]>>('deployed of', capability, (kept) =>
    supplyOfCapability(reading, capability).map(
      (items) => items.filter(({ strength }) => strength === 'deployed'),
      goingOnFrom(reading, kept),
    ),
  );

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
 * What meets the requirement out of what is supplied of its capability: items linked to a requirement meet that one first, then free
 * units the oldest need first. A unit meant for a requirement that does not stand is free.
 */
export function coverageOf(balance: CapabilityBalance, requirement: Requirement, asked: CoverageAsked): Coverage {
  const { requirement: name } = requirement.data;
  const there = itemsThere(balance, asked);
  if (there.every((item) => item.requirement === name)) return sumOf(there);
  const linked = there.filter((item) => item.requirement === name);
  const standing = balance.standing.at(asked.today);
  const free = there.filter((item) => standing.every(({ data }) => data.requirement !== item.requirement));
  return free.length === 0 ? sumOf(linked) : shareOut(balance, standing, there, free.sort(firstCome(asked.today))).get(name)!;
}

/** What is deployed today is there until it is repatriated, also on the day on which it was to leave. */
function itemsThere({ supply, deployed }: CapabilityBalance, { today, day, strength }: CoverageAsked): readonly SupplyItem[] {
  if (strength === 'deployed') return deployed.at(today);
  return supply.at(today).filter((item) => (strength === 'pledged' || item.strength !== 'pledged') && isThere(item, day, today));
}

/** Free items go to the oldest need that is not met yet. */
function shareOut(
  balance: CapabilityBalance,
  standing: readonly Requirement[],
  there: readonly SupplyItem[],
  free: SupplyItem[],
): ReadonlyMap<string, Coverage> {
  const result = new Map<string, Coverage>();
  for (const need of standing) {
    let coverage = sumOf(there.filter((item) => item.requirement === need.data.requirement));
    while (free.length > 0 && !isMet(balance, need, coverage)) coverage = sumOf([...coverage.items, free.shift()!]);
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
