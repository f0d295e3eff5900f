import type { Fact } from '../facts.js';

/** The day that a fact is published, for the order of facts: absent means the day that it speaks of. */
const publishedOn = (fact: Fact): string => ('publishedOn' in fact.data && fact.data.publishedOn) || fact.data.on;

/**
 * The order of facts about one subject: by day, and of the same day the later published, then the greater source, then the
 * greater id speaks last. All of it travels with the fact, so the order of arrival decides nothing.
 */
export function compareFacts(a: Fact, b: Fact): number {
  return (
    compare(a.data.on, b.data.on) || compare(publishedOn(a), publishedOn(b)) || compare(a.source, b.source) || compare(a.id, b.id)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Puts the fact at its place. */
export const insertFact = (facts: Fact[], fact: Fact): void => insertInOrder(facts, fact, compareFacts);

/** Puts a name at its place. */
export const insertName = <Name extends string>(names: Name[], name: Name): void => insertInOrder(names, name, compare);

/** At once at the end, else by binary search. */
function insertInOrder<T>(items: T[], item: T, order: (a: T, b: T) => number): void {
  const last = items[items.length - 1];
  if (last === undefined || order(last, item) < 0) {
    items.push(item);
    return;
  }
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (order(items[middle]!, item) < 0) low = middle + 1;
    else high = middle;
  }
  items.splice(low, 0, item);
}
