import { Curve, type Step } from '../curve.js';
import { addDays, daysInOrder, type Day } from '../day.js';
import type { Reading } from '../reading.js';
import { coverageOf, sourcesOfCapability, supplyOfCapability } from './coverage.js';
import { isSupporting, partnerDays, supportOf, type PartnerSupport } from './partner-support.js';
import { requirementHistory, requirementNames, requirementOn, type Requirement } from './requirement.js';
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

/** What was there for the need on each day, as the day's own facts tell it; undefined where the need did not stand. */
export const carriedBy = (reading: Reading, name: string): Curve<Carried | undefined> =>
  reading.onceOf('carried by', name, () => {
    let last: Carried | undefined;
    const steps = carryingDays(reading, name).map((day): Step<Carried | undefined> => {
      const carried = carriedOn(reading, name, day);
      return [day, (last = isSame(last, carried) ? last : carried)];
    });
    return Curve.of(steps, undefined);
  });

function carriedOn(reading: Reading, name: string, day: Day): Carried | undefined {
  const requirement = requirementOn(reading, name, day);
  if (requirement === undefined) return undefined;
  const items = wholeUnits(supplyOfCapability(reading, requirement.data.capability).at(day));
  return carriedOutOf(reading, requirement, items, { today: day, day, strength: 'deployed' });
}

/** What is to be there on a day ahead, as today tells it. */
export const carriedAhead = (
  reading: Reading,
  requirement: Requirement,
  items: readonly SupplyItem[],
  ahead: { readonly today: Day; readonly day: Day },
): Carried => carriedOutOf(reading, requirement, items, { ...ahead, strength: 'committed' });

/** What is there and to come for the need's capability. */
export const itemsFor = (reading: Reading, { data }: Requirement, today: Day): readonly SupplyItem[] =>
  wholeUnits(supplyOfCapability(reading, data.capability).at(today));

function carriedOutOf(
  reading: Reading,
  requirement: Requirement,
  items: readonly SupplyItem[],
  asked: Parameters<typeof coverageOf>[3],
): Carried {
  const supports = supportOf(reading, requirement, asked.today).filter((support) => isSupporting(support, asked.day));
  return sumOf([...coverageOf(reading, requirement, items, asked).items, ...supports]);
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

/** A report of strength changes an item, and not what it carries. */
const carriesTheSame = (a: Carrier, b: Carrier): boolean =>
  a.kind === 'partner' ? a === b : isSameCarrier(a, b) && a.units === b.units;

/** Days on which the need, its supply, the needs that share it, or its partners may change by a fact, and after a partner's last. */
function carryingDays(reading: Reading, name: string): readonly Day[] {
  const { said, until } = partnerDays(reading);
  const days = new Set([...said, ...until.map((day) => addDays(day, 1))]);
  for (const other of requirementNames(reading)) for (const [on] of requirementHistory(reading, other).steps) days.add(on);
  for (const { steps } of capabilitiesOf(reading, name).flatMap((capability) => sourcesOfCapability(reading, capability)))
    for (const [on] of steps) days.add(on);
  return daysInOrder(days);
}

/** Every capability that the need was ever stated for. */
export const capabilitiesOf = (reading: Reading, name: string): readonly string[] => [
  ...new Set(
    requirementHistory(reading, name).steps.flatMap(([, fact]) =>
      fact?.type === 'RequirementStated' ? [fact.data.capability] : [],
    ),
  ),
];
