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

function numberOf(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / millisecondsPerDay;
}

/** Every day that a mission's facts are likely to name, so that counting from day to day is a look-up. */
const firstInTable = numberOf('1990-01-01');
const table: readonly Day[] = Array.from({ length: 29_220 }, (_, index) => textOf(firstInTable + index));
const placeInTable = new Map(table.map((day, place) => [day, place]));

function textOf(number: number): Day {
  return new Date(number * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The day `count` days after `day` (before it where negative). */
export function addDays(day: Day, count: number): Day {
  const place = placeInTable.get(day);
  const found = place === undefined ? undefined : table[place + count];
  if (found !== undefined) return found;
  return day === endOfTime || day === beginningOfTime ? day : textOf(numberOf(day) + count);
}

/** Days from `from` to `to`: 1 from a day to the next, negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  const [a, b] = [placeInTable.get(from), placeInTable.get(to)];
  return a === undefined || b === undefined ? numberOf(to) - numberOf(from) : b - a;
}

/** Each of the days once, the earliest first. Their places in the table are sorted faster than their texts. */
export function daysInOrder(days: Iterable<Day>): Day[] {
  const given = [...days];
  const places = new Int32Array(given.length);
  for (let index = 0; index < given.length; index += 1) {
    const place = placeInTable.get(given[index]!);
    if (place === undefined) return [...new Set(given)].sort();
    places[index] = place;
  }
  return [...new Set(places.sort())].map((place) => table[place]!);
}

export const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);
export const earlierOf = (a: Day, b: Day): Day => (a < b ? a : b);

/** Whether the text is a day that the calendar has: `2018-02-30` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
