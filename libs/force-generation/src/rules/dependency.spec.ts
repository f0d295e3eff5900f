import { Story, story } from '../../../../tests/stories/story.js';
import {
  partnerSupportEnded,
  partnerSupportStarted,
  requirementStated,
  requirementWithdrawn,
  unitArrived,
  unitRepatriated,
  unitStrengthReported,
} from '../../../../tests/stories/told-facts.js';

const dependency = 'dependency/UTIL_HELI';
/** Two units of 100 each by a day far ahead. */
const critical = requirementStated({ units: 2, personnel: 200, requiredBy: '2027-12-31', critical: true });
const sent = (contributor: string, men: number) =>
  unitArrived({ unit: `${contributor}-HELI`, contributor, requirement: 'helicopters', men });

describe('a critical capability that one contributor carries', () => {
  story('is raised after thirty days, for the contributor with the most persons')
    .from('2025-01-01', critical, sent('ROU', 100))
    .onDay('2025-01-30')
    .expectNoAlert(dependency)
    .expectEpisodes(dependency, { since: '2025-01-01' })
    .onDay('2025-01-31')
    .expectAlert(
      dependency,
      { contributor: 'ROU', personnel: 100, total: 100 },
      {
        severity: 'critical',
        since: '2025-01-01',
        firingSince: '2025-01-31',
        reason: 'one contributor carries the capability',
        action: 'Find a second contributor for the capability',
        owner: 'Force Generation Service, Office of Military Affairs',
      },
    );

  it.each`
    first  | second | third | share     | severity
    ${49}  | ${48}  | ${3}  | ${'49 %'} | ${undefined}
    ${50}  | ${47}  | ${3}  | ${'50 %'} | ${'watch'}
    ${50}  | ${50}  | ${0}  | ${'50 %'} | ${'watch'}
    ${65}  | ${35}  | ${0}  | ${'65 %'} | ${'watch'}
    ${66}  | ${34}  | ${0}  | ${'66 %'} | ${'warning'}
    ${999} | ${1}   | ${0}  | ${'99 %'} | ${'warning'}
    ${100} | ${0}   | ${0}  | ${'all'}  | ${'critical'}
  `('to $share is $severity', ({ first, second, third, severity }) => {
    new Story()
      .from('2025-01-01', critical, sent('ROU', first), sent('BGD', second), sent('DEU', third))
      .onDay('2025-01-31')
      .expectSeverity(dependency, severity)
      .happen();
  });

  story('of two with as many persons names the first')
    .from('2025-01-01', critical, sent('ROU', 50), sent('BGD', 50))
    .onDay('2025-01-31')
    .expectAlert(dependency, { contributor: 'BGD', personnel: 50, total: 100 }, 'watch');

  story('counts all units of a contributor together, as strong as they were last reported')
    .from('2025-01-01', critical, sent('ROU', 30), sent('BGD', 60))
    .on('2025-01-01', unitArrived({ unit: 'ROU-2', contributor: 'ROU', men: 30 }))
    .on('2025-01-02', unitStrengthReported({ unit: 'BGD-HELI', men: 40 }))
    .onDay('2025-02-01')
    .expectAlert(dependency, { contributor: 'ROU', personnel: 60, total: 100 }, 'watch');

  story('is filled once a second one has been there for thirty days')
    .from('2025-01-01', critical, sent('ROU', 100))
    .on('2025-03-01', sent('BGD', 70), sent('DEU', 60))
    .onDay('2025-03-30')
    .expectAlert(dependency, { contributor: 'ROU', personnel: 100, total: 230 }, 'critical')
    .onDay('2025-03-31')
    .expectNoAlert(dependency)
    .expectEpisodes(dependency, {
      since: '2025-01-01',
      firingSince: '2025-01-31',
      closedOn: '2025-03-31',
      closedBy: 'filled',
    });

  story('is superseded when the last one leaves: then the capability is missing, and nobody is depended on')
    .from('2025-01-01', critical, sent('ROU', 100))
    .onDay('2025-02-28')
    .expectAlert(dependency)
    .on('2025-03-01', unitRepatriated({ unit: 'ROU-HELI' }))
    .onDay('2025-03-01')
    .expectNoAlerts()
    .expectSaid(`AlertResolved ${dependency}#2 superseded`);
});

