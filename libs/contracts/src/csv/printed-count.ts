import { refused, understood } from './printed.js';
import type { Printed } from './printed.js';

/** A comma, an apostrophe or a blank (also the unbreakable ones) before each three digits. */
const grouped = /^\d{1,3}(?:[,'’\u0020\u00a0\u202f]\d{3})+$/;
const plain = /^\d{1,9}$/;

/** No mission ever had a tenth of this. */
const mostPersons = 1_000_000;

/** A number of persons as printed, with or without thousands separators: `1,234`. */
export function printedCount(printed: string): Printed<number> {
  const text = printed.trim();
  if (text === '') return refused('There is no figure; write 0 where there is nobody.');
  if (!plain.test(text) && !grouped.test(text))
    return refused('This is not a whole number of persons, such as 1234 or 1,234; correct it.');
  const count = Number(text.replace(/\D/g, ''));
  return count <= mostPersons ? understood(count) : refused(`This is more than ${mostPersons}; two figures have run together.`);
}
