import { Story, story } from '../../../../tests/stories/story.js';
import {
  agreementSigned,
  deploymentPlanned,
  mandateEnded,
  pledgeAmended,
  pledgeDecided,
  pledgeRegistered,
  pledgeRenewed,
  pledgeSelected,
  pledgeWithdrawn,
  requirementStated,
  requirementWithdrawn,
  taskPrioritized,
} from '../../../../tests/stories/told-facts.js';

// Registered or selected on 15 April: not long enough to be stalled as well.
const lapsing = 'pledge-lapsing/ROU-1';
const registered = pledgeRegistered({ validUntil: '2025-06-30' });
const selected = pledgeSelected({ validUntil: '2025-06-30' });

describe('a pledge that is about to lapse', () => {
  it.each`
    day             | left   | severity
    ${'2025-04-30'} | ${61}  | ${undefined}
    ${'2025-05-01'} | ${60}  | ${'watch'}
    ${'2025-05-30'} | ${31}  | ${'watch'}
    ${'2025-05-31'} | ${30}  | ${'warning'}
    ${'2025-06-29'} | ${1}   | ${'warning'}
    ${'2025-06-30'} | ${0}   | ${'critical'}
    ${'2025-07-31'} | ${-31} | ${'critical'}
  `('is $severity with $left days left', ({ day, severity }) => {
    new Story().from('2025-04-15', registered).onDay(day).expectSeverity(lapsing, severity).happen();
  });

  story('is raised on the 60th day before its last, and says until when it is valid')
    .from('2025-04-15', registered)
    .onDay('2025-05-01')
    .expectAlerts(lapsing)
    .expectAlert(
      lapsing,
      { validUntil: '2025-06-30' },
      {
        since: '2025-05-01',
        firingSince: '2025-05-01',
        reason: 'the pledge is about to lapse, and no agreement is signed',
        action: 'Ask ROU to renew the pledge, or to withdraw it',
        owner: 'Strategic Force Generation and Capability Planning Cell',
      },
    )
    .onDay('2025-06-30')
    .expectAlert(lapsing, {}, { reason: 'the pledge is about to lapse, and no agreement is signed' })
    .onDay('2025-07-01')
    .expectAlert(lapsing, {}, { reason: 'the pledge has lapsed' });

  story('once selected is a matter of whoever generates the unit').from('2025-04-15', selected).onDay('2025-05-01').expectAlert(
    lapsing,
    {},
    {
      action: 'Sign the agreement with ROU, or ask it to renew the pledge',
      owner: 'Force Generation Service, Office of Military Affairs',
    },
  );

  it.each`
    what                        | fact                                                                | resolution
    ${'a renewal'}              | ${pledgeRenewed({ validUntil: '2025-12-31' })}                      | ${'filled'}
    ${'a later last day'}       | ${pledgeAmended({ validUntil: '2025-12-31' })}                      | ${'filled'}
    ${'an agreement'}           | ${agreementSigned({})}                                              | ${'filled'}
    ${'a plan for its unit'}    | ${deploymentPlanned({ arrivesOn: '2025-12-31' })}                   | ${'filled'}
    ${'a withdrawal'}           | ${pledgeWithdrawn({})}                                              | ${'superseded'}
    ${'a refusal'}              | ${pledgeDecided({ decision: 'declined' })}                          | ${'superseded'}
    ${'the end of the need'}    | ${requirementWithdrawn({})}                                         | ${'superseded'}
    ${'the end of the mandate'} | ${mandateEnded({ endsOn: '2025-06-01', drawdownBy: '2025-12-31' })} | ${'superseded'}
  `('is $resolution by $what, on its day and not before', ({ fact, resolution }) => {
    new Story()
      .from('2025-04-15', requirementStated({ requiredBy: '2026-12-31' }), selected)
      .onDay('2025-05-31')
      .expectAlert(lapsing)
      .on('2025-06-01', fact)
      .onDay('2025-06-01')
      .expectNoAlert(lapsing)
      .expectSaid(`AlertResolved ${lapsing}#2 ${resolution}`)
      .happen();
  });

  story('is still one while any of its units has neither a plan nor an agreement')
    .from('2025-04-15', pledgeSelected({ units: 2, validUntil: '2025-06-30' }), deploymentPlanned({ arrivesOn: '2025-12-31' }))
    .onDay('2025-05-01')
    .expectAlert(lapsing)
    .on('2025-05-02', deploymentPlanned({ unit: 'another', arrivesOn: '2025-12-31' }))
    .onDay('2025-05-02')
    .expectNoAlert(lapsing);

  story('is filled by a renewal that comes after it has lapsed')
    .from('2025-04-15', registered)
    .on('2025-07-10', pledgeRenewed({ validUntil: '2025-12-31' }))
    .onDay('2025-07-09')
    .expectAlert(lapsing, {}, 'critical')
    .onDay('2025-07-10')
    .expectNoAlerts()
    .expectEpisodes(lapsing, { since: '2025-05-01', firingSince: '2025-05-01', closedOn: '2025-07-10', closedBy: 'filled' });

  story('is one step worse where a mandated task needs what it was selected for')
    .from(
      '2025-04-15',
      taskPrioritized({ from: '2025-06-01', until: '2025-07-31' }),
      requirementStated({ requiredBy: '2026-12-31', tasks: ['elections'] }),
      selected,
    )
    .onDay('2025-05-01')
    .expectAlert(lapsing, {}, { severity: 'warning', baseSeverity: 'watch' })
    .expectAlert(lapsing, {}, { task: { task: 'elections', title: 'Support the elections', rank: 1, date: '2025-07-31' } })
    .onDay('2025-08-01')
    .expectAlert(lapsing, {}, { severity: 'critical', baseSeverity: 'critical' });
});
