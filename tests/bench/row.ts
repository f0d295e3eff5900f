import { median, quantile } from './statistics.js';

/** How a ratio is held against what was promised; absent where a row is reported only. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number };

/** What is measured against what, and at which size. */
export interface RowHead {
  readonly name: string;
  readonly what: string;
  readonly limit: string;
  readonly size: string;
  readonly goal?: Goal;
}

/** One run of both, in the same unit. */
export interface Pair {
  readonly subject: number;
  readonly limit: number;
}

/** The ratio of each run, and what stood behind the medians. */
export interface MeasuredRow extends RowHead {
  readonly unit: string;
  readonly subject: number;
  readonly limitMeasured: number;
  readonly ratios: readonly number[];
  readonly ratio: number;
  readonly lowest: number;
  readonly highest: number;
  /** Whether the median reaches the goal; null where there is none. */
  readonly met: boolean | null;
}

/** What could not be measured here. */
export interface SkippedRow extends RowHead {
  /** Why. */
  readonly skipped: string;
  readonly ratio: null;
  readonly met: null;
}

/** One line of the results. */
export type Row = MeasuredRow | SkippedRow;

export const skippedRow = (head: RowHead, skipped: string): SkippedRow => ({ ...head, skipped, ratio: null, met: null });

export function rowOf(head: RowHead, unit: string, pairs: readonly Pair[]): MeasuredRow {
  const ratios = pairs.map(({ subject, limit }) => subject / limit);
  const ratio = median(ratios);
  return {
    ...head,
    unit,
    subject: median(pairs.map(({ subject }) => subject)),
    limitMeasured: median(pairs.map(({ limit }) => limit)),
    ratios,
    ratio,
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
    met: head.goal === undefined ? null : reaches(ratio, head.goal),
  };
}

const reaches = (ratio: number, goal: Goal): boolean => ('atLeast' in goal ? ratio >= goal.atLeast : ratio <= goal.atMost);

/** Milliseconds of single calls in one run. */
export interface Latencies {
  readonly subject: readonly number[];
  readonly limit: readonly number[];
}

const quantiles = [50, 95] as const;

const quantileHead = (head: RowHead, per: number): RowHead => ({
  ...head,
  name: `${head.name}-p${per}`,
  what: `${head.what}, p${per}`,
});

/** Two rows, for the median call and for the 95th of a hundred. */
export const latencyRows = (head: RowHead, runs: readonly Latencies[]): Row[] =>
  quantiles.map((per) => {
    const of = (calls: readonly number[]): number => quantile(calls, per / 100);
    const pairs = runs.map(({ subject, limit }) => ({ subject: of(subject), limit: of(limit) }));
    return rowOf(quantileHead(head, per), 'ms', pairs);
  });

/** The same two where nothing could be measured. */
export const skippedLatencyRows = (head: RowHead, why: string): Row[] =>
  quantiles.map((per) => skippedRow(quantileHead(head, per), why));
