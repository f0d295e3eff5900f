import { ageInWords, distanceInWords, longDay, monthOf, shortDay } from './day-words.js';

describe('days in words', () => {
  it('a day is short in a table and long in a sentence', () => {
    expect([shortDay('2018-02-28'), longDay('2018-02-28'), monthOf('2018-02-28')]).toEqual([
      '28 Feb 2018',
      '28 February 2018',
      'Feb 2018',
    ]);
  });

  it.each([
    ['2018-02-28', '69 days old'],
    ['2018-05-07', '1 day old'],
    ['2018-05-08', 'today'],
    ['2018-05-09', '1 day ahead'],
  ])('a figure as at %s is %s on 8 May 2018', (asAt, age) => expect(ageInWords(asAt, '2018-05-08')).toBe(age));

  it.each([
    ['2018-06-30', 'in 53 days'],
    ['2018-05-08', 'today'],
    ['2018-05-07', '1 day ago'],
  ])('%s is %s on 8 May 2018', (day, distance) => expect(distanceInWords(day, '2018-05-08')).toBe(distance));
});
