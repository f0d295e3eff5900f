import { Story, story } from '../../../../tests/stories/story.js';
import {
  deploymentPlanned,
  partnerSupportEnded,
  partnerSupportStarted,
  pledgeSelected,
  requirementStated,
  rotationPlanned,
  unitArrived,
  unitRepatriated,
  unitRotated,
  unitStrengthReported,
  withdrawalAnnounced,
} from '../../../../tests/stories/told-facts.js';

const gap = 'hand-over-gap/helicopters';
const needed = requirementStated({ requiredBy: '2018-08-01' });
const canadaIsThere = unitArrived({ unit: 'CAN-HELI', contributor: 'CAN', requirement: 'helicopters' });
const canadaLeaves = (leavesOn: string) => withdrawalAnnounced({ unit: 'CAN-HELI', leavesOn, personnel: 100 });
const romaniaComes = (arrivesOn: string) => deploymentPlanned({ arrivesOn });

const before = () => new Story().from('2018-08-01', needed, canadaIsThere).on('2019-03-01', pledgeSelected());

describe('who carries a need', () => {
  it('is a unit with its main part, not its advance party', () => {
    before()
      .on('2019-06-01', canadaLeaves('2019-10-01'), romaniaComes('2019-10-15'))
      .on('2019-09-30', unitArrived({ part: 'advance', pledge: 'ROU-1', men: 12 }))
      .on('2019-10-01', unitRepatriated({ unit: 'CAN-HELI' }))
      .onDay('2019-10-14')
      .expectAlert(gap, { units: { required: 1, covered: 0 }, following: 'ROU-HELI', arrivesOn: '2019-10-15' }, 'warning')
      .happen();
  });

  it('is one of several: what counts is that as many are there again', () => {
    new Story()
      .from('2018-08-01', requirementStated({ requiredBy: '2018-08-01', units: 3 }), canadaIsThere)
      .on('2018-08-02', unitArrived({ unit: 'DEU-HELI', contributor: 'DEU', requirement: 'helicopters' }))
      .on('2019-06-01', canadaLeaves('2019-09-01'), pledgeSelected(), romaniaComes('2019-10-15'))
      .onDay('2019-06-01')
      .expectAlert(gap, { units: { required: 3, covered: 1 }, leaving: 'CAN-HELI', following: 'ROU-HELI' }, 'warning')
      .happen();
  });

  it('is the replacement that a rotation names', () => {
    new Story()
      .from('2018-08-01', needed, canadaIsThere)
      .on(
        '2019-06-01',
        rotationPlanned({ unit: 'CAN-HELI', leavesOn: '2019-09-01', replacedBy: 'CAN-2', arrivesOn: '2019-09-02' }),
      )
      .onDay('2019-06-01')
      .expectAlert(gap, { leaving: 'CAN-HELI', following: 'CAN-2', arrivesOn: '2019-09-02' }, 'watch')
      .on('2019-09-01', unitRotated({ unit: 'CAN-HELI', tourEndsOn: '2020-09-01' }))
      .onDay('2019-09-01')
      .expectNoAlert(gap)
      .happen();
  });

  it('is no one less by a report of strength', () => {
    before()
      .on('2019-06-01', unitStrengthReported({ unit: 'CAN-HELI', men: 20 }))
      .onDay('2019-06-01')
      .expectNoAlert(gap)
      .expectEpisodes(gap)
      .happen();
  });
});

describe('what is no leaving', () => {
  story('is an older need that takes a free unit: there is one less, and nobody has gone')
    .from('2018-08-01', needed, unitArrived({ unit: 'CAN-HELI', contributor: 'CAN' }))
    .on('2019-06-01', requirementStated({ requirement: 'older', requiredBy: '2018-07-01' }))
    .onDay('2019-06-20')
    .expectAlerts('capability-gap/helicopters')
    .expectEpisodes(gap);

  story('is a main part that is planned after the advance party has come')
    .from('2018-08-01', needed, unitArrived({ part: 'advance', requirement: 'helicopters' }))
    .on('2019-06-01', deploymentPlanned({ arrivesOn: '2019-07-01' }))
    .onDay('2019-06-20')
    .expectNoAlert(gap)
    .expectEpisodes(gap);
});

story('a unit that goes home and is to come again follows itself')
  .from('2018-08-01', needed, unitArrived({ requirement: 'helicopters', pledge: 'ROU-1' }))
  .on('2019-05-01', pledgeSelected())
  .on('2019-06-01', unitRepatriated({}))
  .on('2019-06-02', deploymentPlanned({ arrivesOn: '2019-06-15' }))
  .onDay('2019-06-01')
  .expectAlert(gap, { leaving: 'ROU-HELI', leavesOn: '2019-06-01' }, 'critical')
  .onDay('2019-06-02')
  .expectAlert(gap, { leaving: 'ROU-HELI', following: 'ROU-HELI', arrivesOn: '2019-06-15' }, 'warning');

