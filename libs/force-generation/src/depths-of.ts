import { addDays, beginningOfTime, type Day } from './day.js';
import type { Reading } from './reading.js';

/** Facts: as long as a mission has no more, to read all of its days takes less than to remember recent ones beside them. */
const fewFacts = 5_000;

/** The days over which the assessor reads one day: of a mission with few facts all at once, else more and more of them. */
export const depthsOf = (whole: Reading): readonly Reading[] =>
  whole.ledger.size <= fewFacts ? [whole] : deeperAndDeeper(whole);

/**
 * One day read over more and more days before it: a hundred at least, from last year on, from five years back, all. Most subjects
 * were clear within the first, and nearly all that is open began within the others. Each begins on a day that stays for a while, so
 * that what is remembered of it does too.
 */
export function deeperAndDeeper(whole: Reading): readonly Reading[] {
  const { today } = whole;
  return [
    ...[quarterOf(addDays(today, -100)), yearsBefore(today, 1), yearsBefore(today, 5)].map((begins) => whole.since(begins)),
    whole,
  ];
}

function quarterOf(day: Day): Day {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
}

function yearsBefore(day: Day, years: number): Day {
  const year = Number(day.slice(0, 4)) - years;
  return year < 1 ? beginningOfTime : `${String(year).padStart(4, '0')}-01-01`;
}
