import { Story, story } from '../../../../tests/stories/story.js';
import {
  ceilingAuthorized,
  ceilingLine,
  cellsReturned,
  mandateEnded,
  strengthReturned,
  unitArrived,
  unitRepatriated,
} from '../../../../tests/stories/told-facts.js';

const military = 'ceiling-shortfall/military';

describe('a ceiling shortfall', () => {
  story('is raised once it has stood for thirty days')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }), strengthReturned({ military: 850 }))
    .onDay('2025-01-30')
    .expectNoAlerts()
    .onDay('2025-01-31')
    .expectAlerts(military)
    .expectAlert(military, { authorized: 1000, deployed: 850, missing: 150 })
    .expectAlert(military, {}, { severity: 'warning', since: '2025-01-01', firingSince: '2025-01-31', state: 'firing' })
    .expectAlert(military, {}, { owner: 'Force Generation Service, Office of Military Affairs' });

  story('is filled once there have been enough for thirty days')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }), strengthReturned({ military: 850 }))
    .on('2025-02-28', strengthReturned({ military: 1000 }))
    .onDay('2025-03-29')
    .expectAlert(military, { deployed: 1000, missing: 0 })
    .onDay('2025-03-30')
    .expectNoAlerts()
    .expectEpisodes(military, {
      since: '2025-01-01',
      firingSince: '2025-01-31',
      closedOn: '2025-03-30',
      closedBy: 'filled',
    });

  it.each`
    authorized | deployed | missing | severity
    ${1000}    | ${1000}  | ${0}    | ${undefined}
    ${1000}    | ${951}   | ${49}   | ${undefined}
    ${1000}    | ${950}   | ${50}   | ${'watch'}
    ${1000}    | ${901}   | ${99}   | ${'watch'}
    ${1000}    | ${900}   | ${100}  | ${'warning'}
    ${1000}    | ${801}   | ${199}  | ${'warning'}
    ${1000}    | ${800}   | ${200}  | ${'critical'}
    ${1000}    | ${1}     | ${999}  | ${'critical'}
    ${13289}   | ${11966} | ${1323} | ${'watch'}
    ${13289}   | ${11960} | ${1329} | ${'warning'}
    ${13289}   | ${11791} | ${1498} | ${'warning'}
    ${1920}    | ${1741}  | ${179}  | ${'watch'}
    ${0}       | ${5}     | ${-5}   | ${undefined}
    ${860}     | ${945}   | ${-85}  | ${undefined}
  `('of $missing out of $authorized is $severity', ({ authorized, deployed, missing, severity }) => {
    new Story()
      .from('2025-01-01', ceilingAuthorized({ military: authorized }), strengthReturned({ military: deployed }))
      .onDay('2025-01-31')
      .expectSeverity(military, severity)
      .expectComponent('military', { authorized, deployed, missing })
      .happen();
  });

  story('of police is for the Police Division to fill')
    .from('2025-01-01', ceilingAuthorized({ police: 1920 }), strengthReturned({ police: 1741 }))
    .onDay('2025-01-31')
    .expectAlert('ceiling-shortfall/police', { missing: 179 }, { owner: 'Selection and Recruitment Section, Police Division' });

  story('is not known before the first return: ceilings alone raise nothing')
    .from('2025-01-01', ceilingAuthorized({ military: 13289, police: 1920 }))
    .on('2025-01-01', unitArrived({}))
    .onDay('2026-12-31')
    .expectNoAlerts()
    .expectComponent('military', { authorized: 13289, deployed: null, missing: null, fillRate: null, state: 'unknown' });

  story('is counted from the ceiling, though the return came before it')
    .from('2024-11-30', strengthReturned({ military: 850 }))
    .onDay('2024-12-31')
    .expectNoAlerts()
    .expectComponent('military', { authorized: null, deployed: 850, missing: null, fillRate: null })
    .on('2025-01-01', ceilingAuthorized({ military: 1000 }))
    .onDay('2025-01-30')
    .expectNoAlerts()
    .onDay('2025-01-31')
    .expectAlert(military, { missing: 150 }, { since: '2025-01-01' });

  story('becomes unknown on day 140 after its newest return, and is the same alert with the next')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }), strengthReturned({ military: 850 }))
    .onDay('2025-05-20')
    .expectAlert(military, { missing: 150 }, { state: 'firing' })
    .expectComponent('military', { deployed: 850, state: 'known' })
    .onDay('2025-05-21')
    .expectAlert(military, { missing: 150 }, { state: 'unknown', severity: 'warning' })
    .expectComponent('military', { deployed: null, missing: null, state: 'stale', observedOn: '2025-01-01' })
    .on('2025-12-31', strengthReturned({ military: 840 }))
    .onDay('2025-12-31')
    .expectAlert(military, { missing: 160 }, { state: 'firing', since: '2025-01-01', firingSince: '2025-01-31' });

  story('counts what units gained and lost since the return')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }), strengthReturned({ military: 900 }))
    .on('2025-01-10', unitArrived({ men: 100 }))
    .onDay('2025-01-19')
    .expectComponent('military', { deployed: 1000, missing: 0 })
    .on('2025-01-20', unitRepatriated({}))
    .onDay('2025-02-09')
    .expectNoAlerts()
    .onDay('2025-02-10')
    .expectAlert(military, { deployed: 900, missing: 100 }, { since: '2025-01-01', firingSince: '2025-02-10' });

  story('ends superseded with the mandate')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }), strengthReturned({ military: 850 }))
    .on('2025-02-15', mandateEnded({ endsOn: '2025-03-01', drawdownBy: '2025-12-31' }))
    .onDay('2025-02-28')
    .expectAlert(military)
    .onDay('2025-03-01')
    .expectNoAlert(military)
    .expectEpisodes(military, {
      since: '2025-01-01',
      firingSince: '2025-01-31',
      closedOn: '2025-03-01',
      closedBy: 'superseded',
    });
});

