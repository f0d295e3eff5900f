import type { Day } from './day.js';

/** That something changed: in which revision, and from which day on. */
export interface Change {
  readonly in: number;
  readonly from: Day;
}

/** Adds the latest change. Of an earlier one that begins no earlier nobody needs to know: so days and revisions both grow. */
export function noteChange(changes: Change[], change: Change): void {
  while (changes.length > 0 && changes[changes.length - 1]!.from >= change.from) changes.pop();
  changes.push(change);
}

/** The first day that has changed after the revision. */
export function changedSince(changes: readonly Change[], revision: number): Day | undefined {
  let first: Day | undefined;
  for (let index = changes.length - 1; index >= 0 && changes[index]!.in > revision; index -= 1) first = changes[index]!.from;
  return first;
}
