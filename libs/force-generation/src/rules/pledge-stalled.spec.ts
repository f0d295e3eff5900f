import { Story, story } from '../../../../tests/stories/story.js';
import {
  agreementSigned,
  deploymentPlanned,
  pledgeAmended,
  pledgeDecided,
  pledgeLevelChanged,
  pledgeRegistered,
  pledgeRenewed,
  pledgeSelected,
  pledgeWithdrawn,
  preDeploymentVisitHeld,
  reconnaissanceHeld,
  requirementStated,
  taskPrioritized,
  unitArrived,
  type ToldFact,
} from '../../../../tests/stories/told-facts.js';

const stalled = 'pledge-stalled/ROU-1';
const registered = pledgeRegistered({ level: '1', validUntil: '2026-12-31' });
const generating = 'Force Generation Service, Office of Military Affairs';
const pledging = 'Strategic Force Generation and Capability Planning Cell';
const adviser = 'Military or police adviser, Permanent Mission of ROU';

describe('a pledge that stays in one stage', () => {
  it.each`
    day             | days   | severity
    ${'2025-03-31'} | ${89}  | ${undefined}
    ${'2025-04-01'} | ${90}  | ${'watch'}
    ${'2025-06-29'} | ${179} | ${'watch'}
    ${'2025-06-30'} | ${180} | ${'warning'}
    ${'2025-12-31'} | ${364} | ${'warning'}
    ${'2026-01-01'} | ${365} | ${'critical'}
  `('is $severity after $days days', ({ day, severity }) => {
    new Story().from('2025-01-01', registered).onDay(day).expectSeverity(stalled, severity).happen();
  });

  story('is filled by its next step, from which the days are counted anew')
    .from('2025-01-01', registered)
    .onDay('2025-04-30')
    .expectAlert(
      stalled,
      { stage: 'registered', stageSince: '2025-01-01', waitsFor: 'receipt' },
      { since: '2025-04-01', firingSince: '2025-04-01', reason: 'nothing has moved since it was registered' },
    )
    .on('2025-05-01', pledgeDecided({ decision: 'received' }))
    .onDay('2025-05-01')
    .expectNoAlerts()
    .expectSaid(`AlertResolved ${stalled}#2 filled`)
    .onDay('2025-07-29')
    .expectNoAlerts()
    .onDay('2025-07-30')
    .expectAlert(stalled, { stage: 'received', stageSince: '2025-05-01', waitsFor: 'acceptance' }, 'watch');

  const until = (...facts: readonly ToldFact[]): readonly ToldFact[] => facts;
  const taken = pledgeDecided({ decision: 'accepted' });
  const chosen = pledgeSelected({ validUntil: '2026-12-31' });
  it.each`
    facts                                                                            | waitsFor                  | owner
    ${until(registered)}                                                             | ${'receipt'}              | ${pledging}
    ${until(registered, pledgeDecided({ decision: 'received' }))}                    | ${'acceptance'}           | ${pledging}
    ${until(registered, taken, pledgeLevelChanged({ level: '0' }))}                  | ${'lists'}                | ${adviser}
    ${until(registered, taken)}                                                      | ${'assessment-visit'}     | ${pledging}
    ${until(registered, taken, pledgeLevelChanged({ level: '2' }))}                  | ${'selection'}            | ${pledging}
    ${until(chosen)}                                                                 | ${'reconnaissance'}       | ${adviser}
    ${until(chosen, reconnaissanceHeld({}))}                                         | ${'agreement'}            | ${generating}
    ${until(chosen, agreementSigned({}))}                                            | ${'pre-deployment-visit'} | ${generating}
    ${until(chosen, agreementSigned({}), preDeploymentVisitHeld({ passed: false }))} | ${'pre-deployment-visit'} | ${adviser}
    ${until(chosen, agreementSigned({}), preDeploymentVisitHeld({}))}                | ${'deployment-plan'}      | ${adviser}
  `('waits for $waitsFor of $owner', ({ facts, waitsFor, owner }) => {
    new Story()
      .from('2025-01-01', ...facts)
      .onDay('2025-03-31')
      .expectNoAlerts()
      .onDay('2025-04-01')
      .expectAlert(stalled, { waitsFor }, { severity: 'watch', owner })
      .happen();
  });

  story('waits for nobody once all its units are planned: what is late then is the deployment')
    .from('2025-01-01', pledgeSelected({ units: 2, validUntil: '2026-12-31' }), deploymentPlanned({ arrivesOn: '2026-12-31' }))
    .onDay('2025-04-01')
    .expectAlert(stalled, { stage: 'planned', waitsFor: 'deployment-plan' }, 'watch')
    .on('2025-04-02', deploymentPlanned({ unit: 'another', arrivesOn: '2026-12-31' }))
    .onDay('2025-04-02')
    .expectNoAlerts()
    .onDay('2026-04-02')
    .expectNoAlerts();

  story('is superseded when it lapses, and counts on from where it was when it is renewed')
    .from('2025-01-01', pledgeRegistered({ level: '1', validUntil: '2025-05-31' }))
    .onDay('2025-05-31')
    .expectAlert(stalled, {}, 'watch')
    .onDay('2025-06-01')
    .expectAlerts('pledge-lapsing/ROU-1')
    .expectSaid(`AlertChanged pledge-lapsing/ROU-1#2`, `AlertResolved ${stalled}#2 superseded`)
    .on('2025-06-30', pledgeRenewed({ validUntil: '2025-12-31' }))
    .onDay('2025-06-30')
    .expectAlerts(stalled)
    .expectAlert(stalled, { stageSince: '2025-01-01' }, { severity: 'warning', since: '2025-06-30' });

  story('is superseded when it is withdrawn')
    .from('2025-01-01', registered)
    .onDay('2025-04-30')
    .expectAlert(stalled)
    .on('2025-05-01', pledgeWithdrawn({}))
    .onDay('2025-05-01')
    .expectNoAlerts()
    .expectSaid(`AlertResolved ${stalled}#2 superseded`);

  story('is one step worse where a mandated task needs what it was selected for')
    .from('2025-01-01', taskPrioritized({ from: '2025-01-01' }), chosen)
    .on('2025-01-01', requirementStated({ requiredBy: '2026-12-31', tasks: ['elections'] }))
    .onDay('2025-04-01')
    .expectAlert(stalled, {}, { severity: 'warning', baseSeverity: 'watch' });
});