describe('a suspect reading', () => {
  const before = { 'TGO.troops': 100, 'NER.troops': 750 };

  story('leaves a shortfall known where the severity is the same either way')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }), cellsReturned({ 'TGO.troops': 100, 'NER.troops': 650 }))
    .on('2025-02-01', cellsReturned({ 'NER.troops': 650 }))
    .onDay('2025-02-01')
    .expectAlert(military, { deployed: 750, missing: 250 }, { state: 'firing', severity: 'critical' })
    .expectComponent('military', { deployed: 750, reported: 650, state: 'suspect' });

  story('makes a shortfall unknown where it would change the severity')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }), cellsReturned(before))
    .onDay('2025-01-31')
    .expectAlert(military, { missing: 150 }, 'warning')
    .on('2025-02-01', cellsReturned({ 'NER.troops': 750 }))
    .onDay('2025-02-01')
    .expectAlert(military, { missing: 150 }, { state: 'unknown', severity: 'warning' })
    .on('2025-03-01', cellsReturned(before))
    .onDay('2025-03-01')
    .expectAlert(military, { missing: 150 }, { state: 'firing', severity: 'warning' });

  story('of a row printed one line off changes nobody’s count, and the explanation counts each cell once')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }), cellsReturned({ 'TGO.troops': 100, 'NER.troops': 650 }))
    .on('2025-02-01', cellsReturned({ 'TCD.troops': 95, 'NER.troops': 650 }))
    .onDay('2025-02-01')
    .expectAlert(military, { deployed: 750, missing: 250 }, { state: 'firing', severity: 'critical' })
    .expectComponent('military', { deployed: 750, reported: 745, state: 'suspect' });

  story('of one line, the founding case: a repeated return without Togo is a warning both ways')
    .from('2018-01-31', ceilingLine('military', 13289), cellsReturned({ 'TGO.troops': 918, 'NER.troops': 10873 }))
    .on('2018-03-31', cellsReturned({ 'NER.troops': 10873 }))
    .onDay('2018-05-08')
    .expectAlert(military, { deployed: 11791, missing: 1498 }, { state: 'firing', severity: 'warning' })
    .expectAlert('return-suspect/TGO.troops', { kind: 'lost', before: 918, printed: 0 });
});
