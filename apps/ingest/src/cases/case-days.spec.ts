import type { CloudEvent } from '@muster/contracts';
import { caseDays } from './case-days.js';

const fact = (id: string, on: string, publishedOn = on): CloudEvent => ({
  source: 'https://example.org',
  id,
  type: 'muster.UnitRepatriated',
  subject: 'MINUSMA',
  data: { on, publishedOn, unit: 'a' },
});

describe('caseDays', () => {
  const days = (events: readonly CloudEvent[], until: string) =>
    caseDays(events, until).map(({ day, facts }) => [day, ...facts.map(({ id }) => id)]);

  it('has a day for each on which a fact became known, for each end of a month, and the pinned one', () => {
    expect(days([fact('a', '2017-11-20'), fact('late', '2017-11-30', '2018-01-09')], '2018-02-03')).toEqual([
      ['2017-11-20', 'a'],
      ['2017-11-30'],
      ['2017-12-31'],
      ['2018-01-09', 'late'],
      ['2018-01-31'],
      ['2018-02-03'],
    ]);
  });

  it('leaves out what became known after the pinned day, and keeps what became known on it', () => {
    expect(days([fact('on', '2018-02-03'), fact('after', '2018-02-04')], '2018-02-03')).toEqual([['2018-02-03', 'on']]);
  });

  it("sorts a day's facts by the day that they speak of, then source and id", () => {
    const events = [
      fact('b', '2018-01-02', '2018-01-05'),
      fact('c', '2018-01-01', '2018-01-05'),
      fact('a', '2018-01-02', '2018-01-05'),
    ];
    expect(days(events, '2018-01-05')).toEqual([['2018-01-05', 'c', 'a', 'b']]);
  });
});
