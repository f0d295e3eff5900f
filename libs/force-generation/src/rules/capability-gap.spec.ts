import { Story, story } from '../../../../tests/stories/story.js';
import {
  agreementSigned,
  deploymentPlanned,
  pledgeAmended,
  pledgeDecided,
  pledgeRegistered,
  pledgeRenewed,
  pledgeSelected,
  pledgeWithdrawn,
  requirementStated,
  requirementWithdrawn,
  unitArrived,
  unitRepatriated,
  withdrawalAnnounced,
} from '../../../../tests/stories/told-facts.js';

const gap = 'capability-gap/helicopters';
/** One unit of 100 by 1 July, known since the autumn before. */
const required = requirementStated({ requiredBy: '2025-07-01' });
const needed = (): Story => new Story().from('2024-10-01', required);

describe('a capability gap', () => {
  story('is looked for from 180 days before the unit is required, and raised fourteen days later')
    .from('2024-10-01', required)
    .onDay('2025-01-01')
    .expectEpisodes(gap)
    .onDay('2025-01-15')
    .expectNoAlerts()
    .expectEpisodes(gap, { since: '2025-01-02' })
    .onDay('2025-01-16')
    .expectAlerts(gap)
    .expectAlert(
      gap,
      {
        units: { required: 1, deployed: 0, committed: 0, pledged: 0 },
        personnel: { required: 100, deployed: 0, committed: 0, pledged: 0 },
        requiredBy: '2025-07-01',
      },
      { severity: 'critical', requiredBy: '2025-07-01', reason: 'nobody has pledged it' },
    )
    .expectAlert(
      gap,
      {},
      { action: 'Find a contributor for the medium utility helicopter unit, or bring the deployment forward' },
    );

  story('is filled on the first day on which the unit is there')
    .from('2025-07-01', required)
    .onDay('2025-07-15')
    .expectAlert(gap)
    .on('2025-07-20', unitArrived({}))
    .onDay('2025-07-20')
    .expectNoAlerts()
    .expectSaid('AlertResolved capability-gap/helicopters#2 filled');

  story('is filled by a plan that brings the unit in time, from the day of the plan on')
    .from('2024-10-01', required, pledgeSelected())
    .onDay('2025-03-01')
    .expectAlert(gap, {}, 'warning')
    .on('2025-03-10', deploymentPlanned({ arrivesOn: '2025-07-01' }))
    .onDay('2025-03-09')
    .expectAlert(gap)
    .onDay('2025-03-10')
    .expectNoAlerts();

  story('is superseded where the requirement is withdrawn')
    .from('2025-03-01', required)
    .onDay('2025-03-15')
    .expectAlert(gap)
    .on('2025-03-20', requirementWithdrawn({}))
    .onDay('2025-03-20')
    .expectNoAlerts()
    .expectSaid('AlertResolved capability-gap/helicopters#2 superseded');

  it.each`
    deployed | met
    ${100}   | ${true}
    ${90}    | ${true}
    ${89}    | ${false}
  `('of a unit of 100 with $deployed there: met is $met', ({ deployed, met }) => {
    needed()
      .on('2025-06-01', unitArrived({ men: deployed }))
      .onDay('2025-07-15')
      .expectSeverity(gap, met ? undefined : 'critical')
      .happen();
  });
});