describe('a selected pledge at the rapid deployment level', () => {
  it.each`
    responseDays | day             | over  | severity
    ${undefined} | ${'2025-03-02'} | ${0}  | ${undefined}
    ${undefined} | ${'2025-03-03'} | ${1}  | ${'watch'}
    ${undefined} | ${'2025-03-31'} | ${29} | ${'watch'}
    ${undefined} | ${'2025-04-01'} | ${30} | ${'warning'}
    ${undefined} | ${'2025-05-30'} | ${89} | ${'warning'}
    ${undefined} | ${'2025-05-31'} | ${90} | ${'critical'}
    ${30}        | ${'2025-01-31'} | ${0}  | ${undefined}
    ${30}        | ${'2025-02-01'} | ${1}  | ${'watch'}
  `('is $severity $over days over its response time of $responseDays days', ({ responseDays, day, severity }) => {
    new Story()
      .from('2025-01-01', pledgeSelected({ level: 'RDL', ...(responseDays && { responseDays }) }))
      .onDay(day)
      .expectSeverity(stalled, severity)
      .happen();
  });

  story('was to be there within its response time: whatever stage it is in, until its unit has arrived')
    .from('2025-01-01', pledgeSelected({ level: 'RDL', validUntil: '2026-12-31' }))
    .on('2025-02-01', agreementSigned({}), deploymentPlanned({ arrivesOn: '2025-03-31' }))
    .onDay('2025-03-03')
    .expectAlert(
      stalled,
      { stage: 'planned', stageSince: '2025-02-01', selectedOn: '2025-01-01', responseDays: 60, waitsFor: 'arrival' },
      { severity: 'watch', since: '2025-03-03', reason: 'not deployed within its response time', owner: adviser },
    )
    .on('2025-04-02', unitArrived({ part: 'advance', men: 10 }))
    .onDay('2025-04-02')
    .expectAlert(stalled, {}, 'warning')
    .on('2025-04-10', unitArrived({ part: 'main', men: 90 }))
    .onDay('2025-04-10')
    .expectNoAlerts();

  story('is held against the level and the response time of the day')
    .from('2025-01-01', pledgeSelected({ level: '3', validUntil: '2026-12-31' }))
    .on('2025-02-15', pledgeLevelChanged({ level: 'RDL' }))
    .on('2025-03-10', pledgeAmended({ responseDays: 90 }))
    .onDay('2025-03-03')
    .expectAlert(stalled, { responseDays: 60 }, 'watch')
    .onDay('2025-03-10')
    .expectNoAlerts()
    .onDay('2025-04-01')
    .expectAlert(stalled, { responseDays: 90 }, { severity: 'watch', reason: 'nothing has moved since it was selected' })
    .onDay('2025-04-02')
    .expectAlert(stalled, { responseDays: 90 }, { severity: 'watch', reason: 'not deployed within its response time' })
    .on('2025-04-05', pledgeLevelChanged({ level: '3' }))
    .onDay('2025-04-05')
    .expectAlert(stalled, {}, { severity: 'watch', reason: 'nothing has moved since it was selected' });

  story('that nobody has selected was asked for nothing')
    .from('2025-01-01', pledgeRegistered({ level: 'RDL', validUntil: '2026-12-31' }))
    .onDay('2025-03-31')
    .expectNoAlerts()
    .onDay('2025-04-01')
    .expectAlert(stalled, { stage: 'elevated', waitsFor: 'acceptance' }, 'watch');
});
