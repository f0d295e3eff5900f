import { daysBetween, type Day } from '../day.js';
import type { Fact } from '../facts.js';

export const operations = ['sum', 'difference', 'share', 'max', 'min', 'count', 'days between', 'part', 'product'] as const;
/** Everything that Muster ever does with figures; `recompute` repeats it. */
export type Operation = (typeof operations)[number];
export type Value = number | string | null;

/** Where a figure was read: the fact, and a JSON Pointer (RFC 6901) into its data. */
export interface FactLeaf {
  readonly figure: string;
  readonly value: Value;
  readonly fact: {
    readonly position: number;
    readonly source: string;
    readonly id: string;
    readonly on: Day;
    readonly publishedOn?: Day;
  };
  readonly at: string;
  /** The value goes on from an earlier return, since the reading after it is suspect. */
  readonly held?: true;
}

export interface TodayLeaf {
  readonly figure: 'today';
  readonly value: Day;
}

export interface PolicyLeaf {
  readonly figure: string;
  readonly value: number;
  /** JSON Pointer into the policy table. */
  readonly policy: string;
}

/** That no such fact is there: a count of 0 over a search that anybody can repeat. */
export interface AbsenceNode {
  readonly figure: string;
  readonly value: 0;
  readonly on: Day;
  readonly operation: 'count';
  readonly over: { readonly type: string; readonly subject: string; readonly from: Day; readonly to: Day };
  readonly inputs: readonly [];
}

export interface OperationNode {
  readonly figure: string;
  readonly value: Value;
  readonly on: Day;
  readonly operation: Operation;
  readonly inputs: readonly ExplanationNode[];
}

export type ExplanationNode = FactLeaf | TodayLeaf | PolicyLeaf | AbsenceNode | OperationNode;

/** What a rule says of its subject, and the arithmetic behind it. */
export interface Explained {
  readonly statement: string;
  readonly figures: ExplanationNode;
}

export function leaf(figure: string, fact: Fact, at: string): FactLeaf {
  const { position, source, id, data } = fact;
  const publishedOn = 'publishedOn' in data ? data.publishedOn : undefined;
  const value = valueAt(data, at);
  return { figure, value, fact: { position, source, id, on: data.on, ...(publishedOn && { publishedOn }) }, at };
}

/** The value at a JSON Pointer, or null where there is none. */
export function valueAt(data: unknown, pointer: string): Value {
  let value = data;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return null;
    value = (value as Record<string, unknown>)[part.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

export const todayLeaf = (today: Day): TodayLeaf => ({ figure: 'today', value: today });

export const absence = (figure: string, on: Day, over: AbsenceNode['over']): AbsenceNode => ({
  figure,
  value: 0,
  on,
  operation: 'count',
  over,
  inputs: [],
});

export const node = (figure: string, on: Day, operation: Operation, inputs: readonly ExplanationNode[]): OperationNode => ({
  figure,
  value: recompute(
    operation,
    inputs.map(({ value }) => value),
  ),
  on,
  operation,
  inputs,
});

/** What the operation gives for the values: null where one that it needs is absent. */
export function recompute(operation: Operation, values: readonly Value[]): Value {
  switch (operation) {
    case 'count':
      return values.length;
    case 'sum':
      return numbers(values)?.reduce((sum, value) => sum + value, 0) ?? null;
    case 'difference':
      return numbers(values)?.reduce((left, value) => left - value) ?? null;
    case 'share': {
      const [part, whole] = numbers(values) ?? [];
      return part === undefined || whole === undefined ? null : shareOf(part, whole);
    }
    case 'max':
      return values.reduce((most, value) => (most === null || (value !== null && value > most) ? value : most), null);
    case 'min':
      return values.reduce((least, value) => (least === null || (value !== null && value < least) ? value : least), null);
    case 'part': {
      const [whole, parts] = numbers(values) ?? [];
      return whole === undefined || !parts ? null : Math.floor((2 * whole + parts) / (2 * parts));
    }
    case 'product':
      return numbers(values)?.reduce((product, value) => product * value, 1) ?? null;
    case 'days between':
      return daysBetweenThese(values);
    default:
      return operation satisfies never;
  }
}

const daysBetweenThese = ([from, to]: readonly Value[]): number | null =>
  typeof from === 'string' && typeof to === 'string' ? daysBetween(from, to) : null;

const numbers = (values: readonly Value[]): readonly number[] | undefined =>
  values.every((value) => typeof value === 'number') ? values : undefined;

/** A share of a whole with four decimals, half up; null of nothing. */
export const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((20_000 * part + whole) / (2 * whole)) / 10_000;
