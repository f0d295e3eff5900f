import { Story, story } from '../../../../tests/stories/story.js';
import { equipmentInspected, unitArrived, unitRepatriated } from '../../../../tests/stories/told-facts.js';

const vehicles = 'equipment-shortfall/mission.APC';

describe('an equipment shortfall', () => {
  story('of MINUSMA: in January 2017 it held 62 per cent of the armoured vehicles that it needed')
    .from('2017-01-16', equipmentInspected({ type: 'APC', required: 100, held: 62, serviceable: 62 }))
    .onDay('2017-01-16')
    .expectAlerts(vehicles)
    .expectAlert(
      vehicles,
      { required: 100, held: 62, serviceable: 62, inspectedOn: '2017-01-16' },
      { severity: 'warning', reason: 'missing', since: '2017-01-16', firingSince: '2017-01-16' },
    );

  it.each`
    required | held   | serviceable | reason               | severity
    ${100}   | ${100} | ${91}       | ${''}                | ${undefined}
    ${100}   | ${100} | ${90}       | ${'not serviceable'} | ${'watch'}
    ${100}   | ${91}  | ${81}       | ${'not serviceable'} | ${'watch'}
    ${100}   | ${90}  | ${81}       | ${'missing'}         | ${'watch'}
    ${100}   | ${90}  | ${80}       | ${'missing'}         | ${'warning'}
    ${100}   | ${61}  | ${61}       | ${'missing'}         | ${'warning'}
    ${100}   | ${61}  | ${60}       | ${'missing'}         | ${'critical'}
    ${100}   | ${120} | ${0}        | ${'not serviceable'} | ${'critical'}
    ${0}     | ${0}   | ${0}        | ${''}                | ${undefined}
    ${20}    | ${30}  | ${25}       | ${''}                | ${undefined}
  `('of $required required, $held held and $serviceable serviceable is $severity $reason', ({ reason, severity, ...figures }) => {
    const told = new Story()
      .from('2025-01-01', equipmentInspected({ ...figures, type: 'APC' }))
      .onDay('2025-01-01')
      .expectSeverity(vehicles, severity);
    (severity === undefined ? told : told.expectAlert(vehicles, figures, { reason })).happen();
  });

  story('is unknown once the inspection is 180 days old, and known again with the next')
    .from('2025-01-01', equipmentInspected({ required: 100, held: 62, serviceable: 62 }))
    .onDay('2025-06-29')
    .expectAlert(vehicles, {}, { state: 'firing' })
    .onDay('2025-06-30')
    .expectAlert(vehicles, { serviceable: 62 }, { state: 'unknown', severity: 'warning' })
    .expectSaid('AlertUnknown equipment-shortfall/mission.APC#2')
    .on('2025-09-01', equipmentInspected({ required: 100, held: 65, serviceable: 64 }))
    .onDay('2025-09-01')
    .expectAlert(vehicles, { serviceable: 64 }, { state: 'firing', since: '2025-01-01', firingSince: '2025-01-01' })
    .on('2025-10-01', equipmentInspected({ required: 100, held: 100, serviceable: 91 }))
    .onDay('2025-10-01')
    .expectNoAlerts()
    .expectSaid('AlertResolved equipment-shortfall/mission.APC#4 filled');

  story('of a unit is its own, and is superseded when the unit goes home')
    .from('2025-01-01', unitArrived({ unit: 'TGO-1' }))
    .on('2025-01-10', equipmentInspected({ unit: 'TGO-1', type: 'truck', required: 18, held: 9, serviceable: 9 }))
    .onDay('2025-01-10')
    .expectAlert('equipment-shortfall/TGO-1.truck', { required: 18 }, 'critical')
    .on('2025-02-01', unitRepatriated({ unit: 'TGO-1' }))
    .onDay('2025-01-31')
    .expectAlert('equipment-shortfall/TGO-1.truck')
    .onDay('2025-02-01')
    .expectNoAlerts()
    .expectSaid('AlertResolved equipment-shortfall/TGO-1.truck#2 superseded');

  story('of each type is an alert of its own')
    .from(
      '2025-01-01',
      equipmentInspected({ type: 'APC', required: 10, held: 9, serviceable: 9 }),
      equipmentInspected({ type: 'truck', required: 10, held: 6, serviceable: 6 }),
    )
    .onDay('2025-01-01')
    .expectAlerts('equipment-shortfall/mission.truck', 'equipment-shortfall/mission.APC');
});
