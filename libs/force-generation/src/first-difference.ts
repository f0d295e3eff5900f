import { Curve } from './curve.js';
import { beginningOfTime, earlierOf, type Day } from './day.js';

/**
 * The first day on which two values differ, or undefined where they are the same. Curves and lists of dated things (facts, pairs of
 * a day and a thing) have one; whatever else differs has differed ever since.
 */
export function firstDifference(a: unknown, b: unknown): Day | undefined {
  if (a === b) return undefined;
  if (a instanceof Curve && b instanceof Curve) return a.before === b.before ? inLists(a.steps, b.steps) : beginningOfTime;
  return Array.isArray(a) && Array.isArray(b) ? inLists(a, b) : beginningOfTime;
}

function inLists(a: readonly unknown[], b: readonly unknown[]): Day | undefined {
  const length = Math.max(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    if (index >= a.length) return dayOf(b[index]);
    if (index >= b.length) return dayOf(a[index]);
    if (!isSameItem(a[index], b[index])) return earlierOf(dayOf(a[index]), dayOf(b[index]));
  }
  return undefined;
}

/** The same thing, or a pair of the same day and thing. */
const isSameItem = (a: unknown, b: unknown): boolean =>
  a === b || (isPair(a) && isPair(b) && a.length === b.length && a.every((part, index) => part === b[index]));

const isPair = (item: unknown): item is readonly unknown[] => Array.isArray(item);

type Dated = { readonly data?: { readonly on?: unknown }; readonly from?: unknown };

function dayOf(item: unknown): Day {
  if (isPair(item)) return typeof item[0] === 'string' && /^\d{4}-/.test(item[0]) ? item[0] : beginningOfTime;
  if (typeof item !== 'object' || item === null) return beginningOfTime;
  const { data, from } = item as Dated;
  const day = data?.on ?? from;
  return typeof day === 'string' ? day : beginningOfTime;
}
