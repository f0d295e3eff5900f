import { Curve, firstIndexFrom, type Step } from '../curve.js';
import type { Fact } from '../facts.js';
import type { EveryDay } from '../reading.js';
import type { SeriesName } from './series-of.js';

/** How a subject goes from one state to the next: the name of its states, its facts, its state before the first, and the step. */
export interface History<S, F extends Fact> {
  readonly what: string;
  readonly series: SeriesName;
  readonly before: S;
  readonly after: (state: S, fact: F) => S;
  /** Whether a fact leaves nothing behind once the next one of its day is there. */
  readonly isOverridden?: (fact: F, next: F) => boolean;
}

/** A subject's states as a step function of the day; facts of days to come are in it, at their days. */
export const historyOf = <S, F extends Fact = Fact>(
  { whole }: EveryDay,
  { what, series, before, after, isOverridden }: History<S, F>,
): Curve<S> =>
  whole.byDay<Curve<S>>(what, series, (kept) => {
    let state = kept === undefined ? before : kept.value.atEndBefore(kept.from);
    const facts = whole.everValid<F>(series);
    const steps: Step<S>[] = [];
    let next = kept === undefined ? 0 : firstIndexFrom(facts, kept.from, ({ data }) => data.on);
    for (; next < facts.length; next += 1) {
      const fact = facts[next]!;
      const following = facts[next + 1];
      const isLastOfDay = following?.data.on !== fact.data.on;
      if (!isLastOfDay && isOverridden?.(fact, following) === true) continue;
      state = after(state, fact);
      if (isLastOfDay) steps.push([fact.data.on, state]);
    }
    return Curve.goingOn(kept, steps, before);
  });
