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

const numberOf = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / millisecondsPerDay;

const shifted = new Map<Day, Map<number, Day>>();

/** The day `count` days after `day` (before it where negative). */
export function addDays(day: Day, count: number): Day {
  if (day === endOfTime || day === beginningOfTime) return day;
  const known = shifted.get(day)?.get(count);
  if (known !== undefined) return known;
  const result = new Date((numberOf(day) + count) * millisecondsPerDay).toISOString().slice(0, 10);
  // Policies shift the same days by the same few counts for ever; the bound keeps a long life from growing the table.
  if (shifted.size > 20_000) shifted.clear();
  const counts = shifted.get(day) ?? new Map<number, Day>();
  shifted.set(day, counts.set(count, result));
  return result;
}

/** Days from `from` to `to`: 1 from a day to the next, negative where `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from);

export const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);
export const earlierOf = (a: Day, b: Day): Day => (a < b ? a : b);

/** Whether the text is a day that the calendar has: `2018-02-30` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
