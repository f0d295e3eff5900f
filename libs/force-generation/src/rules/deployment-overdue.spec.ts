import { Story, story } from '../../../../tests/stories/story.js';
import {
  deploymentPlanned,
  factRetracted,
  mandateEnded,
  named,
  pledgeSelected,
  pledgeWithdrawn,
  requirementStated,
  rotationPlanned,
  taskPrioritized,
  unitArrived,
  unitRepatriated,
  unitRotated,
} from '../../../../tests/stories/told-facts.js';

import { policeOwner } from './line-rule.js';

const overdue = 'deployment-overdue/ROU-HELI';
const planned = deploymentPlanned({ arrivesOn: '2019-10-15', personnel: 100 });

describe('a deployment that is overdue', () => {
  it.each`
    day             | days   | severity
    ${'2019-10-14'} | ${-1}  | ${undefined}
    ${'2019-10-15'} | ${0}   | ${undefined}
    ${'2019-10-16'} | ${1}   | ${'watch'}
    ${'2019-11-13'} | ${29}  | ${'watch'}
    ${'2019-11-14'} | ${30}  | ${'warning'}
    ${'2020-01-12'} | ${89}  | ${'warning'}
    ${'2020-01-13'} | ${90}  | ${'critical'}
    ${'2021-10-15'} | ${731} | ${'critical'}
  `('is $severity $days days after the planned day', ({ day, severity }) => {
    new Story().from('2019-06-01', planned).onDay(day).expectSeverity(overdue, severity).happen();
  });

  story('names the day that it was planned for, and begins on the day after')
    .from('2019-06-01', planned)
    .onDay('2020-01-13')
    .expectAlert(
      overdue,
      { planned: 100, deployed: 0, missing: 100, arrivesOn: '2019-10-15' },
      { since: '2019-10-16', firingSince: '2019-10-16', reason: 'the unit has not arrived' },
    );

  story('is filled on the day on which the main part arrives')
    .from('2019-06-01', planned)
    .on('2019-11-20', unitArrived({ men: 100 }))
    .onDay('2019-11-19')
    .expectAlert(overdue)
    .onDay('2019-11-20')
    .expectNoAlerts()
    .expectSaid(`AlertResolved ${overdue}#2 filled`);

  story('is not filled by an advance party, which is told')
    .from('2019-06-01', planned)
    .on('2019-10-15', unitArrived({ part: 'advance', men: 12 }))
    .onDay('2019-10-15')
    .expectNoAlerts()
    .onDay('2019-10-16')
    .expectAlert(overdue, { planned: 100, deployed: 12, missing: 88 }, { reason: 'only an advance party has arrived' });

  story('is never where the unit arrives on its day')
    .from('2019-06-01', planned)
    .on('2019-10-15', unitArrived({ men: 100 }))
    .onDay('2020-06-01')
    .expectNoAlerts()
    .expectEpisodes(overdue);
});

describe('a plan that changes', () => {
  story('counts from the new day once it is known, and from the old one until then')
    .from('2019-06-01', planned)
    .on('2019-11-10', deploymentPlanned({ arrivesOn: '2019-12-01' }))
    .onDay('2019-11-09')
    .expectAlert(overdue, { arrivesOn: '2019-10-15' })
    .onDay('2019-11-10')
    .expectNoAlerts()
    .onDay('2019-12-01')
    .expectNoAlerts()
    .onDay('2019-12-02')
    .expectAlert(overdue, { arrivesOn: '2019-12-01' }, { since: '2019-12-02', severity: 'watch' });

  story('is overdue on the day on which it is known, where its day has passed by then')
    .from('2019-11-20', planned)
    .onDay('2019-11-20')
    .expectAlert(overdue, {}, { since: '2019-11-20', severity: 'warning' });

  story('is gone with its slip of the pen')
    .from('2019-06-01', named('plan', planned))
    .onDay('2019-10-16')
    .expectAlert(overdue)
    .on('2019-10-17', factRetracted('plan'))
    .onDay('2019-10-17')
    .expectNoAlerts()
    .expectSaid(`AlertResolved ${overdue}#2 corrected`);
});

describe('a deployment that nobody waits for any more', () => {
  story('is superseded when its pledge is withdrawn')
    .from('2019-06-01', pledgeSelected(), planned)
    .on('2019-11-01', pledgeWithdrawn({}))
    .onDay('2019-10-31')
    .expectAlert(overdue)
    .onDay('2019-11-01')
    .expectNoAlert(overdue)
    .expectSaid(`AlertResolved ${overdue}#2 superseded`);

  story('is superseded when the advance party goes home')
    .from('2019-06-01', planned)
    .on('2019-10-10', unitArrived({ part: 'advance', men: 12 }))
    .on('2019-11-01', unitRepatriated({}))
    .onDay('2019-10-31')
    .expectAlert(overdue)
    .onDay('2019-11-01')
    .expectNoAlerts()
    .expectSaid(`AlertResolved ${overdue}#2 superseded`);

  story('is superseded when the mandate ends')
    .from('2019-06-01', planned, mandateEnded({ endsOn: '2019-12-01', drawdownBy: '2020-06-30' }))
    .onDay('2019-11-30')
    .expectAlert(overdue)
    .onDay('2019-12-01')
    .expectNoAlerts()
    .expectSaid(`AlertResolved ${overdue}#2 superseded`);
});

