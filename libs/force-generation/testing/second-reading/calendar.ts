import type { Day } from '../../src/day.js';

const oneDay = 86_400_000;

export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / oneDay;

/** Each day from `first` to `last`, both included. */
export function daysFromTo(first: Day, last: Day): readonly Day[] {
  const days: Day[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += oneDay) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
