import type { Day } from '../day.js';
import type { FactOf } from '../facts.js';
import type { EveryDay } from '../reading.js';
import type { UnitState } from '../strength/unit-history.js';
import { pledgeOn } from './pledge-history.js';

/**
 * The unit's plan, while its pledge is not withdrawn: it falls with that. What has come of the unit counts by itself, and so does a
 * plan that is made after the withdrawal and does not name the pledge.
 */
export function planStanding(
  reading: EveryDay,
  { plan, pledgePlanned }: UnitState,
  day: Day,
): FactOf<'DeploymentPlanned'> | undefined {
  const withdrawn = pledgePlanned === undefined ? undefined : pledgeOn(reading, pledgePlanned, day).withdrawn;
  if (plan === undefined || withdrawn === undefined) return plan;
  return plan.data.pledge === undefined && plan.data.on > withdrawn.data.on ? plan : undefined;
}
