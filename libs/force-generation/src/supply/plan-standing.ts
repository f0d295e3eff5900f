import type { Day } from '../day.js';
import type { FactOf } from '../facts.js';
import type { EveryDay } from '../reading.js';
import type { UnitState } from '../strength/unit-history.js';
import { pledgeOn } from './pledge-history.js';

/** The unit's plan, while its pledge is not withdrawn: it falls with that. What has come of the unit counts by itself. */
export function planStanding(reading: EveryDay, { plan }: UnitState, day: Day): FactOf<'DeploymentPlanned'> | undefined {
  const pledge = plan?.data.pledge;
  return pledge !== undefined && pledgeOn(reading, pledge, day).withdrawn !== undefined ? undefined : plan;
}
