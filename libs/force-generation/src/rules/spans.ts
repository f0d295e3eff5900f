import type { Kept } from '../chronicle.js';
import { daysInOrder, type Day } from '../day.js';
import type { EveryDay, Reading } from '../reading.js';
import { openToday, toldToday } from '../strength/strength.js';
import type { Condition, Look, Rule, Span } from './rule.js';

/** A subject's conditions of every day, as they are known in the end: after a fact only those from its day on are looked at again. */
export const conditionsOf = (reading: EveryDay, rule: Rule, subject: string): readonly Span[] =>
  reading.byDay<readonly Span[]>(`conditions ${rule.name}`, subject, (kept) => {
    const look = 'look' in rule ? rule.look(reading, subject) : rule.lookAtReturns(reading, subject, 'in the end');
    return spansOver(look, kept);
  });

/** The conditions up to today as today knows them, where it knows some otherwise. */
export function conditionsToday(reading: Reading, rule: Rule, subject: string): readonly Span[] | undefined {
  const from = 'look' in rule ? undefined : openToday(reading);
  if (from === undefined || 'look' in rule) return undefined;
  const look = rule.lookAtReturns(reading, subject, toldToday(reading));
  return spansOver(look, { value: conditionsOf(reading, rule, subject), from }, reading.today);
}

/** Conditions on the days on which they may change; equal neighbours are one. What stood before the first changed day is kept. */
export function spansOver({ days, conditionOn }: Look, kept?: Kept<readonly Span[]>, until?: Day): readonly Span[] {
  const spans = kept === undefined ? [] : kept.value.filter(({ from }) => from < kept.from);
  for (const from of daysInOrder(kept === undefined ? days() : onOrAfter(kept.from, days()))) {
    if (until !== undefined && from > until) break;
    const condition = conditionOn(from) ?? nothingToSay;
    const last = spans[spans.length - 1];
    if (last === undefined ? condition === nothingToSay : isSame(last.condition, condition)) continue;
    spans.push({ from, condition: condition.kind === 'clear' ? clear(conditionOn) : condition });
  }
  return spans;
}

function* onOrAfter(first: Day, days: Iterable<Day>): Iterable<Day> {
  for (const day of days) if (day >= first) yield day;
}

const nothingToSay: Condition = { kind: 'ended', reason: 'nothing to say' };

/** Of clear days only the figures of the last are looked at, by whoever knows which one is the last. */
const clear = (conditionOn: Look['conditionOn']): Span['condition'] => ({
  kind: 'clear',
  figuresOn: (day) => {
    const condition = conditionOn(day);
    return condition?.kind === 'clear' ? condition.figures : {};
  },
});

const isSame = (a: Span['condition'], b: Condition): boolean => a.kind === b.kind && (a.kind === 'clear' || equal(a, b));

/** Conditions are plain trees of text and numbers. */
function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => equal((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]));
}
