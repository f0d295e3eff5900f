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

/** A fact with its position in the log. */
export type PlacedFact = readonly [position: number, fact: CitedFact];

export const placedFact = (fact: Fact): PlacedFact => [fact.position, citedFact(fact)];

/** Puts the numbers of a list of facts in place of their positions, wherever a member called `fact` or `facts` holds some. */
export function citing<T>(content: T, facts: Iterable<Fact>): Cited<T> {
  const cited = new Set<number>();
  rewritten(content, (position) => cited.add(position).size);
  const placed = [...facts].filter(({ position }) => cited.has(position));
  return numbered(content, placed.map(placedFact));
}

/** The same where the facts are those that reports have cited before. */
export function numbered<T>(content: T, facts: readonly PlacedFact[]): Cited<T> {
  const cited = new Set<number>();
  rewritten(content, (position) => cited.add(position).size);
  const list = [...new Map(facts)].filter(([position]) => cited.has(position)).sort(([, a], [, b]) => inOrder(a, b));
  const numbers = new Map(list.map(([position], index) => [position, index + 1]));
  return {
    content: rewritten(content, (position) => numbers.get(position)!) as T,
    facts: list.map(([, fact]) => fact),
    positions: list.map(([position]) => position),
  };
}

interface Citing {
  readonly facts: readonly CitedFact[];
  readonly provenance: { readonly positions: readonly number[] };
}

/** The facts that a report cites, where they stand in the log. */
export const citedBy = ({ facts, provenance: { positions } }: Citing): readonly PlacedFact[] =>
  facts.map((fact, index) => [positions[index]!, fact]);

/** The report with the facts' positions where it has their numbers. */
export function withPositions<Report extends Citing>(report: Report): Report {
  const { facts, provenance, ...content } = report;
  const told = rewritten(content, (number) => provenance.positions[number - 1]!) as typeof content;
  return { ...told, facts, provenance } as unknown as Report;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (a: CitedFact, b: CitedFact): number =>
  compare(a.on, b.on) || compare(a.type, b.type) || compare(a.source, b.source) || compare(a.id, b.id);

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
