import { Story, story } from '../../../../tests/stories/story.js';
import { requirementStated, rotationPlanned, unitArrived, unitRepatriated } from '../../../../tests/stories/told-facts.js';

describe('a unit whose capability no requirement asks for', () => {
  const gap = 'hand-over-gap/helicopters';
  const ofUnit = 'hand-over-gap/CAN-HELI';
  const rotation = (arrivesOn?: string) =>
    rotationPlanned({ unit: 'CAN-HELI', leavesOn: '2019-09-01', replacedBy: 'ROU-HELI', ...(arrivesOn && { arrivesOn }) });

  story('is held against itself where another unit is to relieve it')
    .from('2018-08-01', unitArrived({ unit: 'CAN-HELI' }))
    .on('2019-06-01', rotation('2019-09-15'))
    .onDay('2019-06-01')
    .expectAlert(
      ofUnit,
      { leaving: 'CAN-HELI', leavesOn: '2019-09-01', following: 'ROU-HELI', arrivesOn: '2019-09-15' },
      { severity: 'warning', since: '2019-06-01' },
    )
    .on('2019-09-01', unitRepatriated({ unit: 'CAN-HELI' }))
    .on('2019-09-20', unitArrived({}))
    .onDay('2019-09-19')
    .expectAlert(ofUnit, { arrivesOn: '2019-09-15' }, 'warning')
    .onDay('2019-09-20')
    .expectNoAlert(ofUnit)
    // From the day after its day the relief is overdue for itself, too.
    .expectSaid(`AlertResolved ${ofUnit}#2 filled`, 'AlertResolved deployment-overdue/ROU-HELI#2 filled');

  it.each`
    arrives         | days  | severity
    ${'2019-09-01'} | ${0}  | ${undefined}
    ${'2019-09-02'} | ${1}  | ${'watch'}
    ${'2019-10-15'} | ${44} | ${'warning'}
    ${'2019-10-16'} | ${45} | ${'critical'}
    ${undefined}    | ${''} | ${'critical'}
  `('with the other one there on $arrives, $days days are $severity', ({ arrives, severity }) => {
    new Story()
      .from('2018-08-01', unitArrived({ unit: 'CAN-HELI' }))
      .on('2019-06-01', rotation(arrives))
      .onDay('2019-06-01')
      .expectSeverity(ofUnit, severity)
      .happen();
  });

  story("is the requirement's matter once one asks for it")
    .from('2018-08-01', unitArrived({ unit: 'CAN-HELI' }))
    .on('2019-06-01', rotation('2019-09-15'))
    .on('2019-07-01', requirementStated({ requiredBy: '2019-07-01' }))
    .onDay('2019-06-30')
    .expectAlerts(ofUnit)
    .onDay('2019-07-01')
    .expectAlerts(gap)
    .expectSaid(`AlertRaised ${gap}#1`, `AlertResolved ${ofUnit}#2 superseded`);

  story('has nobody to follow where the other one has come and gone home before it leaves')
    .from('2018-08-01', unitArrived({ unit: 'CAN-HELI' }))
    .on('2019-06-01', rotation('2019-08-20'))
    .on('2019-08-10', unitArrived({}))
    .on('2019-08-25', unitRepatriated({}))
    .onDay('2019-08-24')
    .expectNoAlert(ofUnit)
    .onDay('2019-08-25')
    .expectAlert(ofUnit, { leavesOn: '2019-09-01' }, { severity: 'critical', reason: 'no arrival is planned' })
    .on('2019-09-01', unitRepatriated({ unit: 'CAN-HELI' }))
    .onDay('2019-09-01')
    .expectAlert(ofUnit, { leavesOn: '2019-09-01' }, 'critical');

  story('takes turns with another one: having been there before is no relief')
    .from('2018-08-01', unitArrived({}))
    .on('2019-02-01', unitRepatriated({}), unitArrived({ unit: 'CAN-HELI' }))
    .on('2019-06-01', rotation('2019-09-15'))
    .onDay('2019-06-01')
    .expectAlert(ofUnit, { leavesOn: '2019-09-01', following: 'ROU-HELI', arrivesOn: '2019-09-15' }, 'warning');
});

story('a need has nobody to follow where the one that a rotation names has come and gone home')
  .from('2018-08-01', requirementStated({ requiredBy: '2018-08-01' }), unitArrived({ unit: 'CAN-HELI' }))
  .on(
    '2019-06-01',
    rotationPlanned({ unit: 'CAN-HELI', leavesOn: '2019-09-01', replacedBy: 'ROU-HELI', arrivesOn: '2019-08-20' }),
  )
  .on('2019-08-10', unitArrived({}))
  .on('2019-08-25', unitRepatriated({}))
  .onDay('2019-08-24')
  .expectNoAlert('hand-over-gap/helicopters')
  .onDay('2019-08-25')
  .expectAlert(
    'hand-over-gap/helicopters',
    { leaving: 'CAN-HELI', leavesOn: '2019-09-01' },
    { severity: 'critical', reason: 'nobody is committed to follow' },
  );

story('a need goes on to count on the one that a rotation names, once the other has left on its day')
  .from('2018-08-01', requirementStated({ requiredBy: '2018-08-01' }), unitArrived({ unit: 'CAN-HELI', men: 95 }))
  .on(
    '2019-06-01',
    rotationPlanned({ unit: 'CAN-HELI', leavesOn: '2019-09-01', replacedBy: 'ROU-HELI', arrivesOn: '2019-10-01' }),
  )
  .on('2019-09-01', unitRepatriated({ unit: 'CAN-HELI' }))
  .onDay('2019-08-31')
  .expectAlert('hand-over-gap/helicopters', { following: 'ROU-HELI', arrivesOn: '2019-10-01' }, 'warning')
  .onDay('2019-09-15')
  .expectAlert(
    'hand-over-gap/helicopters',
    { leaving: 'CAN-HELI', leavesOn: '2019-09-01', following: 'ROU-HELI', arrivesOn: '2019-10-01' },
    { severity: 'warning', reason: 'the one that follows comes later' },
  )
  .expectAlert(
    'capability-gap/helicopters',
    {
      units: { required: 1, deployed: 0, committed: 1, pledged: 1 },
      personnel: { required: 100, deployed: 0, committed: 95, pledged: 95 },
      arrivesOn: '2019-10-01',
    },
    { reason: 'committed, but much later' },
  )
  .on('2019-10-05', unitArrived({ men: 95 }))
  .onDay('2019-10-04')
  .expectAlert('hand-over-gap/helicopters', { arrivesOn: '2019-10-01' }, 'warning')
  .onDay('2019-10-05')
  .expectNoAlerts();
