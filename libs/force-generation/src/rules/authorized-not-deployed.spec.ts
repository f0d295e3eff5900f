import { Story, story } from '../../../../tests/stories/story.js';
import { ceilingAuthorized, mandateEnded, strengthReturned } from '../../../../tests/stories/told-facts.js';
import { authorizedNotDeployed } from './authorized-not-deployed.js';
import { conditionsOf } from './spans.js';

const military = 'authorized-not-deployed/military';
const police = 'authorized-not-deployed/police';

describe('an increase authorized and not deployed', () => {
  story('of MINUSMA: half a year after resolution 2295 none of the 2,049 and none of the 480 are there')
    .from('2015-06-29', ceilingAuthorized({ military: 11240, police: 1440 }, { resolution: 'S/RES/2227 (2015)' }))
    .on('2016-06-29', ceilingAuthorized({ military: 13289, police: 1920 }, { resolution: 'S/RES/2295 (2016)' }))
    .on('2016-08-31', strengthReturned({ military: 10700, police: 1200 }))
    .onDay('2016-09-26')
    .expectNoAlert(military)
    .onDay('2016-09-27')
    .expectAlert(military, {}, { severity: 'warning', since: '2016-09-27', firingSince: '2016-09-27' })
    .onDay('2016-12-25')
    .expectAlert(police, {}, 'warning')
    .onDay('2016-12-26')
    .expectAlert(police, {}, 'critical')
    .on('2016-12-31', strengthReturned({ military: 10799, police: 1258 }))
    .onDay('2016-12-31')
    .expectAlert(
      military,
      { previous: 11240, authorized: 13289, increase: 2049, there: 0, effectiveFrom: '2016-06-29' },
      'critical',
    )
    .expectAlert(police, { previous: 1440, authorized: 1920, increase: 480, there: 0 }, 'critical')
    .on('2018-02-28', strengthReturned({ military: 11791, police: 1741 }))
    .onDay('2018-02-28')
    .expectNoAlert(military)
    .expectNoAlert(police);

  story('is none where a later resolution says another figure for the same day')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }), strengthReturned({ military: 900 }))
    .on('2025-07-01', strengthReturned({ military: 900 }), ceilingAuthorized({ military: 1100 }, { effectiveFrom: '2025-01-01' }))
    .onDay('2025-07-01')
    .expectNoAlert(military);

  story('is counted from the ceiling before it, though that is adopted late')
    .from('2025-02-01', ceilingAuthorized({ military: 1100 }))
    .on('2025-06-30', strengthReturned({ military: 900 }))
    .onDay('2025-06-30')
    .expectNoAlert(military)
    .on('2025-07-01', ceilingAuthorized({ military: 1000 }, { effectiveFrom: '2025-01-01' }))
    .onDay('2025-07-01')
    .expectAlert(military, { previous: 1000, authorized: 1100, effectiveFrom: '2025-02-01' }, { since: '2025-07-01' });

  story('is superseded by a cut, also where the returns are too old to tell how many are there')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }), strengthReturned({ military: 900 }))
    .on('2025-02-01', ceilingAuthorized({ military: 1100 }))
    .onDay('2025-05-02')
    .expectAlert(military)
    .onDay('2025-05-21')
    .expectAlert(military, {}, { state: 'unknown' })
    .on('2025-06-01', ceilingAuthorized({ military: 800 }))
    .onDay('2025-06-01')
    .expectNoAlert(military);

  story('is on its way with 551 of the 2,049 and 301 of the 480')
    .from('2015-06-29', ceilingAuthorized({ military: 11240, police: 1440 }))
    .on('2016-06-29', ceilingAuthorized({ military: 13289, police: 1920 }))
    .on('2018-02-28', strengthReturned({ military: 11791, police: 1741 }))
    .onDay('2018-02-28')
    .expectThat(({ reading }) => {
      const clear = (line: string) => {
        const { condition } = conditionsOf(reading, authorizedNotDeployed, line).findLast(({ from }) => from <= reading.today)!;
        return condition.kind === 'clear' ? condition.figuresOn(reading.today) : condition.kind;
      };
      expect(clear('military')).toMatchObject({ increase: 2049, there: 551 });
      expect(clear('police')).toMatchObject({ increase: 480, there: 301 });
    });

  it.each`
    deployed | there  | severity
    ${900}   | ${0}   | ${'warning'}
    ${1000}  | ${0}   | ${'warning'}
    ${1009}  | ${9}   | ${'warning'}
    ${1010}  | ${10}  | ${undefined}
    ${1200}  | ${100} | ${undefined}
  `('of 100 beyond 1,000 with $deployed deployed, $there of them there: $severity', ({ deployed, there, severity }) => {
    const told = new Story()
      .from('2025-01-01', ceilingAuthorized({ military: 1000 }))
      .on('2025-02-01', ceilingAuthorized({ military: 1100 }))
      .on('2025-04-30', strengthReturned({ military: deployed }))
      .onDay('2025-05-02')
      .expectSeverity(military, severity);
    (severity === undefined ? told : told.expectAlert(military, { there })).happen();
  });

  it.each`
    increase | severity
    ${9}     | ${undefined}
    ${10}    | ${'warning'}
  `('counts from one per cent of the previous ceiling on: $increase of 1,000 is $severity', ({ increase, severity }) => {
    new Story()
      .from('2025-01-01', ceilingAuthorized({ military: 1000 }))
      .on('2025-02-01', ceilingAuthorized({ military: 1000 + increase }))
      .on('2025-04-30', strengthReturned({ military: 990 }))
      .onDay('2025-05-02')
      .expectSeverity(military, severity)
      .happen();
  });

  story('is none where the ceiling is the first')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }))
    .on('2025-06-30', strengthReturned({ military: 1 }))
    .onDay('2025-07-01')
    .expectNoAlert(military);

  story('is never of a proposed ceiling')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }))
    .on('2025-02-01', ceilingAuthorized({ military: 1500 }, { status: 'proposed' }))
    .on('2025-06-30', strengthReturned({ military: 990 }))
    .onDay('2025-08-01')
    .expectNoAlert(military);

  story('is ended by a cut below it, superseded')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }))
    .on('2025-02-01', ceilingAuthorized({ military: 1200 }))
    .on('2025-04-30', strengthReturned({ military: 990 }))
    .onDay('2025-05-02')
    .expectAlert(military)
    .on('2025-06-01', ceilingAuthorized({ military: 1100 }))
    .onDay('2025-06-01')
    .expectNoAlert(military)
    .expectEpisodes(military, {
      since: '2025-05-02',
      firingSince: '2025-05-02',
      closedOn: '2025-06-01',
      closedBy: 'superseded',
    });

  story('gives way to a newer increase, superseded and not filled, since nobody has come')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }))
    .on('2025-02-01', ceilingAuthorized({ military: 1200 }))
    .on('2025-04-30', strengthReturned({ military: 990 }))
    .on('2025-06-01', ceilingAuthorized({ military: 1500 }))
    .onDay('2025-05-31')
    .expectAlert(military, { increase: 200 })
    .onDay('2025-06-01')
    .expectNoAlert(military)
    .expectEpisodes(military, {
      since: '2025-05-02',
      firingSince: '2025-05-02',
      closedOn: '2025-06-01',
      closedBy: 'superseded',
    })
    .onDay('2025-08-29')
    .expectNoAlert(military)
    .onDay('2025-08-30')
    .expectAlert(
      military,
      { increase: 300, there: 0, effectiveFrom: '2025-06-01' },
      { severity: 'warning', since: '2025-08-30' },
    );

  story('is kept by a newer increase that is too small to count')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }))
    .on('2025-02-01', ceilingAuthorized({ military: 1200 }))
    .on('2025-04-30', strengthReturned({ military: 990 }))
    .on('2025-06-01', ceilingAuthorized({ military: 1211 }))
    .onDay('2025-06-01')
    .expectAlert(military, { increase: 200, effectiveFrom: '2025-02-01' }, { since: '2025-05-02' });

  story('is kept by a renewal of the same ceiling, and counted from the day of the increase')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }))
    .on('2025-02-01', ceilingAuthorized({ military: 1200 }))
    .on('2025-04-30', strengthReturned({ military: 990 }))
    .on('2025-06-01', ceilingAuthorized({ military: 1200 }, { resolution: 'S/RES/2364 (2017)' }))
    .onDay('2025-06-01')
    .expectAlert(military, { increase: 200, effectiveFrom: '2025-02-01' }, { since: '2025-05-02' });

  story('ends with the mandate')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }))
    .on('2025-02-01', ceilingAuthorized({ military: 1200 }))
    .on('2025-04-30', strengthReturned({ military: 990 }))
    .on('2025-05-01', mandateEnded({ endsOn: '2025-06-01', drawdownBy: '2025-12-31' }))
    .onDay('2025-05-31')
    .expectAlert(military)
    .onDay('2025-06-01')
    .expectNoAlert(military);
});
