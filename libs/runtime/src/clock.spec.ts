import { Clock } from './clock.js';
import { Config } from './config.js';

describe('Clock', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date('2018-05-08T23:59:59.000Z') }));
  afterEach(() => jest.useRealTimers());

  const daysOf = (clock: Clock): string[] => {
    const days: string[] = [];
    clock.days().subscribe((day) => days.push(day));
    return days;
  };

  it('tells each day of the UTC calendar as it begins', () => {
    const days = daysOf(new Clock(Config.from({})));
    jest.advanceTimersByTime(999);
    expect(days).toEqual(['2018-05-08']);
    jest.advanceTimersByTime(100);
    expect(days).toEqual(['2018-05-08', '2018-05-09']);
    jest.advanceTimersByTime(2 * 86_400_000);
    expect(days).toEqual(['2018-05-08', '2018-05-09', '2018-05-10', '2018-05-11']);
  });

  it('stands still where the day is pinned', () => {
    const clock = new Clock(Config.from({ MUSTER_TODAY: '2017-01-01' }));
    const days = daysOf(clock);
    jest.advanceTimersByTime(3 * 86_400_000);
    expect([clock.today(), clock.pinned, ...days]).toEqual(['2017-01-01', true, '2017-01-01']);
  });
});
