import { daysInOrder, type Day } from '../day.js';
import type { Condition, Span } from './rule.js';

/**
 * Conditions on the days on which they may change, up to today; equal neighbours are one. Of clear days in a row the figures are those
 * of the last, which are the only ones that anybody looks at: they are worked out only then.
 */
export function spansOn(days: Iterable<Day>, today: Day, conditionOn: (day: Day) => Condition | undefined): readonly Span[] {
  const spans: Span[] = [];
  for (const from of daysInOrder(days)) {
    if (from > today) break;
    const condition = conditionOn(from) ?? nothingToSay;
    const last = spans[spans.length - 1];
    if (last === undefined && condition === nothingToSay) continue;
    if (last !== undefined && isSame(last.condition, condition)) spans[spans.length - 1] = { from: last.from, condition };
    else spans.push({ from, condition });
  }
  return spans;
}

const nothingToSay: Condition = { kind: 'ended', reason: 'nothing to say' };

const isSame = (a: Condition, b: Condition): boolean => a.kind === b.kind && (a.kind === 'clear' || equal(a, b));

/** Conditions are plain trees of text and numbers. */
function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => equal((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]));
}
