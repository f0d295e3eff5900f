import type { Resolution } from '../alert.js';
import { Story, story } from '../../../../tests/stories/story.js';
import {
  agreementSigned,
  deploymentPlanned,
  factRetracted,
  mandateEnded,
  named,
  pledgeSelected,
  requirementStated,
  requirementWithdrawn,
  taskPrioritized,
  unitArrived,
  unitRepatriated,
  withdrawalAnnounced,
} from '../../../../tests/stories/told-facts.js';

const gap = 'hand-over-gap/helicopters';
const needed = requirementStated({ requiredBy: '2018-08-01' });
const canadaIsThere = unitArrived({ unit: 'CAN-HELI', contributor: 'CAN', requirement: 'helicopters' });
const canadaLeaves = (leavesOn: string) => withdrawalAnnounced({ unit: 'CAN-HELI', leavesOn, personnel: 100 });
const romaniaComes = (arrivesOn: string) => deploymentPlanned({ arrivesOn });

const before = () => new Story().from('2018-08-01', needed, canadaIsThere).on('2019-03-01', pledgeSelected());

describe('the helicopters of Canada and Romania in 2019', () => {
  story('leave six weeks uncovered, which is known as of 1 June')
    .from('2018-08-01', needed, canadaIsThere)
    .on('2019-03-01', canadaLeaves('2019-09-01'))
    .on('2019-06-01', pledgeSelected(), romaniaComes('2019-10-15'))
    .onDay('2019-06-01')
    .expectAlert(
      gap,
      {
        units: { required: 1, covered: 0 },
        leaving: 'CAN-HELI',
        leavesOn: '2019-09-01',
        following: 'ROU-HELI',
        arrivesOn: '2019-10-15',
      },
      { severity: 'warning', since: '2019-03-01', reason: 'the one that follows comes later' },
    );

  story('are a gap while nobody is there, and none from the day on which Romania is')
    .from('2018-08-01', needed, canadaIsThere)
    .on('2019-06-01', canadaLeaves('2019-09-01'), pledgeSelected(), romaniaComes('2019-10-15'))
    .on('2019-09-01', unitRepatriated({ unit: 'CAN-HELI' }))
    .on('2019-10-15', unitArrived({ pledge: 'ROU-1' }))
    .onDay('2019-05-31')
    .expectNoAlert(gap)
    .onDay('2019-06-01')
    .expectAlert(gap, {}, { severity: 'warning', since: '2019-06-01' })
    .onDay('2019-10-14')
    .expectAlert(gap, { leavesOn: '2019-09-01', arrivesOn: '2019-10-15' }, { severity: 'warning', since: '2019-06-01' })
    .onDay('2019-10-15')
    .expectNoAlert(gap)
    .expectSaid(`AlertResolved ${gap}#2 filled`, 'AlertResolved capability-gap/helicopters#2 filled');

  it.each`
    leaves          | comes           | days  | severity
    ${'2019-10-15'} | ${'2019-10-14'} | ${-1} | ${undefined}
    ${'2019-10-15'} | ${'2019-10-15'} | ${0}  | ${undefined}
    ${'2019-10-14'} | ${'2019-10-15'} | ${1}  | ${'watch'}
    ${'2019-10-02'} | ${'2019-10-15'} | ${13} | ${'watch'}
    ${'2019-10-01'} | ${'2019-10-15'} | ${14} | ${'warning'}
    ${'2019-09-01'} | ${'2019-10-15'} | ${44} | ${'warning'}
    ${'2019-08-31'} | ${'2019-10-15'} | ${45} | ${'critical'}
  `('with one gone on $leaves and the next there on $comes, $days days are $severity', ({ leaves, comes, severity }) => {
    before()
      .on('2019-06-01', canadaLeaves(leaves), romaniaComes(comes))
      .onDay('2019-06-01')
      .expectSeverity(gap, severity)
      .happen();
  });
});

describe('a need that nobody is committed to follow for', () => {
  story('is critical, from a year before the one that carries it leaves')
    .from('2018-08-01', needed, canadaIsThere, canadaLeaves('2019-09-01'))
    .onDay('2018-08-31')
    .expectNoAlert(gap)
    .onDay('2018-09-01')
    .expectAlert(
      gap,
      { leaving: 'CAN-HELI', leavesOn: '2019-09-01' },
      { severity: 'critical', since: '2018-09-01', reason: 'nobody is committed to follow' },
    );

  story('is less once somebody is: a pledge alone is no commitment, an agreement is one')
    .from('2018-08-01', needed, canadaIsThere)
    .on('2019-03-01', canadaLeaves('2019-09-01'))
    .on('2019-04-01', pledgeSelected({ availableFrom: '2019-09-10', validUntil: '2020-03-31' }))
    .on('2019-05-01', agreementSigned({}))
    .onDay('2019-04-30')
    .expectAlert(gap, {}, { severity: 'critical', reason: 'nobody is committed to follow' })
    .onDay('2019-05-01')
    .expectAlert(gap, { following: 'ROU-1', arrivesOn: '2019-09-10' }, 'watch');

  story('is no hand-over where nobody has ever carried it: that is a capability gap')
    .from('2018-08-01', needed)
    .onDay('2019-06-01')
    .expectAlerts('capability-gap/helicopters')
    .expectEpisodes(gap);

  story('is none where the one that leaves does so before it is needed')
    .from('2018-08-01', requirementStated({ requiredBy: '2019-09-02' }), canadaIsThere, canadaLeaves('2019-09-01'))
    .onDay('2019-08-31')
    .expectNoAlert(gap);
});

