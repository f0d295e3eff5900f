import type { Kept } from '../chronicle.js';
import { NotTold } from '../curve.js';
import { beginningOfTime, daysInOrder, type Day } from '../day.js';
import type { EveryDay, Reading } from '../reading.js';
import { isSameTree } from '../is-same-tree.js';
import { openToday } from '../strength/strength.js';
import type { Condition, Look, Rule, Span } from './rule.js';

/** A subject's conditions of every day, as they are known in the end: after a fact only those from its day on are looked at again. */
export const conditionsOf = (reading: EveryDay, rule: Rule, subject: string): readonly Span[] =>
  reading.byDay<readonly Span[]>(conditionsName(rule), subject, (kept) =>
    spansOver(() => ('look' in rule ? rule.look(reading, subject) : rule.lookAtReturns(reading, subject, 'in the end')), {
      begins: reading.begins,
      ...(kept && { kept }),
    }),
  );

/** The conditions up to today as today knows them, where it knows some otherwise. */
export function conditionsToday(reading: Reading, rule: Rule, subject: string): readonly Span[] | undefined {
  if ('look' in rule) return undefined;
  const from = openToday(reading);
  if (from === undefined) return undefined;
  const value = conditionsOf(reading, rule, subject);
  const { begins, today: until } = reading;
  return spansOver(() => rule.lookAtReturns(reading, subject, reading), { kept: { value, from }, begins, until });
}

const names = new Map<Rule, string>();

function conditionsName(rule: Rule): string {
  const known = names.get(rule) ?? `conditions ${rule.name}`;
  names.set(rule, known);
  return known;
}

interface Over {
  readonly begins: Day;
  /** What stood before the first changed day is kept. */
  readonly kept?: Kept<readonly Span[]>;
  readonly until?: Day;
}

/** Conditions from the day on which they begin, on the days on which they may change; equal neighbours are one. */
function spansOver(look: () => Look, { begins, kept, until }: Over): readonly Span[] {
  const from = kept === undefined || kept.from < begins ? begins : kept.from;
  const spans = kept === undefined ? [] : kept.value.filter((span) => span.from < from);
  const { days, conditionOn } = look();
  const later = days(from);
  for (const day of daysInOrder(from === beginningOfTime ? later : onOrAfter(from, later, from === begins))) {
    if (until !== undefined && day > until) break;
    const condition = conditionTold(conditionOn, day) ?? nothingToSay;
    const last = spans[spans.length - 1];
    if (last === undefined ? condition === nothingToSay : isSame(last.condition, condition)) continue;
    spans.push({ from: day, condition: condition.kind === 'clear' ? clear(look) : condition });
  }
  return spans;
}

/** With the first day itself where nothing is known of the days before. */
function onOrAfter(first: Day, days: Iterable<Day>, withFirst: boolean): Day[] {
  const found: Day[] = withFirst ? [first] : [];
  for (const day of days) if (day >= first) found.push(day);
  return found;
}

/** Where a condition of recent days rests on what was before them, it is not told. */
function conditionTold(conditionOn: Look['conditionOn'], day: Day): Condition | undefined {
  try {
    return conditionOn(day);
  } catch (cause) {
    if (cause instanceof NotTold) return conditionNotTold;
    throw cause;
  }
}

/** Stands for a condition that only all days can tell. */
export const conditionNotTold: Condition = { kind: 'unknown', reason: 'it rests on earlier days' };

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
