import type { Severity } from '../src/alert.js';
import { addDays, type Day } from '../src/day.js';
import type { Condition } from '../src/rules/rule.js';

type Gap = Extract<Condition, { kind: 'gap' }>;
type Known = Extract<Condition, { kind: 'gap' | 'clear' }>;

export interface DayByDay {
  readonly since: Day;
  firingSince?: Day;
  closedOn?: Day;
  closedBy?: 'filled' | 'superseded';
  /** The condition of each of its days, from `since` on. */
  readonly conditions: Condition[];
}

interface Keeping {
  readonly holdDays: number;
  readonly keepDays: number;
}

/**
 * The life of an alert told from the text of the design (rules.md, section 4), one day after the other and without any counting
 * ahead: what a person with a calendar and a pencil would do. `conditions` holds one condition for each day from `first` on.
 */
export function episodesDayByDay(conditions: readonly Condition[], first: Day, keeping: Keeping): readonly DayByDay[] {
  const episodes: DayByDay[] = [];
  let open: DayByDay | undefined;
  conditions.forEach((condition, index) => {
    const day = addDays(first, index);
    const closedBy = open && closing(open, condition, keeping);
    if (open !== undefined && closedBy !== undefined) {
      Object.assign(open, { closedOn: day, closedBy });
      open = undefined;
    }
    if (open === undefined && condition.kind === 'gap') episodes.push((open = { since: day, conditions: [] }));
    if (open === undefined) return;
    // "On day d an episode fires if at least `hold` of its earlier days were gap days and d is itself a gap day."
    const earlierGapDays = open.conditions.filter(({ kind }) => kind === 'gap').length;
    if (open.firingSince === undefined && condition.kind === 'gap' && earlierGapDays >= keeping.holdDays) open.firingSince = day;
    open.conditions.push(condition);
  });
  return episodes;
}

/** Whether the episode is over on the day that has the condition. */
function closing({ conditions }: DayByDay, today: Condition, { keepDays }: Keeping): DayByDay['closedBy'] {
  const sinceLastGap = conditions.slice(conditions.findLastIndex(({ kind }) => kind === 'gap') + 1);
  const clearDays = sinceLastGap.filter(({ kind }) => kind === 'clear').length;
  // "It is closed on day d if at least `keep` clear days lie between its last gap day and d, whatever d is
  // (keep 0: on the first clear day)."
  if (keepDays > 0 ? clearDays >= keepDays : today.kind === 'clear') return 'filled';
  return today.kind === 'ended' ? 'superseded' : undefined;
}

const severities = ['watch', 'warning', 'critical'] as const;

export const isKnown = (condition: Condition): condition is Known => condition.kind === 'gap' || condition.kind === 'clear';
export const isGap = (condition: Condition): condition is Gap => condition.kind === 'gap';

/** "The highest of today and the `keep` known days before it (clear days count as none)"; on an unknown day at least the last known. */
export function severityDayByDay({ conditions }: DayByDay, keepDays: number, which: 'severity' | 'baseSeverity'): Severity {
  const today = conditions.at(-1)!;
  const before = conditions.slice(0, -1).filter(isKnown);
  const looked = isKnown(today)
    ? [...before.slice(before.length - Math.min(keepDays, before.length)), today]
    : before.slice(-Math.max(keepDays, 1));
  const ranks = looked.filter(isGap).map((gap) => severities.indexOf(gap[which]));
  return severities[Math.max(...ranks)]!;
}
