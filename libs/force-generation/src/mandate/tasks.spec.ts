import { Story, story } from '../../../../tests/stories/story.js';
import {
  ceilingAuthorized,
  deploymentPlanned,
  equipmentInspected,
  pledgeAmended,
  pledgeRegistered,
  pledgeSelected,
  requirementStated,
  strengthReturned,
  taskPrioritized,
  unitArrived,
} from '../../../../tests/stories/told-facts.js';

const gap = 'capability-gap/helicopters';
/** Pledged only, so a warning by itself. */
const pledgedNeed = [requirementStated({ requiredBy: '2025-12-01', tasks: ['elections'] }), pledgeRegistered({})];

describe('the task step', () => {
  it.each`
    rank | severity
    ${1} | ${'critical'}
    ${2} | ${'critical'}
    ${3} | ${'warning'}
  `('a task of rank $rank makes a warning $severity', ({ rank, severity }) => {
    new Story()
      .from('2025-01-01', ...pledgedNeed, taskPrioritized({ rank, from: '2025-08-01' }))
      .onDay('2025-08-01')
      .expectAlert(
        gap,
        {},
        {
          severity,
          baseSeverity: 'warning',
          task: { task: 'elections', title: 'Support the elections', rank, date: '2025-08-01' },
        },
      )
      .happen();
  });

  it.each`
    day             | severity
    ${'2025-07-02'} | ${'warning'}
    ${'2025-07-03'} | ${'critical'}
    ${'2025-10-31'} | ${'critical'}
    ${'2025-11-01'} | ${'warning'}
  `('counts from ninety days before the task opens until its last day: on $day $severity', ({ day, severity }) => {
    new Story()
      .from('2025-01-01', ...pledgedNeed, taskPrioritized({ from: '2025-10-01', until: '2025-10-31' }))
      .on('2025-10-31', pledgeAmended({ personnel: 110 }))
      .onDay(day)
      .expectAlert(gap, {}, { severity, baseSeverity: 'warning' })
      .happen();
  });

  story('goes no further than critical')
    .from(
      '2025-01-01',
      requirementStated({ requiredBy: '2025-02-01', tasks: ['elections'] }),
      taskPrioritized({ from: '2025-01-01' }),
    )
    .onDay('2025-03-01')
    .expectAlert(gap, {}, { severity: 'critical', baseSeverity: 'critical' });

  story('comes after the step for a day that has passed')
    .from(
      '2024-12-01',
      requirementStated({ requiredBy: '2025-07-01', tasks: ['elections'] }),
      pledgeSelected(),
      deploymentPlanned({ arrivesOn: '2025-07-31' }),
      taskPrioritized({ from: '2025-01-01' }),
    )
    .onDay('2025-07-01')
    .expectAlert(gap, {}, { severity: 'warning', baseSeverity: 'watch' })
    .onDay('2025-07-02')
    .expectAlert(gap, {}, { severity: 'critical', baseSeverity: 'warning' });

  story('is not taken for a task that the requirement does not name')
    .from('2025-01-01', ...pledgedNeed, taskPrioritized({ task: 'convoys', from: '2025-01-01' }))
    .onDay('2025-08-01')
    .expectAlert(gap, {}, { severity: 'warning' })
    .expectThat(({ assessment }) => expect(assessment.alerts[0]).not.toHaveProperty('task'));

  story('is taken for a unit of the requirement, and for its equipment')
    .from(
      '2025-01-01',
      requirementStated({ requiredBy: '2025-01-01', tasks: ['elections'] }),
      taskPrioritized({ from: '2025-01-01' }),
      unitArrived({ requirement: 'helicopters', men: 90 }),
      equipmentInspected({ unit: 'ROU-HELI', required: 10, held: 9, serviceable: 9 }),
      equipmentInspected({ required: 10, held: 9, serviceable: 9 }),
    )
    .onDay('2025-01-31')
    .expectAlert('unit-understrength/ROU-HELI', {}, { severity: 'critical', baseSeverity: 'warning' })
    .expectAlert('equipment-shortfall/ROU-HELI.APC', {}, { severity: 'warning', baseSeverity: 'watch' })
    .expectAlert('equipment-shortfall/mission.APC', {}, { severity: 'watch', baseSeverity: 'watch' });

  story('is never taken for a ceiling: MINUSMA’s shortfalls of February 2018 are a warning and a watch')
    .from('2017-12-01', ceilingAuthorized({ military: 13289, police: 1920 }), taskPrioritized({ from: '2017-12-01' }))
    .on('2018-01-28', strengthReturned({ military: 11791, police: 1741 }))
    .onDay('2018-02-28')
    .expectAlert('ceiling-shortfall/military', { missing: 1498 }, { severity: 'warning', baseSeverity: 'warning' })
    .expectAlert('ceiling-shortfall/police', { missing: 179 }, { severity: 'watch', baseSeverity: 'watch' });

  story('goes as soon as the Council puts the task lower')
    .from('2025-01-01', ...pledgedNeed, taskPrioritized({ from: '2025-01-01' }))
    .onDay('2025-08-01')
    .expectSeverity(gap, 'critical')
    .on('2025-08-10', taskPrioritized({ rank: 3, from: '2025-01-01' }))
    .onDay('2025-08-10')
    .expectAlert(gap, {}, { severity: 'warning' });
});

describe('of several tasks', () => {
  const tasks = ['b-first', 'a-later', 'c-low'];
  const need = [requirementStated({ requiredBy: '2025-12-01', tasks }), pledgeRegistered({})];

  story('the one of the lowest rank is shown, then of the earliest date: the last day, else the first')
    .from(
      '2025-01-01',
      ...need,
      taskPrioritized({ task: 'c-low', rank: 3, from: '2025-01-01', until: '2025-07-31' }),
      taskPrioritized({ task: 'a-later', rank: 2, from: '2025-01-01', until: '2025-09-30' }),
      taskPrioritized({ task: 'b-first', rank: 2, from: '2025-09-01' }),
    )
    .onDay('2025-07-15')
    .expectAlert(gap, {}, { task: { task: 'b-first', title: 'Support the elections', rank: 2, date: '2025-09-01' } });

  story('one that is over is no longer shown')
    .from(
      '2025-01-01',
      ...need,
      taskPrioritized({ task: 'c-low', rank: 3, from: '2025-01-01' }),
      taskPrioritized({ task: 'a-later', rank: 1, from: '2025-01-01', until: '2025-07-31' }),
    )
    .onDay('2025-07-31')
    .expectAlert(
      gap,
      {},
      { severity: 'critical', task: { task: 'a-later', title: 'Support the elections', rank: 1, date: '2025-07-31' } },
    )
    .onDay('2025-08-01')
    .expectAlert(
      gap,
      {},
      { severity: 'warning', task: { task: 'c-low', title: 'Support the elections', rank: 3, date: '2025-01-01' } },
    );
});
