import { dailyStrength, dailyValues, daysOf, monthEnds } from './daily-values.js';

const days = daysOf('2018-02-27', '2018-03-02');

describe('a curve on each day', () => {
  it('has every day of the window', () => expect(days).toEqual(['2018-02-27', '2018-02-28', '2018-03-01', '2018-03-02']));

  it('keeps a value until the next step, and knows nothing before the first', () => {
    const steps = [
      ['2018-02-28', 5],
      ['2018-03-02', 7],
    ] as const;
    expect(dailyValues(steps, days)).toEqual([null, 5, 5, 7]);
  });

  it('a step before the window speaks for its first day; null is not known', () => {
    const steps = [
      ['2017-01-01', 5],
      ['2018-03-01', null],
    ] as const;
    expect(dailyValues(steps, days)).toEqual([5, 5, null, null]);
  });

  it('what is deployed ends today, the ceiling goes on', () => {
    const steps = [['2018-01-01', 5]] as const;
    const strength = dailyStrength({ authorized: steps, deployed: steps }, days, '2018-02-28');
    expect(strength.deployed).toEqual([5, 5, null, null]);
    expect(strength.authorized).toEqual([5, 5, 5, 5]);
    expect(strength.pledged).toEqual([null, null, null, null]);
  });

  it('a month is told by its last day, and today by its own', () => {
    expect(monthEnds(days, '2018-03-01').map((index) => days[index])).toEqual(['2018-02-28', '2018-03-01']);
  });
});
