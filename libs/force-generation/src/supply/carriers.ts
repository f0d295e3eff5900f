import { Curve, type Step } from '../curve.js';
import { daysInOrder, type Day } from '../day.js';
import { goingOnFrom, type EveryDay } from '../reading.js';
import { balanceOf, coverageOf, type CapabilityBalance, type CoverageAsked } from './coverage.js';
import { isSupporting, partnerDays, partnersGoneOn, supportOf, type PartnerSupport } from './partner-support.js';
import { requirementHistory, type Requirement } from './requirement.js';
import type { SupplyItem } from './supply-item.js';

/** A unit, what of a pledge has no unit yet, or a partner: what a need rests on. */
export type Carrier = SupplyItem | PartnerSupport;

export interface Carried {
  readonly units: number;
  readonly carriers: readonly Carrier[];
}

const sumOf = (carriers: readonly Carrier[]): Carried => ({
  units: carriers.reduce((sum, { units }) => sum + units, 0),
  carriers,
});

/** A need and what it is carried out of: the supply of each capability that it ever asked for, in whole units. */
export interface NeedCarried {
  readonly reading: EveryDay;
  /** What was there for it on each day, as the day's own facts tell it; undefined where it did not stand. */
  readonly carried: Curve<Carried | undefined>;
  readonly balances: ReadonlyMap<string, CapabilityBalance>;
}

export const needCarried = (reading: EveryDay, name: string): NeedCarried => ({
  reading,
  carried: carriedBy(reading, name),
  balances: balancesOf(reading, name),
});

const carriedBy = (reading: EveryDay, name: string): Curve<Carried | undefined> =>
  reading.byDay<Curve<Carried | undefined>>('carried by', name, (before) => {
    const history = requirementHistory(reading, name);
    const balances = balancesOf(reading, name);
    const kept = goingOnFrom(reading, before);
    let last = Curve.lastKept(kept);
    const steps: Step<Carried | undefined>[] = [];
    const begins = reading.whole === reading ? [] : [reading.begins];
    for (const day of daysInOrder([...begins, ...history.steps.map(([on]) => on), ...carryingDays(reading, balances)])) {
      if (kept !== undefined && day < kept.from) continue;
      const fact = history.at(day);
      const carried = fact?.type === 'RequirementStated' ? carriedOn({ reading, balances }, fact, day) : undefined;
      steps.push([day, (last = isSame(last, carried) ? last : carried)]);
    }
    return Curve.goingOn(kept, steps, undefined);
  });

/** For every capability that the need was ever stated for. */
function balancesOf(reading: EveryDay, name: string): ReadonlyMap<string, CapabilityBalance> {
  const stated = requirementHistory(reading, name).steps.flatMap(([, fact]) =>
    fact?.type === 'RequirementStated' ? [fact.data.capability] : [],
  );
  return new Map([...new Set(stated)].map((capability) => [capability, inWholeUnits(reading, capability)]));
}

const inWholeUnits = (reading: EveryDay, capability: string): CapabilityBalance => ({
  ...balanceOf(reading, capability),
  supply: wholeSupply(reading, capability),
  deployed: reading.byDay<CapabilityBalance['deployed']>('whole units there of', capability, (kept) =>
    wholeSupply(reading, capability).map(
      (items) => items.filter(({ strength }) => strength === 'deployed'),
      goingOnFrom(reading, kept),
    ),
  ),
});

/**
 * What is there or committed: nothing rests on what is only pledged. What a report of strength says of a unit changes nothing of it,
 * unless free units are shared out by the persons that are missing.
 */
const wholeSupply = (reading: EveryDay, capability: string): CapabilityBalance['supply'] =>
  reading.byDay<CapabilityBalance['supply']>('whole units of', capability, (before) => {
    const kept = goingOnFrom(reading, before);
    let last = Curve.lastKept(kept);
    return balanceOf(reading, capability).supply.map((all) => {
      const items = wholeUnits(all.filter(({ strength }) => strength !== 'pledged'));
      if (last === undefined || !isSameSupply(last, items)) last = items;
      return last;
    }, kept);
  });

