import { Outage } from './outage.js';

const refused = new Error('connect ECONNREFUSED');
const minute = 60_000;

describe('an outage', () => {
  it('is told once for each cause, and again after ten minutes', () => {
    const outage = new Outage();
    const told = Array.from({ length: 21 }, (_, minutes) => outage.isNews(refused, '', minutes * minute));
    expect(told.flatMap((isNews, minutes) => (isNews ? [minutes] : []))).toEqual([0, 10, 20]);
    expect(outage.isNews(new Error('password authentication failed'), '', 21 * minute)).toBe(true);
  });

  it('is told apart by what failed', () => {
    const outage = new Outage();
    expect(['relay', 'clock', 'relay'].map((duty) => outage.isNews(refused, duty, 0))).toEqual([true, true, false]);
  });

  it('is another one after two minutes without a failure', () => {
    const outage = new Outage();
    expect([0, 2 * minute, 4 * minute + 1].map((now) => outage.isNews(refused, '', now))).toEqual([true, false, true]);
  });
});
