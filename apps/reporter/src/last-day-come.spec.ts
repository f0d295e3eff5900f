import { lastDayCome } from './last-day-come.js';

describe('the last day whose time has come', () => {
  it.each([
    // the mission's day, time, asked at, come
    ['2018-05-08', '06:00 UTC', '2018-05-08T05:59:59Z', '2018-05-07'],
    ['2018-05-08', '06:00 UTC', '2018-05-08T06:00:00Z', '2018-05-08'],
    ['2018-05-08', '00:00 UTC', '2018-05-08T00:00:00Z', '2018-05-08'],
    ['2018-05-08', '06:00 America/New_York', '2018-05-08T09:59:59Z', '2018-05-07'],
    ['2018-05-08', '06:00 America/New_York', '2018-05-08T10:00:00Z', '2018-05-08'],
    // In winter it is an hour later by UTC.
    ['2018-01-08', '06:00 America/New_York', '2018-01-08T10:59:59Z', '2018-01-07'],
    ['2018-01-08', '06:00 America/New_York', '2018-01-08T11:00:00Z', '2018-01-08'],
    // On the night on which clocks go forward there is no half past two: from three on it has come.
    ['2018-03-11', '02:30 America/New_York', '2018-03-11T06:59:59Z', '2018-03-10'],
    ['2018-03-11', '02:30 America/New_York', '2018-03-11T07:00:00Z', '2018-03-11'],
    // An evening that comes when the next day of UTC has begun already.
    ['2018-05-09', '23:00 America/New_York', '2018-05-09T02:59:59Z', '2018-05-07'],
    ['2018-05-09', '23:00 America/New_York', '2018-05-09T03:00:00Z', '2018-05-08'],
    // East of Greenwich the time comes before the day begins in UTC.
    ['2018-05-07', '06:00 Asia/Tokyo', '2018-05-07T22:00:00Z', '2018-05-07'],
    ['2018-05-08', '06:00 Asia/Tokyo', '2018-05-08T00:00:00Z', '2018-05-08'],
    // A day long gone, and a pinned one that the calendar has not come to.
    ['2012-01-01', '06:00 UTC', '2018-05-08T00:00:00Z', '2012-01-01'],
    ['2018-05-09', '06:00 UTC', '2018-05-08T12:00:00Z', '2018-05-09'],
  ])('of a mission on %s, at %s, asked at %s, is %s', (day, at, now, come) => {
    const [time, zone] = at.split(' ') as [string, string];
    expect(lastDayCome(day, { time, zone }, new Date(now))).toBe(come);
  });
});
