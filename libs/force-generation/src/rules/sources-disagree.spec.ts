import { Story, story } from '../../../../tests/stories/story.js';
import {
  cellsReturned,
  strengthReturned,
  unitArrived,
  unitRepatriated,
  unitStrengthReported,
} from '../../../../tests/stories/told-facts.js';

const military = 'sources-disagree/military';

describe('sources that disagree', () => {
  it.each`
    unit   | excess | severity
    ${500} | ${0}   | ${undefined}
    ${599} | ${99}  | ${undefined}
    ${600} | ${100} | ${'watch'}
    ${699} | ${199} | ${'watch'}
    ${700} | ${200} | ${'warning'}
    ${899} | ${399} | ${'warning'}
    ${900} | ${400} | ${'critical'}
    ${10}  | ${0}   | ${undefined}
  `('a unit of $unit in a cell of 500, the component 1,000: $severity', ({ unit, excess, severity }) => {
    const told = new Story()
      .from('2025-01-01', unitArrived({ unit: 'TGO-1', contributor: 'TGO', men: unit }))
      .on('2025-01-31', cellsReturned({ 'TGO.troops': 500, 'NER.troops': 480, 'NER.experts': 20 }))
      .onDay('2025-01-31')
      .expectSeverity(military, severity);
    (severity === undefined ? told : told.expectAlert(military, { units: unit, returned: 1000, excess })).happen();
  });

  story('are summed cell by cell: fewer units in one cell make up for nothing in another')
    .from(
      '2025-01-01',
      unitArrived({ unit: 'TGO-1', contributor: 'TGO', men: 90 }),
      unitArrived({ unit: 'TGO-2', contributor: 'TGO', men: 60 }),
      unitArrived({ unit: 'NER-1', contributor: 'NER', men: 10 }),
      unitArrived({ unit: 'TCD-1', contributor: 'TCD', men: 70 }),
    )
    .on('2025-01-31', cellsReturned({ 'TGO.troops': 100, 'NER.troops': 850 }))
    .onDay('2025-01-31')
    .expectAlerts(military)
    .expectAlert(military, { units: 230, returned: 950, excess: 120 }, { severity: 'watch', since: '2025-01-31' });

  story('are each component’s own')
    .from(
      '2025-01-01',
      unitArrived({ unit: 'SEN-FPU', contributor: 'SEN', component: 'police', personnelType: 'Formed Police Units', men: 140 }),
    )
    .on('2025-01-31', cellsReturned({ 'SEN.troops': 900, 'SEN.formed-police': 100 }))
    .onDay('2025-01-31')
    .expectAlerts('sources-disagree/police')
    .expectAlert('sources-disagree/police', { units: 140, returned: 100, excess: 40 }, 'critical');

  story('are judged on the as-at day: what a unit does later changes nothing until the next return')
    .from('2025-01-01', unitArrived({ unit: 'TGO-1', contributor: 'TGO', men: 100 }))
    .on('2025-01-31', cellsReturned({ 'TGO.troops': 100 }))
    .on('2025-02-10', unitStrengthReported({ unit: 'TGO-1', men: 200 }))
    .onDay('2025-02-10')
    .expectNoAlerts()
    .expectComponent('military', { deployed: 200 })
    .on('2025-02-28', cellsReturned({ 'TGO.troops': 100 }))
    .onDay('2025-02-28')
    .expectAlert(military, { units: 200, returned: 100, excess: 100 }, 'critical')
    .on('2025-03-10', unitRepatriated({ unit: 'TGO-1' }))
    .onDay('2025-03-10')
    .expectAlert(military)
    .on('2025-03-31', cellsReturned({ 'TGO.troops': 100 }))
    .onDay('2025-03-31')
    .expectNoAlerts();

  story('are not looked for in a return by type')
    .from('2025-01-01', unitArrived({ unit: 'TGO-1', contributor: 'TGO', men: 900 }))
    .on('2025-01-31', strengthReturned({ military: 100 }))
    .onDay('2025-01-31')
    .expectNoAlerts();

  story('are unknown where a suspect reading decides it')
    .from('2025-01-01', unitArrived({ unit: 'TGO-1', contributor: 'TGO', men: 200 }))
    .on('2025-01-31', cellsReturned({ 'TGO.troops': 120, 'NER.troops': 480 }))
    .onDay('2025-01-31')
    .expectAlert(military, { excess: 80 }, { severity: 'watch', state: 'firing' })
    .on('2025-02-28', cellsReturned({ 'NER.troops': 480 }))
    .onDay('2025-02-28')
    .expectAlert(military, { excess: 80 }, { severity: 'watch', state: 'unknown' });
});
