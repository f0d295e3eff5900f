import { beginningOfTime, type Day } from './day.js';
import type { Reading } from './reading.js';

/** Whole years before this one: most of what is open began in the last, nearly all of it in the last five. */
const yearsBefore = [1, 5] as const;

/** The same day read over more and more days before it; the days on which they begin are the same all year. */
export function depthsOf(whole: Reading): readonly Reading[] {
  return [...yearsBefore.map((years) => whole.since(firstDayBefore(whole.today, years))), whole];
}

const firstDayBefore = (today: Day, years: number): Day => {
  const year = Number(today.slice(0, 4)) - years;
  return year < 1 ? beginningOfTime : `${String(year).padStart(4, '0')}-01-01`;
};
