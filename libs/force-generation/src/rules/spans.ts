import type { Kept } from '../chronicle.js';
import { beginningOfTime, daysInOrder, type Day } from '../day.js';
import type { EveryDay, Reading } from '../reading.js';
import { isSameTree } from '../is-same-tree.js';
import { openToday } from '../strength/strength.js';
import type { Condition, Look, Rule, Span } from './rule.js';

/** A subject's conditions of every day, as they are known in the end: after a fact only those from its day on are looked at again. */
export const conditionsOf = (reading: EveryDay, rule: Rule, subject: string): readonly Span[] =>
  reading.byDay<readonly Span[]>(conditionsName(rule), subject, (kept) =>
    spansOver(() => ('look' in rule ? rule.look(reading, subject) : rule.lookAtReturns(reading, subject, 'in the end')), kept),
  );

/** The conditions up to today as today knows them, where it knows some otherwise. */
export function conditionsToday(reading: Reading, rule: Rule, subject: string): readonly Span[] | undefined {
  if ('look' in rule) return undefined;
  const from = openToday(reading);
  if (from === undefined) return undefined;
  const value = conditionsOf(reading, rule, subject);
  return spansOver(() => rule.lookAtReturns(reading, subject, reading), { value, from }, reading.today);
}

const names = new Map<Rule, string>();

function conditionsName(rule: Rule): string {
  const known = names.get(rule) ?? `conditions ${rule.name}`;
  names.set(rule, known);
  return known;
}

/** Conditions on the days on which they may change; equal neighbours are one. What stood before the first changed day is kept. */
function spansOver(look: () => Look, kept?: Kept<readonly Span[]>, until?: Day): readonly Span[] {
  const spans = kept === undefined ? [] : kept.value.filter(({ from }) => from < kept.from);
  const { days, conditionOn } = look();
  for (const from of kept === undefined
    ? daysInOrder(days(beginningOfTime))
    : daysInOrder(onOrAfter(kept.from, days(kept.from)))) {
    if (until !== undefined && from > until) break;
    const condition = conditionOn(from) ?? nothingToSay;
    const last = spans[spans.length - 1];
    if (last === undefined ? condition === nothingToSay : isSame(last.condition, condition)) continue;
    spans.push({ from, condition: condition.kind === 'clear' ? clear(look) : condition });
  }
  return spans;
}

function onOrAfter(first: Day, days: Iterable<Day>): Day[] {
  const found: Day[] = [];
  for (const day of days) if (day >= first) found.push(day);
  return found;
}

const nothingToSay: Condition = { kind: 'ended', reason: 'nothing to say' };

/** Of clear days only the figures of the last are looked at, by whoever knows which one is the last: with the facts of then. */
const clear = (look: () => Look): Span['condition'] => ({
  kind: 'clear',
  figuresOn: (day) => {
    const { conditionOn, figuresOn } = look();
    const condition = conditionOn(day);
    if (condition?.kind !== 'clear') return {};
    return figuresOn === undefined ? condition.figures : figuresOn(day);
  },
});

function isSame(a: Span['condition'], b: Condition): boolean {
  if (a === b) return true;
  if (a.kind !== 'gap' || b.kind !== 'gap') return a.kind === b.kind && (a.kind === 'clear' || isSameTree(a, b));
  return a.severity === b.severity && a.reason === b.reason && isSameTree(a.figures, b.figures) && isSameTree(a, b);
}