const isSameSupply = (a: readonly SupplyItem[], b: readonly SupplyItem[]): boolean =>
  a.length === b.length && a.every((item, index) => isSameItem(item, b[index]!)) && (a.every(isMeant) || isSameStrength(a, b));

const isMeant = ({ requirement }: SupplyItem): boolean => requirement !== undefined;

const isSameItem = (a: SupplyItem, b: SupplyItem): boolean =>
  isSameCarrier(a, b) &&
  a.units === b.units &&
  a.strength === b.strength &&
  a.requirement === b.requirement &&
  a.startsOn === b.startsOn &&
  a.leavesOn === b.leavesOn &&
  a.validUntil === b.validUntil;

const isSameStrength = (a: readonly SupplyItem[], b: readonly SupplyItem[]): boolean =>
  a.every(({ personnel }, index) => personnel === b[index]!.personnel);

type Sources = Pick<NeedCarried, 'reading' | 'balances'>;

const carriedOn = (sources: Sources, requirement: Requirement, day: Day): Carried =>
  carriedOutOf(sources, requirement, { today: day, day, strength: 'deployed' });

/** What is to be there on a day ahead, as today tells it. */
export const carriedAhead = (
  sources: Sources,
  requirement: Requirement,
  ahead: { readonly today: Day; readonly day: Day },
): Carried => carriedOutOf(sources, requirement, { ...ahead, strength: 'committed' });

/** What is there and to come for the need's capability. */
export const itemsFor = ({ balances }: Pick<NeedCarried, 'balances'>, { data }: Requirement, today: Day): readonly SupplyItem[] =>
  balances.get(data.capability)!.supply.at(today);

function carriedOutOf({ reading, balances }: Sources, requirement: Requirement, asked: CoverageAsked): Carried {
  const supports = supportOf(reading, requirement, asked.today).filter((support) => isSupporting(support, asked.day));
  return sumOf([...coverageOf(balances.get(requirement.data.capability)!, requirement, asked).items, ...supports]);
}

/** A unit carries a need with its main part: until that comes, the advance party is one with it. */
function wholeUnits(items: readonly SupplyItem[]): readonly SupplyItem[] {
  const rests = new Map(items.flatMap((item) => (item.kind === 'unit' && item.units === 0 ? [[item.name, item]] : [])));
  if (rests.size === 0) return items;
  return items.flatMap((item) => {
    if (item.kind !== 'unit' || !rests.has(item.name)) return [item];
    if (item.units === 0) return [];
    const { strength, startsOn, personnel, facts } = rests.get(item.name)!;
    return [{ ...item, strength, startsOn, personnel: item.personnel + personnel, facts: [...facts, ...item.facts] }];
  });
}

export const isSameCarrier = (a: Carrier, b: Carrier): boolean => a.kind === b.kind && a.name === b.name;

const isSame = (a: Carried | undefined, b: Carried | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.carriers.length === b.carriers.length &&
    a.carriers.every((one, index) => carriesTheSame(one, b.carriers[index]!)));

/** A report of strength changes an item, and not what it carries, nor until when. */
const carriesTheSame = (a: Carrier, b: Carrier): boolean =>
  a.kind === 'partner' || b.kind === 'partner'
    ? a === b
    : isSameCarrier(a, b) && a.units === b.units && a.leavesOn === b.leavesOn;

/** Days on which its supply, the needs that share it or its partners may change by a fact, and after a partner's last. */
function carryingDays(reading: EveryDay, balances: NeedCarried['balances']): readonly Day[] {
  const days = [...partnerDays(reading), ...partnersGoneOn(reading)];
  for (const { supply, standing } of balances.values()) {
    for (const [on] of supply.steps) days.push(on);
    for (const [on] of standing.steps) days.push(on);
  }
  return days;
}
