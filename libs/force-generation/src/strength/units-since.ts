import type { Day } from '../day.js';
import type { Reading } from '../reading.js';
import { cellOf, firstReportOf } from './unit-changes.js';
import { unitHistory } from './unit-history.js';
import type { CellName } from './cell-name.js';
import type { Head } from './strength.js';

/** Whether the unit's persons of a day can be held against those that a return of an earlier day counted. */
export function isCountedSince(reading: Reading, unit: string, asAt: Day): boolean {
  const first = firstReportOf(reading, unit);
  return first === undefined || first <= asAt;
}

/** By cell, what units gained or lost from a return's as-at day to a later day. */
export function unitsSince(reading: Reading, asAt: Day, day: Day): ReadonlyMap<CellName, Head> {
  const changes = new Map<CellName, Head>();
  for (const unit of reading.ids('unit')) {
    if (!isCountedSince(reading, unit, asAt)) continue;
    const history = unitHistory(reading, unit);
    for (const [state, times] of [
      [history.at(day), 1],
      [history.at(asAt), -1],
    ] as const) {
      const cell = cellOf(state);
      if (cell === undefined) continue;
      const sum = changes.get(cell) ?? { women: 0, men: 0 };
      changes.set(cell, { women: sum.women + times * state.women, men: sum.men + times * state.men });
    }
  }
  return changes;
}
