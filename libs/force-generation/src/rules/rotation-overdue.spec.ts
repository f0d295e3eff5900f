import { Story, story } from '../../../../tests/stories/story.js';
import {
  factRetracted,
  mandateEnded,
  named,
  requirementStated,
  rotationPlanned,
  taskPrioritized,
  unitArrived,
  unitRepatriated,
  unitRotated,
  withdrawalAnnounced,
} from '../../../../tests/stories/told-facts.js';

const overdue = 'rotation-overdue/ROU-HELI';
const arrived = unitArrived({ tourEndsOn: '2018-12-15' });

describe('a rotation that is overdue', () => {
  it.each`
    day             | days   | severity
    ${'2018-12-15'} | ${0}   | ${undefined}
    ${'2018-12-16'} | ${1}   | ${'watch'}
    ${'2019-01-13'} | ${29}  | ${'watch'}
    ${'2019-01-14'} | ${30}  | ${'warning'}
    ${'2019-03-14'} | ${89}  | ${'warning'}
    ${'2019-03-15'} | ${90}  | ${'critical'}
    ${'2019-11-10'} | ${330} | ${'critical'}
  `('is $severity $days days after the end of the tour', ({ day, severity }) => {
    new Story().from('2017-12-15', arrived).onDay(day).expectSeverity(overdue, severity).happen();
  });

  story('due in December 2018 is done in November 2019')
    .from('2017-12-15', arrived)
    .on('2019-11-10', unitRotated({ tourEndsOn: '2020-11-10' }))
    .onDay('2019-11-09')
    .expectAlert(
      overdue,
      { dueOn: '2018-12-15' },
      { since: '2018-12-16', severity: 'critical', reason: 'the tour is over, and no rotation is planned' },
    )
    .onDay('2019-11-10')
    .expectNoAlerts()
    .expectSaid(`AlertResolved ${overdue}#2 filled`)
    .onDay('2020-11-10')
    .expectNoAlerts()
    .onDay('2020-11-11')
    .expectAlert(overdue, { dueOn: '2020-11-10' }, { since: '2020-11-11' });

  story('is superseded when the unit goes home instead')
    .from('2017-12-15', arrived)
    .on('2019-02-01', unitRepatriated({}))
    .onDay('2019-01-31')
    .expectAlert(overdue)
    .onDay('2019-02-01')
    .expectNoAlerts()
    .expectSaid(`AlertResolved ${overdue}#2 superseded`);

  story('is superseded when the mandate ends: whoever is left goes home')
    .from('2017-12-15', arrived, mandateEnded({ endsOn: '2019-02-01', drawdownBy: '2019-12-31' }))
    .onDay('2019-01-31')
    .expectAlert(overdue)
    .onDay('2019-02-01')
    .expectNoAlerts()
    .expectSaid(`AlertResolved ${overdue}#2 superseded`);

  story('is nothing to a unit whose tour nobody has set an end to, or that has not come')
    .from('2017-12-15', unitArrived({}), rotationPlanned({ unit: 'CAN-HELI', leavesOn: '2018-06-01' }))
    .onDay('2019-12-15')
    .expectNoAlert(overdue)
    .expectNoAlert('rotation-overdue/CAN-HELI')
    .expectEpisodes(overdue);
});

describe('the day on which a rotation is due', () => {
  story('is the planned one, though the tour ends before')
    .from('2017-12-15', arrived)
    .on('2018-11-01', rotationPlanned({ leavesOn: '2019-02-01', replacedBy: 'ROU-2', arrivesOn: '2019-01-20' }))
    .onDay('2019-02-01')
    .expectNoAlert(overdue)
    .onDay('2019-02-02')
    .expectAlert(
      overdue,
      { dueOn: '2019-02-01', replacedBy: 'ROU-2', arrivesOn: '2019-01-20' },
      { severity: 'watch', reason: 'the planned rotation has not taken place' },
    );

  story('is the planned one, though the tour ends later')
    .from('2017-12-15', arrived)
    .on('2018-05-01', rotationPlanned({ leavesOn: '2018-06-01' }))
    .onDay('2018-06-01')
    .expectNoAlert(overdue)
    .onDay('2018-06-02')
    .expectAlert(overdue, { dueOn: '2018-06-01' }, 'watch');

  story('moves with the plan from the day on which that is made')
    .from('2017-12-15', arrived)
    .on('2018-12-20', named('plan', rotationPlanned({ leavesOn: '2019-02-01' })))
    .onDay('2018-12-19')
    .expectAlert(overdue, { dueOn: '2018-12-15' })
    .onDay('2018-12-20')
    .expectNoAlert(overdue)
    .on('2018-12-21', factRetracted('plan'))
    .onDay('2018-12-21')
    .expectAlert(overdue, { dueOn: '2018-12-15' }, { since: '2018-12-16' });

  story('is the end of the tour again where the unit is to be withdrawn, not rotated')
    .from('2017-12-15', arrived)
    .on('2018-11-01', rotationPlanned({ leavesOn: '2019-02-01' }))
    .on('2018-11-20', withdrawalAnnounced({ unit: 'ROU-HELI', leavesOn: '2019-06-01', personnel: 100 }))
    .onDay('2018-12-15')
    .expectNoAlert(overdue)
    .onDay('2018-12-16')
    .expectAlert(overdue, { dueOn: '2018-12-15' });

  story('is that of the new tour, of a unit that comes again')
    .from('2017-12-15', arrived)
    .on('2018-10-01', unitRepatriated({}))
    .on('2018-11-01', unitArrived({ tourEndsOn: '2019-11-01' }))
    .onDay('2019-11-01')
    .expectNoAlerts()
    .onDay('2019-11-02')
    .expectAlert(overdue, { dueOn: '2019-11-01' });
});

story('a rotation of what a mandated task needs is one step worse')
  .from(
    '2017-12-15',
    taskPrioritized({ from: '2018-12-01' }),
    requirementStated({ requiredBy: '2017-12-15', tasks: ['elections'] }),
    unitArrived({ requirement: 'helicopters', tourEndsOn: '2018-12-15' }),
  )
  .onDay('2018-12-16')
  .expectAlert(overdue, {}, { severity: 'warning', baseSeverity: 'watch' });
