import type { Curve } from '../curve.js';
import { addDays, beginningOfTime, daysInOrder, type Day } from '../day.js';
import type { FactOf } from '../facts.js';
import { ceilings, typesCounted, ceilingsOf, separateTypes } from '../mandate/ceilings.js';
import { componentOf, typesOf, type Component, type PersonnelType } from '../personnel.js';
import type { EveryDay, Reading } from '../reading.js';
import { standingOn } from '../standing.js';
import { cellName } from '../strength/cell-name.js';
import { cellsOn } from '../strength/cells-on.js';
import { headCountsToday, isSayable, type HeadCount } from '../strength/head-count.js';
import { allSupply } from './coverage.js';
import { firstDay, lastDay, sourceDays, type SupplyItem } from './supply-item.js';

/** The types that make up the component's count on the day: those that no separate line has taken out of it. */
export function typesOfComponent(reading: EveryDay, component: Component, day: Day): readonly PersonnelType[] {
  const inForce = ceilings(reading).at(day);
  const [own] = ceilingsOf(component, inForce).filter(({ data }) => data.placement === 'component');
  if (own !== undefined) return typesCounted(own, inForce);
  const left = separateTypes(inForce);
  return typesOf[component].filter((type) => !left.has(type));
}

/** The component's head-count; undefined before the first return. */
export const componentCount = (reading: Reading, component: Component, day: Day): HeadCount | undefined =>
  headCountsToday(reading, typesOfComponent(reading, component, day)).at(day);

export interface ComponentSupply {
  readonly deployed: number;
  /** Deployed, and what is planned to arrive less what is announced to leave by the day. */
  readonly committed: number;
  /** Committed, and what is pledged on the day. */
  readonly pledged: number;
}

/** The component's strengths on a day, today or ahead, as the facts up to today tell it; undefined where its head-count is not known. */
export function componentSupply(reading: Reading, component: Component, today: Day, day: Day): ComponentSupply | undefined {
  const count = componentCount(reading, component, today);
  if (count === undefined || !isSayable(count.state)) return undefined;
  let [committed, pledged] = [count.persons - contributorsLeaving(reading, component, { today, day }), 0];
  for (const item of movingOn(reading, today)) {
    if (item.component !== component) continue;
    if (item.leavesOn !== undefined && leaveDay(item.leavesOn, today) <= day) committed -= personsLeaving(item);
    if (item.strength === 'deployed' || firstDay(item, today) > day) continue;
    if (item.strength === 'committed') committed += item.personnel;
    else if (day <= lastDay(item, today)) pledged += item.personnel;
  }
  return { deployed: count.persons, committed, pledged: committed + pledged };
}

/** What is to come or to leave, as the facts of the day tell it; what is there and stays is in the head-count already. */
export const movingOn = (reading: Reading, day: Day): readonly SupplyItem[] =>
  reading.onceToday(`moving on ${day}`, () => {
    const moving: SupplyItem[] = [];
    for (const supply of suppliesOn(reading).at(day))
      for (const item of supply.at(day)) if (item.strength !== 'deployed' || item.leavesOn !== undefined) moving.push(item);
    return moving;
  });

/** The supplies of which anything may be there on a day: most pledges are over. */
const suppliesOn = (reading: EveryDay): Curve<readonly Curve<readonly SupplyItem[]>[]> =>
  reading.once('supplies by day', () =>
    standingOn(
      allSupply(reading).flatMap((supply) => {
        const [first, last] = [supply.steps[0], supply.steps.at(-1)];
        if (first === undefined || last === undefined) return [];
        return { what: supply, from: first[0], to: last[1].length === 0 ? last[0] : undefined };
      }),
    ),
  );

/** What should have left may leave tomorrow. */
const leaveDay = (leavesOn: Day, today: Day): Day => (leavesOn < today ? addDays(today, 1) : leavesOn);

/** As many as were announced, else the whole unit. */
function personsLeaving({ personnel, facts }: SupplyItem): number {
  const announced = facts.find((fact) => fact.type === 'WithdrawalAnnounced');
  return announced?.type === 'WithdrawalAnnounced' ? Math.min(announced.data.personnel, personnel) : personnel;
}

/** Announced without naming a unit; once a return is later than the day, it shows who has left. */
function contributorsLeaving(reading: Reading, component: Component, { today, day }: { today: Day; day: Day }): number {
  const observedOn = componentCount(reading, component, today)!.observedOn;
  return withdrawalsOfNoUnit(reading)
    .filter(({ data }) => data.on <= today && data.leavesOn > observedOn)
    .filter(({ data }) => leaveDay(data.leavesOn, today) <= day)
    .reduce((sum, { data }) => sum + announcedOf(reading, component, data, today), 0);
}

type Announced = FactOf<'WithdrawalAnnounced'>['data'];

/** Where no type is named, a contributor's military and police leave in proportion to what it has of them; where it has none, military. */
function announcedOf(reading: Reading, component: Component, announced: Announced, today: Day): number {
  const { contributor = '', personnelType, personnel } = announced;
  if (personnelType !== undefined) return componentOf(personnelType) === component ? personnel : 0;
  const cells = cellsOn(reading, today);
  const [military, police] = [typesOf.military, typesOf.police].map((types) =>
    types.reduce((sum, type) => sum + Math.max(cells.get(cellName(contributor, type)) ?? 0, 0), 0),
  ) as [number, number];
  const ofPolice = police === 0 ? 0 : Math.round((personnel * police) / (military + police));
  return component === 'police' ? ofPolice : personnel - ofPolice;
}

const withdrawalsOfNoUnit = (reading: EveryDay): readonly FactOf<'WithdrawalAnnounced'>[] =>
  reading.once('withdrawals of no unit', () =>
    reading.everValid<FactOf<'WithdrawalAnnounced'>>('withdrawals').filter(({ data }) => data.unit === undefined),
  );

/** Days on which a component's supply may change. */
export const supplyDays = (reading: EveryDay): readonly Day[] =>
  reading.once('supply days', () => {
    const supplied = allSupply(reading).flatMap((source) => sourceDays(source, beginningOfTime));
    const withdrawals = reading.everValid<FactOf<'WithdrawalAnnounced'>>('withdrawals');
    const announced = withdrawals.flatMap(({ data }) => [data.on, data.leavesOn, addDays(data.leavesOn, 1)]);
    return daysInOrder([...supplied, ...announced]);
  });
