import { daysBetween, type Day } from '@muster/force-generation';
import { counted } from './count-words.js';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const parts = (day: Day): { readonly date: number; readonly month: string; readonly year: string } => ({
  date: Number(day.slice(8, 10)),
  month: months[Number(day.slice(5, 7)) - 1] ?? '',
  year: day.slice(0, 4),
});

/** `8 May 2018`, `28 Feb 2018`: for tables. */
export const shortDay = (day: Day): string => `${parts(day).date} ${parts(day).month.slice(0, 3)} ${parts(day).year}`;

/** `28 February 2018`: for sentences. */
export const longDay = (day: Day): string => `${parts(day).date} ${parts(day).month} ${parts(day).year}`;

/** `February 2018`, of `2018-02`. */
export const longMonth = (month: string): string => `${parts(`${month}-01`).month} ${parts(`${month}-01`).year}`;

/** `Feb 2018`. */
export const monthOf = (day: Day): string => `${parts(day).month.slice(0, 3)} ${parts(day).year}`;

/** How old a figure is today: `69 days old`. */
export function ageInWords(asAt: Day, today: Day): string {
  const days = daysBetween(asAt, today);
  if (days === 0) return 'today';
  return days > 0 ? `${counted(days, 'day')} old` : `${counted(-days, 'day')} ahead`;
}

/** How a day lies to today: `in 53 days`, `81 days ago`, `today`. */
export function distanceInWords(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  return days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} ago`;
}
