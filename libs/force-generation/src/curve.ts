import { addDays, daysInOrder, type Day } from './day.js';

/** Stands before the first step of a curve that begins on a day. */
const notTold: unknown = Symbol('not told');

/** What was asked rests on days before those that something is said of. */
export class NotTold extends Error {
  override readonly name = 'NotTold';
}

/** One for all: it is thrown thousands of times and met by whoever looked, and each would remember where it came from. */
const isNotTold = new NotTold('the day is before those that something is said of');

/** A value from a day on, until the next step. */
export type Step<V> = readonly [from: Day, value: V];

export interface Interval {
  readonly from: Day;
  /** Included. */
  readonly until: Day;
}

/**
 * A figure as a step function of the day: `before` until the first step, then each step's value from its day on. Built in
 * n log n, read in log n; exact, since every value is a whole number or a thing.
 */
export class Curve<V> {
  /** The step that spoke last: most days are asked for in their order. */
  private last = 0;

  private constructor(
    readonly steps: readonly Step<V>[],
    readonly before: V,
  ) {}

  /** What is kept of a curve that tells nothing before a day: it is to go on with a step on that day. */
  static beginning<V>(from: Day): { readonly value: Curve<V>; readonly from: Day } {
    return { value: new Curve<V>([], notTold as V), from };
  }

  /** The value on the last day that is kept, if any is. */
  static lastKept<V>(kept: { readonly value: Curve<V>; readonly from: Day } | undefined): V | undefined {
    return kept === undefined || beginningOf(kept) !== undefined ? undefined : kept.value.atEndBefore(kept.from);
  }

  static constant<V>(value: V): Curve<V> {
    return new Curve<V>([], value);
  }

  /** Of several steps on one day the last given speaks; a step that changes nothing is dropped. */
  static of<V>(steps: Iterable<Step<V>>, before: V): Curve<V> {
    const sorted = [...steps];
    // Sorting is stable, so that the last given stays last; most steps come in order.
    if (!areInOrder(sorted)) sorted.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    const kept: Step<V>[] = [];
    let value = before;
    for (let index = 0; index < sorted.length; index += 1) {
      const step = sorted[index]!;
      if (sorted[index + 1]?.[0] === step[0] || step[1] === value) continue;
      kept.push(step);
      value = step[1];
    }
    return new Curve(kept, before);
  }

  /** What is kept of a curve before the first changed day, and the steps from that day on. */
  static goingOn<V>(
    kept: { readonly value: Curve<V>; readonly from: Day } | undefined,
    steps: Iterable<Step<V>>,
    before: V,
  ): Curve<V> {
    if (kept === undefined) return Curve.of(steps, before);
    const fresh = Curve.of(steps, kept.value.atEndBefore(kept.from));
    return new Curve([...kept.value.stepsBefore(kept.from), ...fresh.steps], kept.value.before);
  }

  /** From changes by day instead of values: 5 on a day is five more from that day on. */
  static ofChanges(changes: Iterable<Step<number>>): Curve<number> {
    const byDay = new Map<Day, number>();
    for (const [day, change] of changes) byDay.set(day, (byDay.get(day) ?? 0) + change);
    let value = 0;
    return Curve.of(
      daysInOrder(byDay.keys()).map((day): Step<number> => [day, (value += byDay.get(day)!)]),
      0,
    );
  }

  /** The curve whose value on each day is `combine` of the given curves' values on it. The values are only lent to `combine`. */
  static combine<A, V>(
    curves: readonly Curve<A>[],
    combine: (values: readonly A[]) => V,
    kept?: { readonly value: Curve<V>; readonly from: Day },
  ): Curve<V> {
    const begins = beginningOf(kept);
    const values = curves.map((curve) =>
      kept === undefined ? curve.before : begins === undefined ? curve.atEndBefore(kept.from) : curve.at(begins),
    );
    const first = combine(values);
    // By day the indexes of the curves that step: few curves step on one day.
    const stepping = new Map<Day, number[]>();
    curves.forEach(({ steps }, index) => {
      for (let at = kept === undefined ? 0 : firstIndexFrom(steps, kept.from, dayOfStep); at < steps.length; at += 1) {
        const others = stepping.get(steps[at]![0]);
        if (others === undefined) stepping.set(steps[at]![0], [index]);
        else others.push(index);
      }
    });
    const steps = daysInOrder(stepping.keys()).map((day): Step<V> => {
      for (const index of stepping.get(day)!) values[index] = curves[index]!.at(day);
      return [day, combine(values)];
    });
    return Curve.goingOn(kept, begins === undefined ? steps : [[begins, first], ...steps], first);
  }

  static sum(curves: readonly Curve<number>[]): Curve<number> {
    return Curve.combine(curves, (values) => values.reduce((total, value) => total + value, 0));
  }

