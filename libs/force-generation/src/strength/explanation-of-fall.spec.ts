import { Story, story } from '../../../../tests/stories/story.js';
import {
  cellsReturned,
  factRetracted,
  mandateEnded,
  named,
  returnConfirmed,
  unitArrived,
  unitRepatriated,
  withdrawalAnnounced,
  type ToldFact,
} from '../../../../tests/stories/told-facts.js';
import { typesOf } from '../personnel.js';
import type { Look } from '../../../../tests/stories/look.js';
import { headCountsToday, type HeadCount } from './head-count.js';

const suspect = 'return-suspect/TGO.troops';
const whole = { 'TGO.troops': 200, 'NER.troops': 1800 };
const without = { 'NER.troops': 1800 };

/** The military's head-count on a day, as the day looked at reads it. */
const count =
  (day: string, expected: Partial<HeadCount>) =>
  ({ reading }: Look): void =>
    expect(headCountsToday(reading, typesOf.military).at(day)).toMatchObject(expected);

const lost = (): Story => new Story().from('2025-01-31', cellsReturned(whole)).on('2025-02-28', cellsReturned(without));

describe('a hold that an answer ends', () => {
  const answered = (by: ToldFact, on: string, accepted: boolean): void => {
    lost()
      .on(on, by)
      .onDay('2025-03-15')
      .expectSeverity(suspect, accepted ? undefined : 'watch')
      .expectThat(count('2025-02-28', accepted ? { persons: 1800, state: 'known' } : { persons: 2000, state: 'suspect' }))
      .happen();
  };
  const troops = { contributor: 'TGO', leavesOn: '2025-02-15' };
  const confirmed = returnConfirmed({ asAt: '2025-02-28' });
  it.each`
    answer                                                   | by                                                                                          | accepted
    ${'the return is confirmed'}                             | ${confirmed}                                                                                | ${true}
    ${'the cell is confirmed'}                               | ${returnConfirmed({ asAt: '2025-02-28', cell: 'TGO.troops' })}                              | ${true}
    ${'another cell is confirmed'}                           | ${returnConfirmed({ asAt: '2025-02-28', cell: 'NER.troops' })}                              | ${false}
    ${'another return is confirmed'}                         | ${returnConfirmed({ asAt: '2025-01-31' })}                                                  | ${false}
    ${'a withdrawal of 160 of the 200 is announced'}         | ${withdrawalAnnounced({ ...troops, personnel: 160 })}                                       | ${true}
    ${'a withdrawal of 159 of the 200 is announced'}         | ${withdrawalAnnounced({ ...troops, personnel: 159 })}                                       | ${false}
    ${'a withdrawal of another type is announced'}           | ${withdrawalAnnounced({ ...troops, personnelType: 'Formed Police Units', personnel: 200 })} | ${false}
    ${'a withdrawal of another contributor is announced'}    | ${withdrawalAnnounced({ ...troops, contributor: 'NER', personnel: 200 })}                   | ${false}
    ${'a withdrawal on the day of the reading is announced'} | ${withdrawalAnnounced({ contributor: 'TGO', leavesOn: '2025-02-28', personnel: 200 })}      | ${true}
    ${'a withdrawal after the reading is announced'}         | ${withdrawalAnnounced({ contributor: 'TGO', leavesOn: '2025-03-01', personnel: 200 })}      | ${false}
    ${'the unit is reported as repatriated before the day'}  | ${unitRepatriated({ unit: 'TGO-1', on: '2025-02-20' })}                                     | ${false}
    ${'the mandate had ended'}                               | ${mandateEnded({ on: '2025-02-20', endsOn: '2025-06-30', drawdownBy: '2025-12-31' })}       | ${true}
  `('$answer: accepted is $accepted', ({ by, accepted }) => answered(by, '2025-03-10', accepted));

  it('is known from the announcement on, and not before', () => {
    lost()
      .on('2025-03-10', withdrawalAnnounced({ ...troops, personnel: 200 }))
      .onDay('2025-03-09')
      .expectAlert(suspect)
      .expectThat(count('2025-02-28', { persons: 2000, state: 'suspect' }))
      .onDay('2025-03-10')
      .expectNoAlerts()
      .expectSaid('AlertResolved return-suspect/TGO.troops#2 filled')
      .expectThat(count('2025-02-28', { persons: 1800, state: 'known' }))
      .happen();
  });

  it.each`
    next                                 | told
    ${{ 'TGO.troops': 200, ...without }} | ${'has everybody again'}
    ${without}                           | ${'repeats the reading'}
  `('is known from the announcement on, though a later return $told', ({ next }) => {
    lost()
      .on('2025-03-10', withdrawalAnnounced({ ...troops, personnel: 200 }))
      .on('2025-03-31', cellsReturned(next))
      .onDay('2025-03-15')
      .expectNoAlerts()
      .expectThat(count('2025-02-28', { persons: 1800, state: 'known', wasHeld: true }))
      .onDay('2025-03-31')
      .expectThat(count('2025-02-28', { persons: 1800, state: 'known', wasHeld: true }))
      .happen();
  });

  it('by a confirmation speaks at every day, once it is known; the suspicion stood until its day', () => {
    lost()
      .on('2025-03-10', confirmed)
      .onDay('2025-03-09')
      .expectComponent('military', { deployed: 1800, state: 'known' })
      .expectAlert(suspect)
      .expectThat(count('2025-02-28', { wasHeld: true }))
      .onDay('2025-03-09', { knownAt: '2025-03-09' })
      .expectComponent('military', { deployed: 2000, state: 'suspect' })
      .onDay('2025-03-10')
      .expectNoAlerts()
      .expectEpisodes(suspect, { since: '2025-02-28', firingSince: '2025-02-28', closedOn: '2025-03-10', closedBy: 'filled' })
      .happen();
  });

  it('stands again where the confirmation is retracted', () => {
    lost()
      .on('2025-03-10', named('confirmation', confirmed))
      .on('2025-03-12', factRetracted('confirmation'))
      .onDay('2025-03-12')
      .expectAlert(suspect)
      .expectComponent('military', { deployed: 2000, state: 'suspect' })
      .happen();
  });

  story('is never begun where the withdrawal was announced before')
    .from('2025-01-31', cellsReturned(whole))
    .on('2025-02-01', withdrawalAnnounced({ ...troops, personnel: 200 }))
    .on('2025-02-28', cellsReturned(without))
    .onDay('2025-02-28')
    .expectNoAlerts()
    .expectEpisodes(suspect)
    .expectComponent('military', { deployed: 1800, state: 'known' });

  it.each`
    men    | state
    ${160} | ${'known'}
    ${159} | ${'suspect'}
  `('is explained by the repatriation of a unit of $men of the 200: $state', ({ men, state }) => {
    new Story()
      .from('2025-01-01', unitArrived({ unit: 'TGO-1', contributor: 'TGO', men }))
      .on('2025-01-31', cellsReturned(whole))
      .on('2025-02-10', unitRepatriated({ unit: 'TGO-1' }))
      .on('2025-02-28', cellsReturned(without))
      .onDay('2025-02-28')
      .expectComponent('military', { deployed: state === 'known' ? 1800 : 2000, state })
      .happen();
  });

  story('is explained by several departures together, a unit that was both announced and repatriated counted once')
    .from('2025-01-01', unitArrived({ unit: 'TGO-1', contributor: 'TGO', men: 80 }))
    .on('2025-01-31', cellsReturned(whole))
    .on('2025-02-05', withdrawalAnnounced({ unit: 'TGO-1', leavesOn: '2025-02-10', personnel: 80 }))
    .on('2025-02-10', unitRepatriated({ unit: 'TGO-1' }))
    .on('2025-02-28', cellsReturned(without))
    .onDay('2025-02-28')
    .expectAlert(suspect)
    .on('2025-03-05', withdrawalAnnounced({ ...troops, personnel: 80 }))
    .onDay('2025-03-05')
    .expectNoAlerts()
    .expectComponent('military', { deployed: 1800, state: 'known' });
});