describe('a partner that a need rests on', () => {
  story('is relied on until it leaves, and the gap that opens then is known ahead')
    .from('2018-08-01', needed, partnerSupportStarted({ requirement: 'helicopters', until: '2019-08-31' }))
    .on('2019-06-01', pledgeSelected(), romaniaComes('2019-10-15'))
    .onDay('2019-06-01')
    .expectAlert(
      gap,
      { units: { required: 1, covered: 0 }, reliedOn: 'Barkhane', leaving: 'Barkhane', leavesOn: '2019-09-01' },
      { severity: 'warning', reason: 'relied on partner: the one that follows comes later' },
    )
    .onDay('2019-08-31')
    .expectAlert(gap, { reliedOn: 'Barkhane' })
    .onDay('2019-09-01')
    .expectThat(({ assessment }) => {
      const alert = assessment.alerts.find(({ rule }) => rule === 'hand-over-gap');
      expect(alert?.figures).toEqual({
        units: { required: 1, covered: 0 },
        leaving: 'Barkhane',
        leavesOn: '2019-09-01',
        following: 'ROU-HELI',
        arrivesOn: '2019-10-15',
      });
    });

  story('leaves a gap on the day on which it ends its support, where it said nothing before')
    .from('2018-08-01', needed, partnerSupportStarted({}))
    .on('2019-06-01', partnerSupportEnded({}))
    .onDay('2019-05-31')
    .expectNoAlert(gap)
    .onDay('2019-06-01')
    .expectAlert(
      gap,
      { leaving: 'Barkhane', leavesOn: '2019-06-01' },
      { severity: 'critical', reason: 'relied on partner: nobody is committed to follow' },
    );

  story('goes on where it says so')
    .from('2018-08-01', needed, partnerSupportStarted({ until: '2019-08-31' }))
    .on('2019-06-01', partnerSupportStarted({ until: '2020-08-31' }))
    .onDay('2019-05-31')
    .expectAlert(gap, { leavesOn: '2019-09-01' }, 'critical')
    .onDay('2019-06-01')
    .expectNoAlert(gap);

  story('is for the oldest need of its capability, where it names none')
    .from(
      '2018-08-01',
      needed,
      requirementStated({ requirement: 'more-helicopters', requiredBy: '2018-09-01' }),
      partnerSupportStarted({ until: '2019-08-31' }),
    )
    .onDay('2019-06-01')
    .expectAlert(gap, { leaving: 'Barkhane' })
    .expectNoAlert('hand-over-gap/more-helicopters');

  story('has not left where it goes over to the need that it names, once that is stated')
    .from('2018-08-01', needed, partnerSupportStarted({ requirement: 'more-helicopters' }))
    .on('2019-06-01', requirementStated({ requirement: 'more-helicopters', requiredBy: '2018-09-01' }))
    .onDay('2019-06-01')
    .expectNoAlert(gap)
    .expectNoAlert('hand-over-gap/more-helicopters');

  story('carries no longer the need that it names, once that asks for another capability')
    .from('2018-08-01', needed, partnerSupportStarted({ requirement: 'helicopters', until: '2019-08-31' }))
    .onDay('2019-02-28')
    .expectAlert(gap, { leaving: 'Barkhane' })
    .on('2019-03-01', requirementStated({ capability: 'ENGINEER', requiredBy: '2018-08-01' }))
    .onDay('2019-03-01')
    .expectNoAlert(gap)
    .onDay('2019-09-01')
    .expectNoAlert(gap);

  story('is for the oldest need of its capability, where the one that it names asks for another by now')
    .from('2018-08-01', needed, partnerSupportStarted({ requirement: 'helicopters', until: '2019-08-31' }))
    .on(
      '2019-03-01',
      requirementStated({ capability: 'ENGINEER', requiredBy: '2018-08-01' }),
      requirementStated({ requirement: 'more-helicopters', requiredBy: '2018-09-01' }),
    )
    .onDay('2019-06-01')
    .expectNoAlert(gap)
    .expectAlert('hand-over-gap/more-helicopters', { leaving: 'Barkhane' });

  story('leaves a gap from the day on which it does less, also where it says so again')
    .from('2018-08-01', requirementStated({ units: 2, requiredBy: '2018-08-01' }), partnerSupportStarted({ units: 2 }))
    .on('2019-06-01', partnerSupportStarted({ units: 1 }), pledgeSelected(), romaniaComes('2019-10-15'))
    .on('2019-07-01', partnerSupportStarted({ units: 1 }))
    .onDay('2019-07-01')
    .expectAlert(gap, { units: { required: 2, covered: 1 }, leaving: 'Barkhane', leavesOn: '2019-06-01' }, 'critical');

  story('leaves with one of the units that it brings, where it has said of each apart that it stays')
    .from(
      '2018-08-01',
      requirementStated({ units: 2, requiredBy: '2018-08-01' }),
      partnerSupportStarted({ until: '2019-08-31' }),
      partnerSupportStarted({ requirement: 'helicopters' }),
    )
    .onDay('2019-06-01')
    .expectAlert(gap, { units: { required: 2, covered: 1 }, leaving: 'Barkhane', leavesOn: '2019-09-01' }, 'critical')
    .onDay('2019-09-01')
    .expectAlert(gap, { units: { required: 2, covered: 1 }, leaving: 'Barkhane', leavesOn: '2019-09-01' }, 'critical');

  story('is named once, where it leaves with all that it has said of apart')
    .from(
      '2018-08-01',
      requirementStated({ units: 2, requiredBy: '2018-08-01' }),
      partnerSupportStarted({ until: '2019-08-31' }),
      partnerSupportStarted({ requirement: 'helicopters', until: '2019-08-31' }),
    )
    .onDay('2019-06-01')
    .expectAlert(gap, { units: { required: 2, covered: 0 }, reliedOn: 'Barkhane', leaving: 'Barkhane' }, 'critical');
});
