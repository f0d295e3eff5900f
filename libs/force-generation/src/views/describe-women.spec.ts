import type { Look } from '../../../../tests/stories/look.js';
import { story } from '../../../../tests/stories/story.js';
import { cellsReturned, strengthReturned } from '../../../../tests/stories/told-facts.js';
import { describeWomen, type WomenFigures } from './describe-women.js';

const tells =
  (...expected: readonly Partial<WomenFigures>[]) =>
  ({ reading }: Look): void =>
    expect(describeWomen(reading)).toMatchObject(expected);

const nobody = { women: 0, persons: 0, share: null };

// MINUSMA in February 2018: 2.5, 7.5, 4.7 and 21.6 per cent.
story('women are shown against 2028 in the years before, which no source gives a target for, and nothing is raised')
  .from('2018-02-28', strengthReturned({ Troops: [250, 9750], 'Staff Officer': [10, 90], 'Experts on Mission': [5, 95] }))
  .onDay('2018-04-30')
  .expectNoAlerts()
  .expectThat(
    tells(
      {
        subject: 'troops',
        women: 250,
        persons: 10_000,
        share: 0.025,
        state: 'known',
        observedOn: '2018-02-28',
        target: 15,
        targetYear: 2028,
        due: false,
      },
      { subject: 'officers-and-experts', women: 15, persons: 200, share: 0.075, target: 25 },
      { subject: 'formed-police', ...nobody, target: 20 },
      { subject: 'individual-police', ...nobody, target: 30 },
    ),
  );

story('the target is due in its own year')
  .from('2027-12-31', strengthReturned({ Troops: [250, 9750] }))
  .onDay('2027-12-31')
  .expectThat(tells({ due: false, targetYear: 2028 }, {}, {}, {}))
  .onDay('2028-01-01')
  .expectThat(tells({ due: true, targetYear: 2028 }, {}, {}, {}));

story('women are not known before the first return, nor once it is too old to speak')
  .from('2018-01-31', strengthReturned({ Troops: [20, 980] }))
  .onDay('2018-01-30')
  .expectThat(tells({ women: null, persons: null, share: null, state: 'unknown', observedOn: null, target: 15 }, {}, {}, {}))
  .onDay('2018-06-19')
  .expectThat(tells({ women: 20, share: 0.02, state: 'known' }, {}, {}, {}))
  .onDay('2018-06-20')
  .expectThat(tells({ women: null, share: null, state: 'stale' }, {}, {}, {}));

story('a share that rests on swapped sexes is suspect, and shows the one before')
  .from('2018-01-31', cellsReturned({ 'TGO.troops': [20, 980] }))
  .on('2018-02-28', cellsReturned({ 'TGO.troops': [980, 20] }))
  .onDay('2018-02-28')
  .expectThat(tells({ women: 20, persons: 1000, share: 0.02, state: 'suspect' }, {}, {}, {}));