describe('a capability is critical', () => {
  it.each`
    need                                                                                  | severity
    ${critical}                                                                           | ${'critical'}
    ${requirementStated({ requiredBy: '2027-12-31', critical: false })}                   | ${undefined}
    ${requirementStated({ requiredBy: '2027-12-31' })}                                    | ${undefined}
    ${requirementStated({ requiredBy: '2027-12-31', critical: true, capability: 'QRF' })} | ${undefined}
  `('where a requirement says so: $severity', ({ need, severity }) => {
    new Story().from('2025-01-01', need, unitArrived({})).onDay('2025-01-31').expectSeverity(dependency, severity).happen();
  });

  story('while that requirement stands')
    .from('2025-01-01', critical, sent('ROU', 100))
    .on('2025-03-01', requirementWithdrawn({}))
    .onDay('2025-02-28')
    .expectAlert(dependency)
    .onDay('2025-03-01')
    .expectNoAlerts()
    .expectSaid(`AlertResolved ${dependency}#2 superseded`);
});

describe('a partner', () => {
  story('counts for each of its units as many persons as the need gives one')
    .from('2025-01-01', critical, sent('ROU', 50), partnerSupportStarted({ units: 1 }))
    .onDay('2025-01-31')
    .expectAlert(
      dependency,
      { partner: 'Barkhane', personnel: 100, total: 150 },
      { severity: 'warning', reason: 'one partner carries the capability' },
    );

  story('is measured by the need that it stands in for')
    .from('2025-01-01', critical, sent('ROU', 100))
    .on('2025-01-01', requirementStated({ requirement: 'more', units: 1, personnel: 300, requiredBy: '2028-12-31' }))
    .on('2025-01-01', partnerSupportStarted({ units: 2, requirement: 'more' }))
    .onDay('2025-01-31')
    .expectAlert(dependency, { partner: 'Barkhane', personnel: 600, total: 700 }, 'warning');

  story('is measured by the critical need, once the one that it names asks for another capability')
    .from('2025-01-01', critical, sent('ROU', 100))
    .on('2025-01-01', requirementStated({ requirement: 'more', units: 1, personnel: 300, requiredBy: '2028-12-31' }))
    .on('2025-01-01', partnerSupportStarted({ units: 2, requirement: 'more' }))
    .on(
      '2025-02-01',
      requirementStated({ requirement: 'more', capability: 'ENGINEER', personnel: 300, requiredBy: '2028-12-31' }),
    )
    .onDay('2025-02-01')
    .expectAlert(dependency, { partner: 'Barkhane', personnel: 200, total: 300 }, 'warning');

  story('counts until its last day and no longer, and does not where it supports another capability')
    .from('2025-01-01', critical, sent('ROU', 100), partnerSupportStarted({ units: 3, until: '2025-02-10' }))
    .on('2025-01-01', partnerSupportStarted({ partner: 'EUTM', capability: 'TRAINING', units: 9 }))
    .onDay('2025-02-10')
    .expectAlert(dependency, { partner: 'Barkhane', personnel: 300, total: 400 }, 'warning')
    .onDay('2025-02-11')
    .expectAlert(dependency, { contributor: 'ROU', personnel: 100, total: 100 }, 'critical');

  story('counts no longer from the day on which its support ends')
    .from('2025-01-01', critical, sent('ROU', 100), partnerSupportStarted({ units: 3 }))
    .on('2025-02-10', partnerSupportEnded({}))
    .onDay('2025-02-09')
    .expectAlert(dependency, { partner: 'Barkhane', personnel: 300, total: 400 }, 'warning')
    .onDay('2025-02-10')
    .expectAlert(dependency, { contributor: 'ROU', personnel: 100, total: 100 }, 'critical');
});
