import { Curve, type Step } from './curve.js';
import type { Day } from './day.js';

/** A thing, the first day on which it stands, and the first on which it no longer does. */
export interface Standing<T> {
  readonly what: T;
  readonly from: Day;
  /** Absent where it stands for ever; no later than `from` where it never does. */
  readonly to?: Day | undefined;
}

/** On each day what stands, in the order in which it began: whoever asks of one day need not look at all that ever was. */
export function standingOn<T>(all: readonly Standing<T>[]): Curve<readonly T[]> {
  const changes = all.flatMap((one): readonly (readonly [on: Day, one: Standing<T>, begins: boolean])[] => {
    const { from, to } = one;
    if (to !== undefined && to <= from) return [];
    return [[from, one, true], ...(to === undefined ? [] : [[to, one, false] as const])];
  });
  const standing: Standing<T>[] = [];
  const things: T[] = [];
  const steps: Step<readonly T[]>[] = [];
  changes.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  changes.forEach(([on, one, begins], index) => {
    if (begins) {
      standing.push(one);
      things.push(one.what);
    } else {
      const at = standing.indexOf(one);
      standing.splice(at, 1);
      things.splice(at, 1);
    }
    if (changes[index + 1]?.[0] !== on) steps.push([on, things.slice()]);
  });
  return Curve.of(steps, []);
}