describe('a unit that a mandated task waits for', () => {
  const required = requirementStated({ requiredBy: '2019-10-15', tasks: ['elections'] });
  const elections = taskPrioritized({ from: '2020-01-14', until: '2020-03-31' });

  story('is one step worse from ninety days before the task on')
    .from('2019-06-01', elections, required, pledgeSelected(), planned)
    .onDay('2019-10-16')
    .expectAlert(overdue, {}, { severity: 'warning', baseSeverity: 'watch' })
    .expectAlert(overdue, {}, { task: { task: 'elections', title: 'Support the elections', rank: 1, date: '2020-03-31' } });

  story('is no worse before that')
    .from('2019-06-01', taskPrioritized({ from: '2020-01-15' }), required, pledgeSelected(), planned)
    .onDay('2019-10-16')
    .expectAlert(overdue, {}, { severity: 'watch', baseSeverity: 'watch' });
});

it.each`
  component     | owner
  ${'military'} | ${'Force Generation Service, Office of Military Affairs'}
  ${'police'}   | ${'Selection and Recruitment Section, Police Division'}
`('a $component unit is waited for by the $owner', ({ component, owner }) => {
  new Story()
    .from('2019-06-01', pledgeSelected({ component }), planned)
    .onDay('2019-10-16')
    .expectAlert(overdue, {}, { owner })
    .happen();
});

describe('a relief that only a rotation says to come', () => {
  const relieved = unitArrived({ component: 'police', personnelType: 'Formed Police Units' });
  const rotation = (leavesOn: string, arrivesOn: string) => rotationPlanned({ leavesOn, replacedBy: 'BGD-HELI', arrivesOn });
  const ofRelief = 'deployment-overdue/BGD-HELI';
  const ofRotation = 'rotation-overdue/ROU-HELI';

  story('is overdue from the day after its day, once the one that it relieves has gone home, until it arrives')
    .from('2019-01-01', relieved, rotation('2019-05-10', '2019-05-20'))
    .on('2019-05-10', unitRepatriated({}))
    .onDay('2019-05-20')
    .expectNoAlert(ofRelief)
    .onDay('2019-05-21')
    .expectAlert(
      ofRelief,
      { planned: 100, deployed: 0, missing: 100, arrivesOn: '2019-05-20' },
      { severity: 'watch', since: '2019-05-21', reason: 'the relief of ROU-HELI has not arrived', owner: policeOwner },
    )
    .onDay('2019-06-18')
    .expectSeverity(ofRelief, 'watch')
    .onDay('2019-06-19')
    .expectSeverity(ofRelief, 'warning')
    .onDay('2019-08-18')
    .expectSeverity(ofRelief, 'critical')
    .on('2019-08-20', unitArrived({ unit: 'BGD-HELI', contributor: 'BGD' }))
    .onDay('2019-08-20')
    .expectNoAlert(ofRelief)
    .expectEpisodes(ofRelief, { since: '2019-05-21', firingSince: '2019-05-21', closedOn: '2019-08-20', closedBy: 'filled' });

  story('is told once: while the one that it relieves overstays, as its overdue rotation')
    .from('2019-01-01', relieved, rotation('2019-05-10', '2019-05-05'))
    .onDay('2019-05-05')
    .expectNoAlerts()
    .onDay('2019-05-06')
    .expectAlerts(ofRelief)
    .onDay('2019-05-10')
    .expectAlerts(ofRelief)
    .onDay('2019-05-11')
    .expectNoAlert(ofRelief)
    .expectAlert(ofRotation)
    .on('2019-06-10', unitRepatriated({}))
    .onDay('2019-06-10')
    .expectNoAlert(ofRotation)
    .expectSeverity(ofRelief, 'warning');

  story('is waited for no longer once the one that it was to relieve stays for another tour')
    .from('2019-01-01', relieved, rotation('2019-05-10', '2019-05-05'))
    .on('2019-05-08', unitRotated({ tourEndsOn: '2019-11-10' }))
    .onDay('2019-05-07')
    .expectAlert(ofRelief)
    .onDay('2019-05-08')
    .expectNoAlerts()
    .expectSaid(`AlertResolved ${ofRelief}#2 superseded`);

  story('is held against its own plan once it has one')
    .from('2019-01-01', relieved, rotation('2019-05-10', '2019-05-20'))
    .on('2019-05-10', unitRepatriated({}))
    .on('2019-06-01', deploymentPlanned({ unit: 'BGD-HELI', arrivesOn: '2019-06-15', personnel: 90 }))
    .onDay('2019-05-31')
    .expectAlert(ofRelief)
    .onDay('2019-06-01')
    .expectNoAlert(ofRelief)
    .onDay('2019-06-16')
    .expectAlert(ofRelief, { planned: 90, arrivesOn: '2019-06-15' });

  story('is one step worse where a mandated task needs what it relieves')
    .from(
      '2019-01-01',
      requirementStated({ requiredBy: '2019-01-01', tasks: ['elections'] }),
      taskPrioritized({ from: '2019-01-01' }),
      unitArrived({ requirement: 'helicopters' }),
      unitArrived({ unit: 'OTHER', requirement: 'helicopters' }),
      rotation('2019-05-10', '2019-05-20'),
    )
    .on('2019-05-10', unitRepatriated({}))
    .onDay('2019-05-21')
    .expectAlerts(ofRelief)
    .expectAlert(ofRelief, {}, { baseSeverity: 'watch', severity: 'warning' });
});
