import { Story, story } from '../../../../tests/stories/story.js';
import { ceilingAuthorized, ceilingLine, factRetracted, named, strengthReturned } from '../../../../tests/stories/told-facts.js';

describe('what is authorized', () => {
  story('is nothing before the first line, and nothing is alerted')
    .from('2025-01-01', strengthReturned({ military: 900 }))
    .on('2025-01-01', ceilingAuthorized({ military: 1000 }, { effectiveFrom: '2025-02-01' }))
    .onDay('2025-01-31')
    .expectComponent('military', { authorized: null, resolution: null, missing: null, fillRate: null, deployed: 900 })
    .expectLines()
    .expectNoAlerts()
    .onDay('2025-02-01')
    .expectComponent('military', { authorized: 1000, missing: 100, fillRate: 0.9, resolution: 'S/RES/2100 (2013)' })
    .expectComponent('police', { authorized: null });

  story('steps on the day from which a resolution is effective, and not before it was adopted')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }))
    .on('2025-03-10', ceilingAuthorized({ military: 1200 }, { effectiveFrom: '2025-04-01' }))
    .on('2025-05-10', ceilingAuthorized({ military: 1300 }, { effectiveFrom: '2025-05-01' }))
    .onDay('2025-03-31')
    .expectComponent('military', { authorized: 1000 })
    .onDay('2025-04-01')
    .expectComponent('military', { authorized: 1200 })
    .onDay('2025-05-09')
    .expectComponent('military', { authorized: 1200 })
    .onDay('2025-05-10')
    .expectComponent('military', { authorized: 1300 });

  story('is, of two with the same day, what was said later')
    .from('2025-03-10', ceilingAuthorized({ military: 1300 }, { effectiveFrom: '2025-04-01' }))
    .on('2025-03-01', ceilingAuthorized({ military: 1200 }, { effectiveFrom: '2025-04-01' }))
    .onDay('2025-04-01')
    .expectComponent('military', { authorized: 1300 });

  story('is not taken back by a line of an earlier day that is told later')
    .from('2025-03-01', ceilingAuthorized({ military: 1300 }))
    .on('2025-03-10', ceilingAuthorized({ military: 1200 }, { effectiveFrom: '2025-02-01' }))
    .onDay('2025-03-31')
    .expectComponent('military', { authorized: 1300 });

  story('is what replaces a line, and the line again where that is retracted')
    .from('2025-01-01', named('typed', ceilingLine('military', 1000)))
    .on('2025-01-01', named('corrected', ceilingLine('military', 1100, { replaces: 'typed' })))
    .onDay('2025-01-31')
    .expectComponent('military', { authorized: 1100 })
    .on('2025-02-01', factRetracted('corrected'))
    .onDay('2025-02-01')
    .expectComponent('military', { authorized: 1000 });

  story('is never what was only proposed')
    .from('2020-06-29', ceilingAuthorized({ military: 13_289, police: 1920 }))
    .on(
      '2021-07-15',
      ceilingLine('military', 15_019, { status: 'proposed' }),
      ceilingLine('police', 2259, { status: 'proposed' }),
    )
    .on(
      '2021-07-15',
      ceilingLine('military_proposed', 15_019, { status: 'proposed', counts: ['Troops'], resolution: 'S/2021/657' }),
    )
    .onDay('2021-12-31')
    .expectComponent('military', { authorized: 13_289 })
    .expectComponent('police', { authorized: 1920 })
    .expectLines('military', 'police');
});

describe('lines', () => {
  const observers = ceilingLine('observers', 40, { placement: 'within', counts: ['Experts on Mission'] });
  const returned = strengthReturned({
    Troops: 900,
    'Staff Officer': 50,
    'Experts on Mission': 30,
    'Formed Police Units': 280,
    'Individual Police': 60,
  });

  story('within a component are checked on their own, and never added to its line')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }), observers, returned)
    .onDay('2025-01-31')
    .expectComponent('military', { authorized: 1000, deployed: 980, missing: 20 })
    .expectLine('observers', { placement: 'within', authorized: 40, deployed: 30, missing: 10 })
    .expectAlerts('ceiling-shortfall/observers')
    .expectAlert('ceiling-shortfall/observers', { authorized: 40, deployed: 30, missing: 10 }, 'critical');

  story('within a component that has no line of its own are its ceiling together')
    .from(
      '2025-01-01',
      ceilingLine('police_fpu', 280, { placement: 'within', counts: ['Formed Police Units'] }),
      ceilingLine('police_ipo', 100, { placement: 'within', counts: ['Individual Police'] }),
      returned,
    )
    .onDay('2025-01-31')
    .expectComponent('police', { authorized: 380, deployed: 340, missing: 40, fillRate: 0.8947 })
    .expectAlerts('ceiling-shortfall/police_ipo')
    .on('2025-02-01', ceilingAuthorized({ police: 400 }))
    .onDay('2025-02-01')
    .expectComponent('police', { authorized: 400, deployed: 340, missing: 60 });

  const separate = ceilingLine('observers_and_staff_officers', 100, {
    placement: 'separate',
    counts: ['Experts on Mission', 'Staff Officer'],
  });
  story('that are separate take what they count out of the component, from their first day')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }), returned)
    .on('2025-02-01', separate)
    .onDay('2025-01-31')
    .expectComponent('military', { authorized: 1000, deployed: 980 })
    .onDay('2025-02-01')
    .expectComponent('military', { authorized: 1000, deployed: 900, missing: 100 })
    .expectLine('observers_and_staff_officers', { authorized: 100, deployed: 80, missing: 20 });

  story('for corrections officers have no published strength: they are never known')
    .from('2025-01-01', ceilingLine('corrections', 108, { placement: 'separate', counts: [] }), returned)
    .onDay('2025-12-31')
    .expectNoAlert('ceiling-shortfall/corrections')
    .onDay('2025-01-31')
    .expectLine('corrections', { authorized: 108, deployed: null, missing: null, state: 'unknown' })
    .expectNoAlerts();

  story('are each in force from their own day: a line that has not begun is not shown')
    .from(
      '2025-01-01',
      ceilingAuthorized({ military: 1000 }),
      ceilingLine('observers', 40, {
        placement: 'within',
        counts: ['Experts on Mission'],
        effectiveFrom: '2025-03-01',
      }),
    )
    .onDay('2025-02-28')
    .expectLines('military')
    .onDay('2025-03-01')
    .expectLines('military', 'observers');
});

it('the condition of a past day is read from that day’s own facts: a ceiling adopted later opens no gap before it', () => {
  new Story()
    .from('2025-01-01', ceilingAuthorized({ military: 900 }), strengthReturned({ military: 900 }))
    .on('2025-03-01', ceilingAuthorized({ military: 1200 }, { effectiveFrom: '2025-01-15' }))
    .onDay('2025-03-01')
    .expectEpisodes('ceiling-shortfall/military', { since: '2025-03-01' })
    .happen();
});