describe('how bad a capability gap is, and one step worse once the day has passed', () => {
  const planned = (arrivesOn: string) => [pledgeSelected(), deploymentPlanned({ arrivesOn })];
  it.each`
    supply                                         | told                                                                      | ahead         | after
    ${'nobody has pledged'}                        | ${[]}                                                                     | ${'critical'} | ${'critical'}
    ${'pledged'}                                   | ${[pledgeRegistered({})]}                                                 | ${'warning'}  | ${'critical'}
    ${'pledged, for later'}                        | ${[pledgeRegistered({ availableFrom: '2025-10-01' })]}                    | ${'warning'}  | ${'critical'}
    ${'pledged and selected'}                      | ${[pledgeSelected()]}                                                     | ${'warning'}  | ${'critical'}
    ${'pledged, of another kind'}                  | ${[pledgeRegistered({ capability: 'ARMED_HELI' })]}                       | ${'critical'} | ${'critical'}
    ${'pledged, and declined'}                     | ${[pledgeRegistered({}), pledgeDecided({ decision: 'declined' })]}        | ${'critical'} | ${'critical'}
    ${'pledged, and received'}                     | ${[pledgeRegistered({}), pledgeDecided({ decision: 'received' })]}        | ${'warning'}  | ${'critical'}
    ${'pledged, and withdrawn'}                    | ${[pledgeRegistered({}), pledgeWithdrawn({})]}                            | ${'critical'} | ${'critical'}
    ${'pledged, with 90 of 100 persons'}           | ${[pledgeRegistered({ personnel: 90 })]}                                  | ${'warning'}  | ${'critical'}
    ${'pledged, with 89 of 100 persons'}           | ${[pledgeRegistered({ personnel: 89 })]}                                  | ${'critical'} | ${'critical'}
    ${'planned for the day'}                       | ${planned('2025-07-01')}                                                  | ${undefined}  | ${'warning'}
    ${'planned for thirty days later'}             | ${planned('2025-07-31')}                                                  | ${'watch'}    | ${'warning'}
    ${'planned for thirty-one days later'}         | ${planned('2025-08-01')}                                                  | ${'warning'}  | ${'critical'}
    ${'agreed, to be available on the day'}        | ${[pledgeSelected({ availableFrom: '2025-07-01' }), agreementSigned({})]} | ${undefined}  | ${'warning'}
    ${'agreed, to be available thirty days later'} | ${[pledgeSelected({ availableFrom: '2025-07-31' }), agreementSigned({})]} | ${'watch'}    | ${'warning'}
    ${'agreed, to be available later still'}       | ${[pledgeSelected({ availableFrom: '2025-08-01' }), agreementSigned({})]} | ${'warning'}  | ${'critical'}
    ${'there'}                                     | ${[unitArrived({})]}                                                      | ${undefined}  | ${undefined}
  `('$supply: $ahead ahead, $after after', ({ told, ahead, after }) => {
    needed()
      .on('2024-12-01', ...told)
      .onDay('2025-06-15')
      .expectSeverity(gap, ahead)
      .onDay('2025-07-16')
      .expectSeverity(gap, after)
      .happen();
  });

  story('is the step taken on the day after the unit was required')
    .from('2024-10-01', required, pledgeRegistered({}))
    .onDay('2025-07-01')
    .expectAlert(gap, {}, { severity: 'warning', baseSeverity: 'warning' })
    .onDay('2025-07-02')
    .expectAlert(gap, {}, { severity: 'critical', baseSeverity: 'critical', since: '2025-01-02' });

  story('is that of the part which nobody has pledged')
    .from('2024-10-01', requirementStated({ units: 2, personnel: 200, requiredBy: '2025-07-01' }), pledgeRegistered({}))
    .onDay('2025-03-01')
    .expectAlert(gap, { units: { required: 2, deployed: 0, committed: 0, pledged: 1 } }, 'critical')
    .expectAlert(gap, {}, { reason: 'nobody has pledged all of it' })
    .on('2025-03-02', pledgeRegistered({ pledge: 'SLV-1', contributor: 'SLV' }))
    .onDay('2025-03-02')
    .expectAlert(gap, { units: { required: 2, deployed: 0, committed: 0, pledged: 2 } }, 'warning')
    .on('2025-03-03', unitArrived({ unit: 'DEU-1', contributor: 'DEU' }))
    .onDay('2025-03-03')
    .expectAlert(gap, { units: { required: 2, deployed: 1, committed: 1, pledged: 2 } }, 'warning');
});

describe('a pledge', () => {
  it.each`
    validUntil      | severity
    ${'2025-06-30'} | ${'critical'}
    ${'2025-07-01'} | ${'warning'}
  `('that is valid until $validUntil makes a need of 1 July $severity', ({ validUntil, severity }) => {
    needed().on('2024-12-01', pledgeRegistered({ validUntil })).onDay('2025-03-01').expectSeverity(gap, severity).happen();
  });

  story('counts until it lapses, and again once it is renewed')
    .from('2024-10-01', requirementStated({ requiredBy: '2025-01-01' }), pledgeRegistered({ validUntil: '2025-03-31' }))
    .onDay('2025-03-31')
    .expectAlert(gap, { units: { required: 1, deployed: 0, committed: 0, pledged: 1 } }, { reason: 'pledged only' })
    .onDay('2025-04-01')
    .expectAlert(gap, { units: { required: 1, deployed: 0, committed: 0, pledged: 0 } }, { reason: 'nobody has pledged it' })
    .on('2025-04-10', pledgeRenewed({ validUntil: '2025-09-30' }))
    .onDay('2025-04-10')
    .expectAlert(gap, {}, { reason: 'pledged only' });

  story('does not lapse once an agreement is signed')
    .from('2024-10-01', required, pledgeSelected({ validUntil: '2025-02-28' }))
    .onDay('2025-02-01')
    .expectAlert(gap, {}, 'critical')
    .on('2025-02-10', agreementSigned({}))
    .onDay('2025-02-10')
    .expectNoAlerts();

  story('counts as it was last amended')
    .from('2024-10-01', required, pledgeSelected(), agreementSigned({}))
    .onDay('2025-02-01')
    .expectNoAlert(gap)
    .on('2025-02-02', pledgeAmended({ availableFrom: '2025-07-11' }))
    .onDay('2025-02-16')
    .expectAlert(gap, { arrivesOn: '2025-07-11' }, { severity: 'watch', since: '2025-02-02' });

  story('and its unit count once: what has a plan of its own is no longer pledged')
    .from('2024-10-01', requirementStated({ units: 3, personnel: 300, requiredBy: '2025-07-01' }))
    .on('2024-10-01', pledgeSelected({ units: 3, personnel: 300 }), deploymentPlanned({ arrivesOn: '2025-06-01' }))
    .onDay('2025-03-01')
    .expectAlert(gap, { units: { required: 3, deployed: 0, committed: 1, pledged: 3 } }, 'warning')
    .on('2025-06-01', unitArrived({ pledge: 'ROU-1' }))
    .onDay('2025-06-01')
    .expectAlert(gap, { units: { required: 3, deployed: 1, committed: 1, pledged: 3 } })
    .expectAlert(gap, { personnel: { required: 300, deployed: 100, committed: 100, pledged: 300 } });
});

