import { Story, story } from '../../../../tests/stories/story.js';
import {
  deploymentPlanned,
  pledgeSelected,
  requirementStated,
  requirementWithdrawn,
  rotationPlanned,
  unitArrived,
  unitRepatriated,
  type ToldFact,
} from '../../../../tests/stories/told-facts.js';

const older = 'capability-gap/kidal';
const younger = 'capability-gap/gao';
const kidal = requirementStated({ requirement: 'kidal', requiredBy: '2025-01-01' });
const gao = requirementStated({ requirement: 'gao', requiredBy: '2025-02-01' });
const unit = (name: string, more: Partial<Parameters<typeof unitArrived>[0]> = {}): ToldFact =>
  unitArrived({ unit: name, ...more });

describe('who meets which need', () => {
  story('a free unit meets the oldest need first')
    .from('2025-01-01', kidal, gao, unit('ROU-1'))
    .onDay('2025-02-28')
    .expectNoAlert(older)
    .expectAlert(younger)
    .on('2025-03-01', unit('SLV-1'))
    .onDay('2025-03-01')
    .expectNoAlerts();

  story('needs of one day are met in the order of their names')
    .from('2025-01-01', kidal, requirementStated({ requirement: 'gao', requiredBy: '2025-01-01' }), unit('ROU-1'))
    .onDay('2025-02-28')
    .expectAlert(older)
    .expectNoAlert(younger);

  story('of free units the one that came first goes first')
    .from('2025-01-01', kidal, gao, unit('SLV-1'))
    .on('2025-01-02', unit('ROU-1', { men: 50 }))
    .onDay('2025-02-28')
    .expectAlerts(younger)
    .expectAlert(younger, { units: { required: 1, deployed: 1, committed: 1, pledged: 1 } })
    .expectAlert(younger, { personnel: { required: 100, deployed: 50, committed: 50, pledged: 50 } });

  story('a unit meant for a need meets that one, though an older stands open')
    .from('2025-01-01', kidal, gao, unit('ROU-1', { requirement: 'gao' }))
    .onDay('2025-02-28')
    .expectAlerts(older);

  story('a unit meant for a need that is met stays with it')
    .from('2025-01-01', kidal, gao, unit('ROU-1', { requirement: 'gao' }), unit('SLV-1', { requirement: 'gao' }))
    .onDay('2025-02-28')
    .expectAlerts(older);

  story('a unit meant for a need that is withdrawn is free')
    .from('2025-01-01', kidal, gao, unit('ROU-1', { requirement: 'gao' }))
    .on('2025-02-01', requirementWithdrawn({ requirement: 'gao' }))
    .onDay('2025-01-31')
    .expectAlert(older)
    .onDay('2025-02-01')
    .expectNoAlerts();

  story('a unit of another capability meets nothing')
    .from('2025-01-01', kidal, unit('ROU-1', { capability: 'ARMED_HELI' }))
    .onDay('2025-01-31')
    .expectAlerts(older);

  story('a unit counts for one need only, however strong')
    .from('2025-01-01', kidal, gao, unit('ROU-1', { men: 500 }))
    .onDay('2025-02-28')
    .expectAlerts(younger);
});

describe('a rotation', () => {
  const rotating = (): Story =>
    new Story()
      .from('2025-01-01', requirementStated({ requiredBy: '2025-01-01' }), unit('ROU-1'))
      .on('2025-03-01', rotationPlanned({ unit: 'ROU-1', leavesOn: '2025-06-01', replacedBy: 'SLV-1', arrivesOn: '2025-06-15' }));

  it('leaves a gap between the unit that goes and the one that comes', () => {
    rotating()
      .on('2025-06-01', unitRepatriated({ unit: 'ROU-1' }))
      .on('2025-06-15', unit('SLV-1'))
      .onDay('2025-06-15')
      .expectEpisodes('capability-gap/helicopters', { since: '2025-06-01', closedOn: '2025-06-15', closedBy: 'filled' })
      .happen();
  });

  it('overlaps without a gap where the other comes first', () => {
    rotating()
      .on('2025-05-20', unit('SLV-1'))
      .on('2025-06-01', unitRepatriated({ unit: 'ROU-1' }))
      .onDay('2025-07-31')
      .expectEpisodes('capability-gap/helicopters')
      .happen();
  });

  it('promises the same persons again for a later need', () => {
    rotating()
      .on('2025-03-01', requirementStated({ requirement: 'gao', requiredBy: '2025-07-01', personnel: 100 }))
      .on('2025-03-01', requirementWithdrawn({ requirement: 'helicopters' }))
      .onDay('2025-04-30')
      .expectNoAlerts()
      .happen();
  });

  it('counts the one that comes once where it has a plan of its own', () => {
    rotating()
      .on('2025-03-01', requirementStated({ requirement: 'gao', units: 2, personnel: 200, requiredBy: '2025-07-01' }))
      .on('2025-03-01', requirementWithdrawn({ requirement: 'helicopters' }))
      .on('2025-03-02', pledgeSelected({ requirement: 'gao' }), deploymentPlanned({ unit: 'SLV-1', arrivesOn: '2025-06-15' }))
      .onDay('2025-04-30')
      .expectAlert('capability-gap/gao', { units: { required: 2, deployed: 1, committed: 1, pledged: 1 } }, 'critical')
      .happen();
  });
});

describe('facts about a unit that contradict each other are an answer', () => {
  story('repatriated before it arrived: it counts from its arrival, and a note says what is odd')
    .from('2025-01-01', requirementStated({ requiredBy: '2025-01-01' }))
    .on('2025-01-05', unitRepatriated({ unit: 'ROU-1' }))
    .onDay('2025-01-15')
    .expectAlert('capability-gap/helicopters')
    .expectNotes('unit-not-there')
    .on('2025-01-20', unit('ROU-1'))
    .onDay('2025-01-20')
    .expectNoAlerts();

  story('the note goes when the missing fact comes')
    .from('2025-01-05', unitRepatriated({ unit: 'ROU-1' }))
    .onDay('2025-01-15')
    .expectNotes('unit-not-there')
    .on('2025-01-01', unit('ROU-1'))
    .onDay('2025-01-15')
    .expectNotes();

  story('a plan for a pledge that nobody knows counts for nothing, and a note says so')
    .from('2025-01-01', requirementStated({ requiredBy: '2025-06-01' }), deploymentPlanned({ arrivesOn: '2025-05-01' }))
    .onDay('2025-01-15')
    .expectAlert('capability-gap/helicopters', { units: { required: 1, deployed: 0, committed: 0, pledged: 0 } }, 'critical')
    .expectNotes('pledge-unknown')
    .on('2025-01-10', pledgeSelected())
    .onDay('2025-01-15')
    .expectNoAlerts()
    .expectNotes();
});
