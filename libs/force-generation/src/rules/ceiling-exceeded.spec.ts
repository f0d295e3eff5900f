import { addDays } from '../day.js';
import { Story, story } from '../../../../tests/stories/story.js';
import { ceilingAuthorized, mandateEnded, strengthReturned } from '../../../../tests/stories/told-facts.js';

const military = 'ceiling-exceeded/military';

describe('a ceiling exceeded', () => {
  story('is raised once it has stood for sixty days')
    .from('2025-01-01', ceilingAuthorized({ military: 860 }), strengthReturned({ military: 945 }))
    .onDay('2025-03-01')
    .expectNoAlerts()
    .onDay('2025-03-02')
    .expectAlerts(military)
    .expectAlert(military, { authorized: 860, deployed: 945, over: 85 }, { severity: 'warning', since: '2025-01-01' })
    .expectComponent('military', { missing: -85, fillRate: 1.0988 });

  story('is over once the strength has been within the ceiling for thirty days')
    .from('2025-01-01', ceilingAuthorized({ military: 860 }), strengthReturned({ military: 945 }))
    .on('2025-03-31', strengthReturned({ military: 860 }))
    .onDay('2025-04-29')
    .expectAlert(military, { over: 0 })
    .onDay('2025-04-30')
    .expectNoAlerts();

  it.each`
    authorized | deployed | over    | severity
    ${1000}    | ${1000}  | ${0}    | ${undefined}
    ${1000}    | ${1001}  | ${1}    | ${'watch'}
    ${1000}    | ${1019}  | ${19}   | ${'watch'}
    ${1000}    | ${1020}  | ${20}   | ${'warning'}
    ${1000}    | ${1099}  | ${99}   | ${'warning'}
    ${1000}    | ${1100}  | ${100}  | ${'critical'}
    ${0}       | ${1}     | ${1}    | ${'critical'}
    ${0}       | ${9000}  | ${9000} | ${'critical'}
  `('by $over over $authorized is $severity', ({ authorized, deployed, severity }) => {
    new Story()
      .from('2025-01-01', ceilingAuthorized({ military: authorized }), strengthReturned({ military: deployed }))
      .onDay('2025-03-02')
      .expectSeverity(military, severity)
      .happen();
  });

  story('of a ceiling of nobody has no fill rate')
    .from('2025-01-01', ceilingAuthorized({ military: 0 }), strengthReturned({ military: 12 }))
    .onDay('2025-03-02')
    .expectAlerts(military)
    .expectAlert(military, { authorized: 0, over: 12 }, 'critical')
    .expectComponent('military', { authorized: 0, deployed: 12, missing: -12, fillRate: null });

  story('ends superseded with the mandate')
    .from('2025-01-01', ceilingAuthorized({ military: 860 }), strengthReturned({ military: 945 }))
    .on('2025-03-01', mandateEnded({ endsOn: '2025-03-31', drawdownBy: '2025-12-31' }))
    .onDay('2025-03-30')
    .expectAlert(military)
    .onDay('2025-03-31')
    .expectNoAlert(military);
});

describe('a lowered ceiling with a day by which it is to be reached', () => {
  story('that is adopted on one day with the ceiling before it leaves that one in force until then')
    .from(
      '2025-01-01',
      ceilingAuthorized({ military: 1000 }, { effectiveFrom: '2024-10-01' }),
      ceilingAuthorized({ military: 800 }, { reachBy: '2025-04-01' }),
      strengthReturned({ military: 950 }),
    )
    .onDay('2025-03-31')
    .expectNoAlert(military)
    .on('2025-04-01', strengthReturned({ military: 950 }))
    .onDay('2025-05-30')
    .expectNoAlert(military)
    .onDay('2025-05-31')
    .expectAlert(military, { authorized: 800, over: 150 }, { since: '2025-04-01' });

  const lowered = new Story()
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }), strengthReturned({ military: 1000 }))
    .on('2025-03-01', ceilingAuthorized({ military: 800 }, { reachBy: '2025-06-01' }))
    .on('2025-05-31', strengthReturned({ military: 1000 }));

  it('binds from that day on: on the days before it the old one does', () => {
    lowered
      .onDay('2025-05-31')
      .expectEpisodes(military)
      .onDay('2025-06-01')
      .expectEpisodes(military, { since: '2025-06-01' })
      .onDay('2025-07-31')
      .expectAlert(military, { authorized: 800, over: 200 }, 'critical')
      .happen();
  });

  story('is kept for what exceeds it only: what is missing is held against the new one at once')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }), strengthReturned({ military: 780 }))
    .onDay('2025-01-31')
    .expectAlert('ceiling-shortfall/military', { authorized: 1000, missing: 220 }, 'critical')
    .on('2025-03-01', ceilingAuthorized({ military: 800 }, { reachBy: '2025-06-01' }))
    .onDay('2025-03-01')
    .expectAlert('ceiling-shortfall/military', { authorized: 800, missing: 20 })
    .onDay('2025-03-31')
    .expectNoAlert('ceiling-shortfall/military')
    .expectComponent('military', { authorized: 800 });

  story('keeps the highest of those still to be reached')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }), strengthReturned({ military: 950 }))
    .on('2025-03-01', ceilingAuthorized({ military: 900 }, { reachBy: '2025-09-01' }))
    .on('2025-04-01', ceilingAuthorized({ military: 800 }, { reachBy: '2025-07-01' }))
    .on('2025-04-30', strengthReturned({ military: 950 }))
    .onDay('2025-06-30')
    .expectEpisodes(military)
    .onDay('2025-07-01')
    .expectEpisodes(military, { since: '2025-07-01' });

  const restated = (reachBy?: string) =>
    new Story()
      .from('2025-01-01', ceilingAuthorized({ military: 1000 }), strengthReturned({ military: 950 }))
      .on('2025-02-01', ceilingAuthorized({ military: 800 }, { reachBy: '2025-04-01' }))
      .on('2025-03-15', ceilingAuthorized({ military: 800 }, { ...(reachBy && { reachBy }) }))
      .on('2025-04-30', strengthReturned({ military: 950 }));

  it.each`
    reachBy         | since
    ${'2025-06-01'} | ${'2025-06-01'}
    ${'2025-03-20'} | ${'2025-03-20'}
    ${undefined}    | ${'2025-03-15'}
  `('that is restated, to be reached by $reachBy, is exceeded from $since', ({ reachBy, since }) => {
    restated(reachBy)
      .onDay(addDays(since, -1))
      .expectEpisodes(military)
      .onDay(since)
      .expectEpisodes(military, { since })
      .happen();
  });
});
