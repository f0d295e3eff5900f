/**
 * A calendar day of the UTC calendar as ISO 8601 text, `YYYY-MM-DD`. Days compare as text; a day on which something is true
 * is meant at its end.
 */
export type Day = string;

const millisecondsPerDay = 86_400_000;

/** Later than every day that a fact can carry. */
export const endOfTime: Day = '9999-12-31';

/** Earlier than every day that a fact can carry. */
export const beginningOfTime: Day = '0000-01-01';

const zero = '0'.charCodeAt(0);
const digits = (day: Day, at: number): number => 10 * (day.charCodeAt(at) - zero) + day.charCodeAt(at + 1) - zero;

/** Days since 1970-01-01. Years are counted from March, so that a leap day comes last (Howard Hinnant, "days_from_civil"). */
function numberOf(day: Day): number {
  const month = digits(day, 5);
  const year = 100 * digits(day, 0) + digits(day, 2) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + digits(day, 8) - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leapDays + dayOfYear - 719_468;
}

/** Every day that a mission's facts are likely to name, so that a day's text is made once. */
const firstInTable = numberOf('1990-01-01');
const table: readonly Day[] = Array.from({ length: 29_220 }, (_, index) => printed(firstInTable + index));

function printed(number: number): Day {
  return new Date(number * millisecondsPerDay).toISOString().slice(0, 10);
}

const textOf = (number: number): Day => table[number - firstInTable] ?? printed(number);

/** The day `count` days after `day` (before it where negative). */
export function addDays(day: Day, count: number): Day {
  return day === endOfTime || day === beginningOfTime ? day : textOf(numberOf(day) + count);
}

/** Days from `from` to `to`: 1 from a day to the next, negative where `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from);

/** Each of the days once, the earliest first: numbers are sorted faster than texts. */
export function daysInOrder(days: Iterable<Day>): readonly Day[] {
  if (Array.isArray(days) && areInOrder(days as readonly Day[])) return days as readonly Day[];
  const numbers = Int32Array.from(days, numberOf).sort();
  const inOrder: Day[] = [];
  for (let index = 0; index < numbers.length; index += 1)
    if (numbers[index] !== numbers[index - 1]) inOrder.push(textOf(numbers[index]!));
  return inOrder;
}

function areInOrder(days: readonly Day[]): boolean {
  for (let index = 1; index < days.length; index += 1) if (days[index - 1]! >= days[index]!) return false;
  return true;
}

export const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);
export const earlierOf = (a: Day, b: Day): Day => (a < b ? a : b);

/** Whether the text is a day that the calendar has: `2018-02-30` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
