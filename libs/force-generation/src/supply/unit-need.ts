import type { Day } from '../day.js';
import type { EveryDay } from '../reading.js';
import { unitHistory } from '../strength/unit-history.js';
import { pledgeOn, type Said } from './pledge-history.js';
import { eachOf } from './pledge-supply.js';
import { requirementOn, type Requirement } from './requirement.js';
import { unitIdentity } from './unit-supply.js';

/** How strong a unit is to be, and where that is said. */
export interface UnitNeed {
  /** Persons, to the nearest whole number. */
  readonly required: number;
  readonly personnel: Said;
  /** Absent where the fact speaks of this one unit. */
  readonly units?: Said;
}

/** The requirement that the unit is meant for, as it stands on the day. */
export function requirementOfUnit(reading: EveryDay, unit: string, day: Day): Requirement | undefined {
  const identity = unitIdentity(reading, unitHistory(reading, unit).at(day), day);
  return identity?.requirement === undefined ? undefined : requirementOn(reading, identity.requirement, day);
}

/** Its part of the requirement, else of the pledge's terms, else its plan; undefined where nothing says it. */
export function needOfUnit(reading: EveryDay, unit: string, day: Day): UnitNeed | undefined {
  const requirement = requirementOfUnit(reading, unit, day);
  if (requirement !== undefined) return partOf(requirement);
  const { arrival, plan } = unitHistory(reading, unit).at(day);
  const pledge = arrival?.data.pledge ?? plan?.data.pledge;
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