describe('days uncovered that grow', () => {
  const late = () =>
    before()
      .on('2019-06-01', canadaLeaves('2019-10-15'), romaniaComes('2019-10-15'))
      .on('2019-10-15', unitRepatriated({ unit: 'CAN-HELI' }));

  it.each`
    day             | days  | severity
    ${'2019-10-14'} | ${0}  | ${undefined}
    ${'2019-10-15'} | ${1}  | ${'watch'}
    ${'2019-10-27'} | ${13} | ${'watch'}
    ${'2019-10-28'} | ${14} | ${'warning'}
    ${'2019-11-27'} | ${44} | ${'warning'}
    ${'2019-11-28'} | ${45} | ${'critical'}
  `('on $day they are $days, tonight included, where the next is overdue: $severity', ({ day, severity }) => {
    late().onDay(day).expectSeverity(gap, severity).happen();
  });

  it('keep the day that was planned, so that nothing changes at midnight', () => {
    late()
      .onDay('2019-11-01')
      .expectAlert(gap, { leavesOn: '2019-10-15', arrivesOn: '2019-10-15' }, { since: '2019-10-15' })
      .onDay('2019-11-02')
      .expectSaid()
      .happen();
  });

  it('do not begin before the one that leaves has left', () => {
    before()
      .on('2019-06-01', canadaLeaves('2019-10-01'), romaniaComes('2019-10-15'))
      .onDay('2019-09-30')
      .expectAlert(gap, { leavesOn: '2019-10-01' }, 'warning')
      .onDay('2019-10-13')
      .expectAlert(gap, { leavesOn: '2019-10-01' }, 'watch')
      .onDay('2019-10-14')
      .expectNoAlert(gap)
      .happen();
  });

  it('show the day of the departure once it has left, later or sooner than announced', () => {
    before()
      .on('2019-08-01', canadaLeaves('2019-10-15'), romaniaComes('2019-12-01'))
      .on('2019-10-20', unitRepatriated({ unit: 'CAN-HELI' }))
      .onDay('2019-10-19')
      .expectAlert(gap, { leavesOn: '2019-10-15' })
      .onDay('2019-10-20')
      .expectAlert(gap, { leavesOn: '2019-10-20', arrivesOn: '2019-12-01' })
      .happen();
    before()
      .on('2019-08-01', canadaLeaves('2019-10-15'), romaniaComes('2019-12-01'))
      .on('2019-10-01', unitRepatriated({ unit: 'CAN-HELI' }))
      .onDay('2019-10-01')
      .expectAlert(gap, { leavesOn: '2019-10-01' })
      .happen();
  });
});

describe('a hand-over that is over', () => {
  const open = () => before().on('2019-06-01', named('withdrawal', canadaLeaves('2019-09-01')));

  it.each`
    because                        | fact                                                                | said
    ${'the requirement is'}        | ${requirementWithdrawn({})}                                         | ${'superseded'}
    ${'the mandate ends before'}   | ${mandateEnded({ endsOn: '2019-09-01', drawdownBy: '2020-06-30' })} | ${'superseded'}
    ${'the announcement is wrong'} | ${factRetracted('withdrawal')}                                      | ${'corrected'}
    ${'the one stays longer'}      | ${canadaLeaves('2020-07-01')}                                       | ${'filled'}
  `('is resolved as $said where $because', ({ fact, said }) => {
    open()
      .onDay('2019-06-30')
      .expectAlert(gap)
      .on('2019-07-01', fact)
      .onDay('2019-07-01')
      .expectNoAlert(gap)
      .expectSaying(gap, { name: 'AlertResolved', revision: 2, resolution: said as Resolution })
      .happen();
  });

  it('stands where the mandate ends a day later', () => {
    open()
      .on('2019-07-01', mandateEnded({ endsOn: '2019-09-02', drawdownBy: '2020-06-30' }))
      .onDay('2019-07-01')
      .expectAlert(gap)
      .onDay('2019-09-02')
      .expectNoAlert(gap)
      .happen();
  });
});

story('a hand-over of what a mandated task needs is one step worse')
  .from(
    '2018-08-01',
    taskPrioritized({ from: '2019-06-01' }),
    requirementStated({ requiredBy: '2018-08-01', tasks: ['elections'] }),
    canadaIsThere,
  )
  .on('2019-06-01', canadaLeaves('2019-10-14'), pledgeSelected(), romaniaComes('2019-10-15'))
  .onDay('2019-06-01')
  .expectAlert(gap, {}, { severity: 'warning', baseSeverity: 'watch' });