  static difference(from: Curve<number>, taken: Curve<number>): Curve<number> {
    return Curve.combine([from, taken], ([a, b]) => a! - b!);
  }

  /** The value on the last day before; what is not told there is the same as no value. */
  atEndBefore(day: Day): V {
    const index = firstIndexFrom(this.steps, day, dayOfStep) - 1;
    return index < 0 ? this.before : this.steps[index]![1];
  }

  /** The steps from the one that speaks on the day back to the first; of a curve that begins on a day nobody can look further back. */
  *stepsBack(day: Day): Generator<Step<V>, void> {
    for (let index = this.indexOn(day); index >= 0; index -= 1) yield this.steps[index]!;
    this.toldBefore();
  }

  stepsBefore(day: Day): readonly Step<V>[] {
    return this.steps.slice(0, firstIndexFrom(this.steps, day, dayOfStep));
  }

  stepsFrom(day: Day): readonly Step<V>[] {
    return this.steps.slice(firstIndexFrom(this.steps, day, dayOfStep));
  }

  /** The values that it has on the last day before, or later. */
  valuesAround(day: Day): readonly V[] {
    return [this.atEndBefore(day), ...this.stepsFrom(day).map(([, value]) => value)];
  }

  at(day: Day): V {
    const { steps } = this;
    let index = this.last;
    if (!this.speaksOn(day, index)) index = this.speaksOn(day, index + 1) ? index + 1 : this.indexOn(day);
    if (index < 0) return this.toldBefore();
    this.last = index;
    return steps[index]![1];
  }

  /** Of the step that speaks on the day, or -1. Doors ask hundreds of curves for one day: no function is called for each comparison. */
  private indexOn(day: Day): number {
    const { steps } = this;
    let low = 0;
    let high = steps.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (steps[middle]![0] <= day) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Before the first step; of a curve that begins on a day, on that day. */
  private firstValue(): V {
    return this.before === notTold ? this.steps[0]![1] : this.before;
  }

  private toldBefore(): V {
    if (this.before === notTold) throw isNotTold;
    return this.before;
  }

  private speaksOn(day: Day, index: number): boolean {
    const { steps } = this;
    if (index >= steps.length || steps[index]![0] > day) return false;
    return index + 1 === steps.length || day < steps[index + 1]![0];
  }

  /** Reads the curve on days that are asked for in their order: each step is passed once. */
  inOrder(): (day: Day) => V {
    let next = 0;
    let value = this.before;
    return (day) => {
      for (; next < this.steps.length && this.steps[next]![0] <= day; next += 1) value = this.steps[next]![1];
      return value;
    };
  }

  map<W>(value: (value: V) => W, kept?: { readonly value: Curve<W>; readonly from: Day }): Curve<W> {
    if (kept === undefined && this.before === notTold) return this.map(value, Curve.beginning<W>(this.steps[0]![0]));
    const begins = beginningOf(kept);
    const steps = kept === undefined ? this.steps : this.stepsFrom(kept.from);
    const first = value(begins === undefined ? this.firstValue() : this.at(begins));
    const mapped = steps.map(([from, was]): Step<W> => [from, value(was)]);
    return Curve.goingOn(kept, begins === undefined ? mapped : [[begins, first], ...mapped], first);
  }

  /** The days from `from` to `until` (both included) on which the condition holds, as the fewest intervals. */
  intervals(holds: (value: V) => boolean, from: Day, until: Day): Interval[] {
    const found: { from: Day; until: Day }[] = [];
    let open: Day | undefined = holds(this.at(from)) ? from : undefined;
    for (const [day, value] of this.steps) {
      if (day <= from || day > until) continue;
      if (holds(value) && open === undefined) open = day;
      if (!holds(value) && open !== undefined) {
        found.push({ from: open, until: addDays(day, -1) });
        open = undefined;
      }
    }
    if (open !== undefined && open <= until) found.push({ from: open, until });
    return found;
  }
}

/** The day on which a curve begins that nothing has been told of yet. */
const beginningOf = <V>(kept: { readonly value: Curve<V>; readonly from: Day } | undefined): Day | undefined =>
  kept !== undefined && kept.value.atEndBefore(kept.from) === notTold ? kept.from : undefined;

function areInOrder(steps: readonly Step<unknown>[]): boolean {
  for (let index = 1; index < steps.length; index += 1) if (steps[index]![0] < steps[index - 1]![0]) return false;
  return true;
}

/** Index of the first item on or after the day; their number where there is none. The items are sorted by day. */
export function firstIndexFrom<T>(items: readonly T[], day: Day, dayOf: (item: T) => Day): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (dayOf(items[middle]!) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

const dayOfStep = (step: Step<unknown>): Day => step[0];

/** Index of the last item whose day is on or before `day`, or -1; the items are sorted by day. */
export function lastIndexUpTo<T>(items: readonly T[], day: Day, dayOf: (item: T) => Day): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (dayOf(items[middle]!) <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
