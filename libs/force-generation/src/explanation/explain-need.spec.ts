import { story } from '../../../../tests/stories/story.js';
import {
  agreementSigned,
  deploymentPlanned,
  pledgeSelected,
  requirementStated,
  rotationPlanned,
  unitArrived,
} from '../../../../tests/stories/told-facts.js';

// Every look of a story compares an alert's figures with its explanation, name by name.
const gap = 'capability-gap/helicopters';
const two = requirementStated({ units: 2, personnel: 200, requiredBy: '2025-07-01' });

describe('the explanation of a need', () => {
  story('counts a unit as a unit, also where its pledge bears the same id')
    .from('2025-07-01', two, pledgeSelected({ pledge: 'sen' }), agreementSigned({ pledge: 'sen' }))
    .on('2025-07-02', deploymentPlanned({ pledge: 'sen', unit: 'sen', arrivesOn: '2025-09-01', personnel: 100 }))
    .on('2025-08-01', unitArrived({ unit: 'sen', pledge: 'sen', part: 'advance', women: 0, men: 30 }))
    .onDay('2025-08-01')
    .expectAlert(gap, {
      units: { required: 2, deployed: 1, committed: 1, pledged: 1 },
      personnel: { required: 200, deployed: 30, committed: 100, pledged: 100 },
    });

  story('counts what of a pledge for several units has none of its own')
    .from('2025-07-01', requirementStated({ units: 4, personnel: 400, requiredBy: '2025-07-01' }))
    .on('2025-07-01', pledgeSelected({ pledge: 'nga', units: 3, personnel: 301 }))
    .on('2025-07-02', unitArrived({ unit: 'nga-1', pledge: 'nga', women: 0, men: 90 }))
    .onDay('2025-07-20')
    .expectAlert(gap, {
      units: { required: 4, deployed: 1, committed: 1, pledged: 3 },
      personnel: { required: 400, deployed: 90, committed: 90, pledged: 290 },
    });

  story('counts the unit that takes over as strong as the one that leaves')
    .from('2025-07-01', two, unitArrived({ unit: 'old', women: 0, men: 80 }))
    .on('2025-07-02', rotationPlanned({ unit: 'old', leavesOn: '2025-09-10', replacedBy: 'new', arrivesOn: '2025-09-01' }))
    .onDay('2025-07-20')
    .expectAlert(gap, {
      units: { required: 2, deployed: 1, committed: 2, pledged: 2 },
      personnel: { required: 200, deployed: 80, committed: 160, pledged: 160 },
    });
});
