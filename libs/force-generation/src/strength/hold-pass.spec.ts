import { Story, story } from '../../../../tests/stories/story.js';
import { cellsReturned, named, strengthReturned } from '../../../../tests/stories/told-facts.js';
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

describe('a suspect reading', () => {
  story('is held: the value before goes on, marked suspect, and what was published stands beside it')
    .from('2025-01-31', cellsReturned(whole))
    .on('2025-02-28', cellsReturned(without))
    .onDay('2025-02-28')
    .expectAlerts(suspect)
    .expectAlert(suspect, { kind: 'lost', asAt: '2025-02-28', before: 200, printed: 0 }, 'watch')
    .expectAlert(
      suspect,
      {},
      { since: '2025-02-28', firingSince: '2025-02-28', owner: 'Military Planning Service, Office of Military Affairs' },
    )
    .expectComponent('military', { deployed: 2000, reported: 1800, state: 'suspect' })
    .expectMission(({ reported }) => expect(reported).toBe(1800));

  it('that is not repeated is dropped for good: its days are then known with the value that went on', () => {
    lost()
      .on('2025-03-31', cellsReturned(whole))
      .onDay('2025-03-30')
      .expectAlert(suspect)
      .expectThat(count('2025-02-28', { persons: 2000, state: 'suspect', wasHeld: false }))
      .onDay('2025-03-31')
      .expectNoAlerts()
      .expectSaid('AlertResolved return-suspect/TGO.troops#2 filled')
      .expectThat(count('2025-02-28', { persons: 2000, published: 1800, state: 'known', wasHeld: true }))
      .happen();
  });

  it('of a lost row is accepted at the second, each from its own as-at day', () => {
    lost()
      .on('2025-03-31', cellsReturned({ 'NER.troops': 1790 }))
      .onDay('2025-03-30')
      .expectThat(count('2025-03-30', { persons: 2000, state: 'suspect' }))
      .onDay('2025-03-31')
      .expectNoAlerts()
      .expectThat(count('2025-02-28', { persons: 1800, state: 'known', wasHeld: true }))
      .expectComponent('military', { deployed: 1790, state: 'known' })
      .happen();
  });

  story('of a row printed one line off is accepted at the third')
    .from('2025-01-31', cellsReturned({ 'AUT.troops': [5, 170], 'ITA.troops': 9000 }))
    .on('2025-02-28', cellsReturned({ 'AUS.troops': [5, 170], 'ITA.troops': 9000 }))
    .on('2025-03-31', cellsReturned({ 'AUS.troops': [5, 171], 'ITA.troops': 9000 }))
    .onDay('2025-03-31')
    .expectAlerts('return-suspect/AUS.troops', 'return-suspect/AUT.troops')
    .expectAlert('return-suspect/AUS.troops', { kind: 'moved', asAt: '2025-02-28', before: 0, printed: 176 })
    .expectComponent('military', { deployed: 9175, reported: 9176, state: 'suspect' })
    .on('2025-04-30', cellsReturned({ 'AUS.troops': [5, 172], 'ITA.troops': 9000 }))
    .onDay('2025-04-30')
    .expectNoAlerts()
    .expectThat(count('2025-02-28', { persons: 9175, state: 'known' }))
    .expectThat(count('2025-03-31', { persons: 9176, state: 'known' }))
    .expectComponent('military', { deployed: 9177 });

  story('of a type all but gone is accepted at the third')
    .from('2025-01-31', cellsReturned({ 'BEN.individual-police': 24, 'NER.troops': 1800 }))
    .on('2025-02-28', cellsReturned(without))
    .on('2025-03-31', cellsReturned(without))
    .onDay('2025-03-31')
    .expectAlert('return-suspect/BEN.individual-police', { kind: 'type', before: 24, printed: 0 })
    .expectComponent('police', { deployed: 24, reported: 0, state: 'suspect' })
    .on('2025-04-30', cellsReturned(without))
    .onDay('2025-04-30')
    .expectNoAlerts()
    .expectComponent('police', { deployed: 0, state: 'known' });

  story('of swapped sexes is held for the women only: their share before, of the new total')
    .from('2025-01-31', cellsReturned({ 'MAR.troops': [30, 690] }))
    .on('2025-02-28', cellsReturned({ 'MAR.troops': [685, 29] }))
    .onDay('2025-02-28')
    .expectAlert('return-suspect/MAR.troops', { kind: 'sexes', before: 30, printed: 685 })
    .expectComponent('military', { deployed: 714, state: 'known', women: 30, womenState: 'suspect' })
    .on('2025-03-31', cellsReturned({ 'MAR.troops': [685, 29] }))
    .on('2025-04-30', cellsReturned({ 'MAR.troops': [685, 29] }))
    .onDay('2025-04-30')
    .expectNoAlerts()
    .expectThat(count('2025-02-28', { women: 685, womenState: 'known' }))
    .expectComponent('military', { women: 685, womenState: 'known' });

  story('keeps its first kind, and any later suspect reading of the cell counts as its next')
    .from('2025-01-31', cellsReturned({ 'AUT.troops': 175, 'ITA.troops': 1000 }))
    .on('2025-02-28', cellsReturned({ 'AUS.troops': 175, 'ITA.troops': 1000 }))
    .on('2025-03-31', cellsReturned({ 'ITA.troops': 1000 }))
    .onDay('2025-03-31')
    .expectAlerts('return-suspect/AUT.troops')
    .expectAlert('return-suspect/AUT.troops', { kind: 'moved', asAt: '2025-02-28', printed: 0 })
    .on('2025-04-30', cellsReturned({ 'ITA.troops': 1000 }))
    .onDay('2025-04-30')
    .expectNoAlerts()
    .expectComponent('military', { deployed: 1000, state: 'known' });
});

