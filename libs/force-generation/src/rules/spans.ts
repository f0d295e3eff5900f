import type { Day } from '../day.js';
import type { Condition, Span } from './rule.js';

/** Conditions on the days on which they may change, up to today; equal neighbours are one. */
export function spansOn(days: Iterable<Day>, today: Day, conditionOn: (day: Day) => Condition | undefined): readonly Span[] {
  const sorted = [...new Set(days)].filter((day) => day <= today).sort();
  const spans: Span[] = [];
  for (const from of sorted) {
    const condition = conditionOn(from) ?? nothingToSay;
    const last = spans[spans.length - 1];
    if (last === undefined ? condition === nothingToSay : equal(last.condition, condition)) continue;
    spans.push({ from, condition });
  }
  return spans;
}

const nothingToSay: Condition = { kind: 'ended', reason: 'nothing to say' };

const equal = (a: Condition, b: Condition): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
