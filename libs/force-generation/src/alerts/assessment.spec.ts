import { story } from '../../../../tests/stories/story.js';
import {
  pledgeRegistered,
  pledgeRenewed,
  pledgeWithdrawn,
  requirementStated,
  unitArrived,
  unitRepatriated,
} from '../../../../tests/stories/told-facts.js';

describe('what is said rests on recent days first, and on all of them where it must', () => {
  story('a withdrawal of years ago that becomes known ends what was said of the pledge: it is no mistake')
    .from('2020-01-01', pledgeRegistered({ validUntil: '2020-12-31' }))
    .onDay('2021-02-01')
    .expectSeverity('pledge-lapsing/ROU-1', 'critical')
    .on('2025-02-01', pledgeWithdrawn({ on: '2021-06-01' }))
    .onDay('2025-02-01')
    .expectSaid('AlertResolved pledge-lapsing/ROU-1#2 superseded');

  story('what has been open for seven years goes on with its first day')
    .from('2018-01-01', pledgeRegistered({ validUntil: '2018-06-30' }))
    .onDay('2018-07-01')
    .onDay('2025-02-01')
    .expectAlert('pledge-lapsing/ROU-1', {}, { since: '2018-05-01', severity: 'critical' })
    .on('2025-02-02', pledgeRenewed({ validUntil: '2026-12-31' }))
    .onDay('2025-02-02')
    .expectNoAlert('pledge-lapsing/ROU-1')
    .expectSaying('pledge-lapsing/ROU-1', { name: 'AlertResolved', resolution: 'filled' });

  story('a need that lost its unit seven years ago names who left it')
    .from('2018-01-01', requirementStated({ requiredBy: '2018-01-01' }), unitArrived({ men: 100, requirement: 'helicopters' }))
    .on('2018-03-01', unitRepatriated({}))
    .onDay('2025-02-01')
    .expectAlert('hand-over-gap/helicopters', { leaving: 'ROU-HELI', leavesOn: '2018-03-01' }, { since: '2018-03-01' });
});
