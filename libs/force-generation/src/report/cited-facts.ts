import type { Day } from '../day.js';
import type { Fact } from '../facts.js';

/** A fact that a report cites. Where it stands in a log is the provenance's matter: another import of it has other positions. */
export interface CitedFact {
  readonly type: Fact['type'];
  readonly source: string;
  readonly id: string;
  readonly on: Day;
  readonly publishedOn?: Day;
  readonly illustrative?: true | readonly string[];
}

export interface Cited<T> {
  /** With numbers into the list, from 1, where positions stood. */
  readonly content: T;
  readonly facts: readonly CitedFact[];
  /** Of the facts of the list, in its order. */
  readonly positions: readonly number[];
}

/** Puts the numbers of a list of facts in place of their positions, wherever a member called `fact` or `facts` holds some. */
export function citing<T>(content: T, facts: Iterable<Fact>): Cited<T> {
  const cited = new Set<number>();
  rewritten(content, (position) => cited.add(position).size);
  const list = [...facts].filter(({ position }) => cited.has(position)).sort(inOrder);
  const numbers = new Map(list.map(({ position }, index) => [position, index + 1]));
  return {
    content: rewritten(content, (position) => numbers.get(position)!) as T,
    facts: list.map(citedFact),
    positions: list.map(({ position }) => position),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (a: Fact, b: Fact): number =>
  compare(a.data.on, b.data.on) || compare(a.type, b.type) || compare(a.source, b.source) || compare(a.id, b.id);

function citedFact({ type, source, id, data }: Fact): CitedFact {
  const { publishedOn, illustrative } = data as { publishedOn?: Day; illustrative?: CitedFact['illustrative'] };
  return { type, source, id, on: data.on, ...(publishedOn && { publishedOn }), ...(illustrative && { illustrative }) };
}

function rewritten(value: unknown, numberOf: (position: number) => number): unknown {
  if (Array.isArray(value)) return value.map((item) => rewritten(item, numberOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, unknown]) => {
      if (name === 'fact' && typeof member === 'number') return [name, numberOf(member)];
      if (name === 'facts') return [name, [...new Set((member as number[]).map(numberOf))].sort((a, b) => a - b)];
      return [name, rewritten(member, numberOf)];
    }),
  );
}