describe('returns are compared only where they can be', () => {
  it.each`
    day             | apart | alerts
    ${'2025-04-03'} | ${62} | ${[suspect]}
    ${'2025-04-04'} | ${63} | ${[]}
  `('at most 62 days apart: $apart', ({ day, alerts }) => {
    new Story()
      .from('2025-01-31', cellsReturned(whole))
      .on(day, cellsReturned(without))
      .onDay(day)
      .expectAlerts(...alerts)
      .happen();
  });

  it('a return that cannot be compared ends the hold: the suspect reading is dropped', () => {
    lost()
      .on('2025-05-02', cellsReturned(without))
      .onDay('2025-05-02')
      .expectNoAlert(suspect)
      .expectThat(count('2025-02-28', { persons: 2000, state: 'known', wasHeld: true }))
      .expectComponent('military', { deployed: 1800, state: 'known' })
      .happen();
  });

  it('a return by type cannot be compared either', () => {
    lost()
      .on('2025-03-31', strengthReturned({ Troops: 1800 }))
      .onDay('2025-03-31')
      .expectNoAlert(suspect)
      .expectThat(count('2025-02-28', { persons: 2000, state: 'known' }))
      .expectComponent('military', { deployed: 1800, state: 'known' })
      .happen();
  });
});

describe('an incomplete return', () => {
  const month = { 'BFA.troops': [68, 1631], 'TGO.troops': 918, 'NER.troops': 9174 } as const;
  const { 'BFA.troops': _lost, ...printed } = month;

  story('opens no gap: without Burkina Faso’s row MINUSMA’s 11.3 % of February 2018 would read 24.1 %')
    .from('2018-01-31', cellsReturned(month))
    .on('2018-02-28', cellsReturned(printed, { incomplete: 1 }))
    .onDay('2018-02-28')
    .expectAlerts('return-suspect/rows')
    .expectAlert('return-suspect/rows', { kind: 'rows', asAt: '2018-02-28', before: 11791, printed: 10092, unplaced: 1 }, 'watch')
    .expectComponent('military', { deployed: 11791, reported: 10092, state: 'suspect' })
    .expectNotes('return-incomplete')
    .on('2018-03-31', cellsReturned(month))
    .onDay('2018-03-31')
    .expectNoAlerts()
    .expectComponent('military', { deployed: 11791, state: 'known' });

  it('is no reading: a hold neither ends nor counts at it', () => {
    lost()
      .on('2025-03-31', cellsReturned({ 'NER.troops': 1800 }, { incomplete: 2 }))
      .onDay('2025-03-31')
      .expectAlert(suspect, { asAt: '2025-02-28' })
      .expectAlert('return-suspect/rows', { unplaced: 2 })
      .expectComponent('military', { deployed: 2000, state: 'suspect' })
      .on('2025-04-10', cellsReturned({ 'TGO.troops': 200, 'NER.troops': 1800 }, { incomplete: 2 }))
      .onDay('2025-04-10')
      .expectAlert(suspect)
      .expectComponent('military', { deployed: 2000, state: 'suspect' })
      .happen();
  });

  story('carries on what an incomplete return before it carried on')
    .from('2025-01-31', cellsReturned(whole))
    .on('2025-02-28', cellsReturned(without, { incomplete: 1 }))
    .on('2025-03-31', cellsReturned({ 'NER.troops': 1700 }, { incomplete: 1 }))
    .onDay('2025-03-31')
    .expectComponent('military', { deployed: 1900, reported: 1700, state: 'suspect' });

  story('carries nothing on from a return by type, which has no cells: nobody is counted twice')
    .from('2018-01-31', strengthReturned({ Troops: 500 }))
    .on('2018-02-28', cellsReturned({ 'TGO.troops': 700 }, { incomplete: 1 }))
    .onDay('2018-02-28')
    .expectAlerts('return-suspect/rows')
    .expectComponent('military', { deployed: 700, reported: 700 });

  story('holds of swapped sexes the share only: the persons are those that it prints')
    .from('2025-01-31', cellsReturned({ 'TGO.troops': [10, 90], 'NER.troops': 1000 }))
    .on('2025-02-28', cellsReturned({ 'TGO.troops': [90, 10], 'NER.troops': 1000 }))
    .on('2025-03-31', cellsReturned({ 'TGO.troops': [72, 8], 'NER.troops': 1000 }, { incomplete: 1 }))
    .onDay('2025-03-31')
    .expectComponent('military', { deployed: 1080, women: 8, womenState: 'suspect' });

  story('is corrected by the whole return that replaces it')
    .from('2025-01-31', cellsReturned(whole))
    .on('2025-02-28', named('lacking', cellsReturned(without, { incomplete: 1 })))
    .onDay('2025-03-02')
    .expectAlert('return-suspect/rows')
    .on(
      '2025-02-28',
      cellsReturned({ 'TGO.troops': 190, 'NER.troops': 1800 }, { replaces: 'lacking', publishedOn: '2025-03-03' }),
    )
    .onDay('2025-03-03')
    .expectNoAlerts()
    .expectSaid('AlertResolved return-suspect/rows#2 corrected')
    .expectComponent('military', { deployed: 1990, state: 'known' });
});

describe('what is not held is noted', () => {
  story('a large cell gone that is under five per cent of the mission')
    .from('2025-01-31', cellsReturned({ 'TGO.troops': 100, 'NER.troops': 1901 }))
    .on('2025-02-28', cellsReturned({ 'NER.troops': 1901 }))
    .onDay('2025-02-28')
    .expectNoAlerts()
    .expectNotes('cell-gone')
    .expectComponent('military', { deployed: 1901, state: 'known' });

  story('a printed total that differs from the sum')
    .from('2025-01-31', cellsReturned(whole, { printedTotal: 2001 }))
    .onDay('2025-01-31')
    .expectNoAlerts()
    .expectNotes('printed-total-differs');

  story('a return identical to the one before')
    .from('2025-01-31', cellsReturned(whole))
    .on('2025-02-28', cellsReturned(whole))
    .onDay('2025-02-28')
    .expectNoAlerts()
    .expectNotes('return-repeated');
});
