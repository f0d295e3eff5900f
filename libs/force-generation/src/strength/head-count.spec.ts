import { Story, story } from '../../../../tests/stories/story.js';
import {
  ceilingLine,
  cellsReturned,
  strengthReturned,
  unitArrived,
  unitRepatriated,
  unitStrengthReported,
} from '../../../../tests/stories/told-facts.js';

const togo = (men: number, women = 0) => unitArrived({ unit: 'TGO-1', contributor: 'TGO', women, men });

describe('the strength deployed on a day', () => {
  story('is nobody’s guess before the first return: units alone do not say it')
    .from('2025-01-01', togo(100))
    .onDay('2025-01-31')
    .expectComponent('military', {
      authorized: null,
      deployed: null,
      reported: null,
      women: null,
      state: 'unknown',
      observedOn: null,
    })
    .expectMission(({ reported, observedOn }) => expect({ reported, observedOn }).toEqual({ reported: null, observedOn: null }));

  story('is the return, and what units gained and lost since its as-at day')
    .from('2025-01-01', togo(90, 10))
    .on('2025-01-31', strengthReturned({ Troops: [30, 870], 'Formed Police Units': 100 }))
    .onDay('2025-01-31')
    .expectComponent('military', { deployed: 900, women: 30, womenShare: 0.0333, reported: 900 })
    .on('2025-02-05', unitArrived({ unit: 'NER-1', contributor: 'NER', women: 5, men: 45 }))
    .on('2025-02-10', unitStrengthReported({ unit: 'TGO-1', women: 12, men: 80 }))
    .onDay('2025-02-04')
    .expectComponent('military', { deployed: 900, women: 30 })
    .onDay('2025-02-05')
    .expectComponent('military', { deployed: 950, women: 35 })
    .onDay('2025-02-10')
    .expectComponent('military', { deployed: 942, women: 37, reported: 900, observedOn: '2025-01-31' })
    .on('2025-02-20', unitRepatriated({ unit: 'TGO-1' }))
    .onDay('2025-02-19')
    .expectComponent('military', { deployed: 942 })
    .onDay('2025-02-20')
    .expectComponent('military', { deployed: 850, women: 25 })
    .expectComponent('police', { deployed: 100 });

  story('is the next return where there is one: what units did before its day is in it')
    .from('2025-01-31', strengthReturned({ military: 900 }))
    .on('2025-02-05', togo(50))
    .on('2025-02-28', strengthReturned({ military: 940 }))
    .onDay('2025-02-27')
    .expectComponent('military', { deployed: 950 })
    .onDay('2025-02-28')
    .expectComponent('military', { deployed: 940 });

  story('counts a unit that arrives on the as-at day as already returned')
    .from('2025-01-31', strengthReturned({ military: 900 }), togo(50))
    .onDay('2025-02-28')
    .expectComponent('military', { deployed: 900 });

  story('adds an advance party and its main body')
    .from('2025-01-31', strengthReturned({ military: 900 }))
    .on('2025-02-01', unitArrived({ part: 'advance', women: 5, men: 15 }))
    .on('2025-02-15', unitArrived({ part: 'main', women: 10, men: 70 }))
    .onDay('2025-02-14')
    .expectComponent('military', { deployed: 920, women: 5 })
    .onDay('2025-02-15')
    .expectComponent('military', { deployed: 1000, women: 15 });

  story('grows by a unit that comes again, though it was reported after it had gone home and before')
    .from('2025-01-31', strengthReturned({ Troops: 900 }))
    .on('2025-02-05', unitRepatriated({ unit: 'TGO-1' }))
    .on('2025-02-10', unitStrengthReported({ unit: 'TGO-1', women: 0, men: 0 }))
    .on('2025-03-01', togo(100))
    .onDay('2025-03-01')
    .expectComponent('military', { deployed: 1000 });

  story('adds nothing for a unit whose first fact is a report after the as-at day, and notes it')
    .from('2025-01-31', strengthReturned({ military: 900 }))
    .on('2025-02-05', unitStrengthReported({ unit: 'TGO-1', men: 120 }))
    .onDay('2025-02-05')
    .expectComponent('military', { deployed: 900 })
    .expectNotes('unit-first-reported')
    .on('2025-01-01', togo(100))
    .onDay('2025-02-05')
    .expectComponent('military', { deployed: 920 })
    .expectNotes();

  story('adds nothing for such a unit until the next return, though it arrives in between')
    .from('2025-01-31', strengthReturned({ military: 900 }))
    .on('2025-02-05', unitStrengthReported({ unit: 'TGO-1', men: 120 }))
    .on('2025-02-10', togo(120))
    .onDay('2025-02-10')
    .expectComponent('military', { deployed: 900 })
    .on('2025-02-28', strengthReturned({ military: 1020 }))
    .on('2025-03-10', unitRepatriated({ unit: 'TGO-1' }))
    .onDay('2025-03-10')
    .expectComponent('military', { deployed: 900 });

  story('passes over a report of a unit that has left')
    .from('2025-01-01', togo(100))
    .on('2025-01-31', strengthReturned({ military: 900 }))
    .on('2025-02-05', unitRepatriated({ unit: 'TGO-1' }))
    .on('2025-02-10', unitStrengthReported({ unit: 'TGO-1', men: 100 }))
    .onDay('2025-02-10')
    .expectComponent('military', { deployed: 800 });

  story('counts a unit that comes back')
    .from('2025-01-01', togo(100))
    .on('2025-01-31', strengthReturned({ military: 900 }))
    .on('2025-02-05', unitRepatriated({ unit: 'TGO-1' }))
    .on('2025-02-20', togo(70))
    .onDay('2025-02-20')
    .expectComponent('military', { deployed: 870 });

  story('is not cut off at nobody')
    .from('2025-01-01', togo(100))
    .on('2025-01-31', strengthReturned({ military: 60 }))
    .on('2025-02-05', unitRepatriated({ unit: 'TGO-1' }))
    .onDay('2025-02-05')
    .expectComponent('military', { deployed: -40 });

  it.each`
    day             | age    | deployed | state
    ${'2025-05-19'} | ${139} | ${900}   | ${'known'}
    ${'2025-05-20'} | ${140} | ${null}  | ${'stale'}
  `('is $state $age days after the newest return', ({ day, deployed, state }) => {
    new Story()
      .from('2024-12-31', strengthReturned({ military: 900 }))
      .onDay(day)
      .expectComponent('military', { deployed, state, observedOn: '2024-12-31' })
      .happen();
  });
});

