import { story } from '../../../../tests/stories/story.js';
import {
  deploymentPlanned,
  pledgeSelected,
  requirementStated,
  unitArrived,
  withdrawalAnnounced,
} from '../../../../tests/stories/told-facts.js';

const gap = 'capability-gap/helicopters';

describe('a unit that is overdue counts from tomorrow', () => {
  story('so that the one that leaves is missing beside it from the day before it leaves')
    .from(
      '2025-01-01',
      requirementStated({ requiredBy: '2025-02-01', units: 2, personnel: 200 }),
      pledgeSelected({ units: 1 }),
      unitArrived({ unit: 'BGD-HELI', requirement: 'helicopters' }),
      deploymentPlanned({ arrivesOn: '2025-03-01' }),
      withdrawalAnnounced({ unit: 'BGD-HELI', leavesOn: '2025-06-10', personnel: 100 }),
    )
    .onDay('2025-06-08')
    .expectAlert(gap, {}, { severity: 'critical', reason: 'committed, but much later, overdue' })
    .onDay('2025-06-09')
    .expectAlert(gap, {}, { severity: 'critical', reason: 'nobody has pledged all of it' });
});