describe('what is late', () => {
  story('a plan whose day has passed counts from tomorrow, and says so')
    .from('2024-10-01', required, pledgeSelected(), deploymentPlanned({ arrivesOn: '2025-07-10' }))
    .onDay('2025-07-10')
    .expectAlert(gap, { arrivesOn: '2025-07-10' }, { severity: 'warning', reason: 'committed, but late' })
    .onDay('2025-07-11')
    .expectAlert(gap, { arrivesOn: '2025-07-10' }, { severity: 'warning', reason: 'committed, but late, overdue' })
    .onDay('2025-07-30')
    .expectSeverity(gap, 'warning')
    .onDay('2025-07-31')
    .expectAlert(gap, { arrivesOn: '2025-07-10' }, { severity: 'critical', reason: 'committed, but much later, overdue' });

  story('an agreement without a plan whose day has passed is met until the unit is really needed')
    .from('2024-10-01', required, pledgeSelected({ availableFrom: '2025-05-01' }), agreementSigned({}))
    .onDay('2025-06-30')
    .expectEpisodes(gap)
    .onDay('2025-07-15')
    .expectAlert(gap, { arrivesOn: '2025-05-01' }, { severity: 'warning', since: '2025-07-01' });

  story('a unit whose departure is overdue is still there, on the day of it and after')
    .from('2024-10-01', required, unitArrived({}))
    .on('2025-06-01', withdrawalAnnounced({ unit: 'ROU-HELI', leavesOn: '2025-08-01', personnel: 100 }))
    .onDay('2025-09-30')
    .expectEpisodes(gap)
    .on('2025-10-01', unitRepatriated({}))
    .onDay('2025-10-15')
    .expectAlert(gap, {}, { severity: 'critical', since: '2025-10-01' });
});

describe('beside a unit that is missing', () => {
  story('one whose departure is overdue still counts as committed for today')
    .from('2024-10-01', requirementStated({ units: 2, personnel: 200, requiredBy: '2025-07-01' }), unitArrived({}))
    .on('2025-06-01', withdrawalAnnounced({ unit: 'ROU-HELI', leavesOn: '2025-08-01', personnel: 100 }))
    .onDay('2025-07-31')
    .expectAlert(gap, { units: { required: 2, deployed: 1, committed: 1, pledged: 1 } })
    .onDay('2025-08-01')
    .expectAlert(gap, { units: { required: 2, deployed: 1, committed: 0, pledged: 0 } })
    .onDay('2025-08-02')
    .expectAlert(gap, { units: { required: 2, deployed: 1, committed: 1, pledged: 1 } });
});

describe('a unit that is to leave', () => {
  it.each`
    leavesOn        | severity
    ${'2025-07-01'} | ${'critical'}
    ${'2025-07-02'} | ${undefined}
  `('on $leavesOn leaves a need of 1 July $severity, from the announcement on', ({ leavesOn, severity }) => {
    new Story()
      .from('2024-10-01', required, unitArrived({}))
      .on('2025-03-01', withdrawalAnnounced({ unit: 'ROU-HELI', leavesOn, personnel: 100 }))
      .onDay('2025-02-28')
      .expectEpisodes(gap)
      .onDay('2025-03-15')
      .expectSeverity(gap, severity)
      .happen();
  });
});

describe('an advance party', () => {
  const arriving = (): Story =>
    new Story()
      .from('2024-10-01', required, pledgeSelected(), deploymentPlanned({ arrivesOn: '2025-06-01', personnel: 100 }))
      .on('2025-06-01', unitArrived({ part: 'advance', men: 20, pledge: 'ROU-1' }));

  it('is not the unit: the rest stays committed until the main body is there', () => {
    arriving()
      .onDay('2025-06-30')
      .expectEpisodes(gap)
      .onDay('2025-07-15')
      .expectAlert(gap, {
        units: { required: 1, deployed: 1, committed: 1, pledged: 1 },
        personnel: { required: 100, deployed: 20, committed: 100, pledged: 100 },
      })
      .expectAlert(gap, { arrivesOn: '2025-06-01' }, { severity: 'warning', since: '2025-07-01' })
      .on('2025-07-16', unitArrived({ part: 'main', men: 80, pledge: 'ROU-1' }))
      .onDay('2025-07-16')
      .expectNoAlert(gap)
      .happen();
  });

  it('and a main body that is too small leave nothing to come', () => {
    arriving()
      .on('2025-06-20', unitArrived({ part: 'main', men: 60, pledge: 'ROU-1' }))
      .onDay('2025-07-15')
      .expectAlert(gap, { personnel: { required: 100, deployed: 80, committed: 80, pledged: 80 } }, 'critical')
      .happen();
  });
});