describe('staff officers that the published reports count among the troops', () => {
  const observers = ceilingLine('observers_and_staff_officers', 660, {
    placement: 'separate',
    counts: ['Experts on Mission', 'Staff Officer'],
  });
  const line = 'observers_and_staff_officers';

  story('leave MONUSCO’s line for them and its military unknown until the return of 31 May 2017 splits them')
    .inMission('MONUSCO')
    .from('2017-02-28', strengthReturned({ Troops: 16_893, 'Experts on Mission': 473, 'Formed Police Units': 1050 }))
    .on('2017-03-31', ceilingLine('military', 16_215), ceilingLine('police', 1050), observers)
    .on('2017-04-30', strengthReturned({ Troops: 16_743, 'Experts on Mission': 484, 'Formed Police Units': 1050 }))
    .onDay('2017-03-30')
    .expectComponent('military', { deployed: 17_366, state: 'known' })
    .onDay('2017-03-31')
    .expectComponent('military', { authorized: 16_215, deployed: null, missing: null, fillRate: null, state: 'unknown' })
    .expectLine(line, { authorized: 660, deployed: null, missing: null, state: 'unknown' })
    .expectComponent('police', { deployed: 1050, state: 'known' })
    .onDay('2017-05-30')
    .expectComponent('military', { deployed: null, state: 'unknown' })
    .expectLine(line, { deployed: null, state: 'unknown' })
    .on(
      '2017-05-31',
      strengthReturned({ Troops: 16_436, 'Staff Officer': 212, 'Experts on Mission': 481, 'Formed Police Units': 1050 }),
    )
    .onDay('2017-05-31')
    .expectComponent('military', { deployed: 16_436, missing: -221, state: 'known' })
    .expectLine(line, { deployed: 693, missing: -33, state: 'known' })
    .onDay('2017-07-29')
    .expectEpisodes('ceiling-exceeded/military', { since: '2017-05-31' })
    .expectNoAlerts()
    .onDay('2017-07-30')
    .expectAlert('ceiling-exceeded/military', { over: 221 }, { since: '2017-05-31' });

  story('are no matter to a ceiling that counts them together with the troops')
    .from('2016-12-31', ceilingLine('military', 13_289), cellsReturned({ 'TGO.troops': 10_799 }))
    .onDay('2016-12-31')
    .expectComponent('military', { deployed: 10_799, missing: 2490, state: 'known' });
});
