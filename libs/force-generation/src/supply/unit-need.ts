import { Curve, type Step } from '../curve.js';
import { beginningOfTime, type Day } from '../day.js';
import type { EveryDay } from '../reading.js';
import { unitHistory, type UnitState } from '../strength/unit-history.js';
import { pledgeHistory, pledgeOn, type Said } from './pledge-history.js';
import { eachOf } from './pledge-supply.js';
import { requirementHistory, requirementOn, type Requirement } from './requirement.js';
import { unitIdentity } from './unit-supply.js';

/** How strong a unit is to be, and where that is said. */
export interface UnitNeed {
  /** Persons, to the nearest whole number. */
  readonly required: number;
  readonly personnel: Said;
  /** Absent where the fact speaks of this one unit. */
  readonly units?: Said;
}

/** The requirement that the unit is meant for, as it stands on each day. */
export const meantFor = ({ whole: reading }: EveryDay, unit: string): Curve<Requirement | undefined> =>
  reading.byDay<Curve<Requirement | undefined>>('meant for', unit, (kept) => {
    const history = unitHistory(reading, unit);
    const steps: Step<Requirement | undefined>[] = [];
    for (const day of [
      ...identityDays(history),
      ...pledgeDays(reading, history, beginningOfTime),
      ...requirementDays(reading, history),
    ])
      if (kept === undefined || day >= kept.from) steps.push([day, requirementOfUnit(reading, unit, day)]);
    return Curve.goingOn(kept, steps, undefined);
  });

function requirementOfUnit(reading: EveryDay, unit: string, day: Day): Requirement | undefined {
  const identity = unitIdentity(reading, unitHistory(reading, unit).at(day), day);
  return identity?.requirement === undefined ? undefined : requirementOn(reading, identity.requirement, day);
}

/** The mandated tasks that need what the unit is meant for. */
export const tasksOfUnit = (reading: EveryDay, unit: string, day: Day): readonly string[] =>
  meantFor(reading, unit).at(day)?.data.tasks ?? [];

/** Days on which the unit comes, goes or is planned anew; what it reports of its strength makes it no other unit. */
function identityDays({ steps }: Curve<UnitState>): Day[] {
  const days: Day[] = [];
  let before: UnitState | undefined;
  for (const [day, state] of steps) {
    if (state.arrival !== before?.arrival || state.plan !== before?.plan || state.present !== before?.present) days.push(day);
    before = state;
  }
  return days;
}

/** Days of the pledges that the unit comes under on a day or later. */
export const pledgeDays = (reading: EveryDay, history: Curve<UnitState>, from: Day): Day[] =>
  pledgesOf(history, from).flatMap((pledge) => pledgeHistory(reading, pledge).steps.map(([day]) => day));

function pledgesOf(history: Curve<UnitState>, from: Day): readonly string[] {
  const pledges = new Set<string>();
  for (const { pledge: arrivedUnder, pledgePlanned } of history.valuesAround(from))
    for (const pledge of [arrivedUnder, pledgePlanned]) if (pledge !== undefined) pledges.add(pledge);
  return [...pledges];
}

function requirementDays(reading: EveryDay, history: Curve<UnitState>): Day[] {
  const names = new Set<string>();
  for (const [, { requirement }] of history.steps) if (requirement !== undefined) names.add(requirement);
  for (const pledge of pledgesOf(history, beginningOfTime))
    for (const [, { selected }] of pledgeHistory(reading, pledge).steps) if (selected) names.add(selected.data.requirement);
  return [...names].flatMap((name) => requirementHistory(reading, name).steps.map(([day]) => day));
}

/** Its part of the requirement, else of the pledge's terms, else its plan; undefined where nothing says it. */
export function needOfUnit(reading: EveryDay, unit: string, day: Day): UnitNeed | undefined {
  const requirement = meantFor(reading, unit).at(day);
  if (requirement !== undefined) return partOf(requirement);
  const { plan, pledgePlanned, pledge = pledgePlanned } = unitHistory(reading, unit).at(day);
  const offered = pledge === undefined ? undefined : pledgeOn(reading, pledge, day);
  if (offered?.terms !== undefined)
    return {
      required: eachOf(offered.terms.personnel, offered.terms.units),
      personnel: offered.personnelSaid!,
      units: offered.unitsSaid!,
    };
  return plan && { required: plan.data.personnel, personnel: { fact: plan, at: '/personnel' } };
}

const partOf = (fact: Requirement): UnitNeed => ({
  required: eachOf(fact.data.personnel, fact.data.units),
  personnel: { fact, at: '/personnel' },
  units: { fact, at: '/units' },
});
