import { addDays, isDay, type Day } from '../day.js';

/** A month of the UTC calendar, `YYYY-MM`. Months compare as text. */
export type Month = string;

/** Whether the text is a month that the calendar has. */
export const isMonth = (text: string): boolean => /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`);

export const monthOf = (day: Day): Month => day.slice(0, 7);

/** The month so many months later, earlier where negative. */
export function addMonths(month: Month, count: number): Month {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

export const firstDayOf = (month: Month): Day => `${month}-01`;

/** December 9999 has one, too, though the calendar has no day after it. */
export function lastDayOf(month: Month): Day {
  const early = addDays(firstDayOf(month), 27);
  const days = [3, 2, 1, 0].map((count) => addDays(early, count));
  return days.find((day) => monthOf(day) === month)!;
}

/** The months from the first to the last, both included. */
export function monthsBetween(first: Month, last: Month): readonly Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}
