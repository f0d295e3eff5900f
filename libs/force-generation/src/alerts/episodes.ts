import type { Figures, Severity } from '../alert.js';
import { addDays, daysBetween, earlierOf, endOfTime, type Day } from '../day.js';
import { lastIndexUpTo } from '../curve.js';
import type { RulePolicy } from '../policy.js';
import type { Span } from '../rules/rule.js';

type Condition = Span['condition'];
type Gap = Extract<Condition, { kind: 'gap' }>;
type Known = Extract<Condition, { kind: 'gap' | 'clear' }>;

/** Consecutive days with one condition; both days are included. */
interface Days<C extends Condition = Condition> {
  readonly from: Day;
  readonly until: Day;
  readonly condition: C;
}

/** A gap with its hold and keep days. */
export interface Episode {
  /** First gap day. */
  readonly since: Day;
  /** The day on which the hold was over, if it came to that. */
  readonly firingSince?: Day;
  readonly closedOn?: Day;
  /** Superseded: what the gap was about has ended. */
  readonly closedBy?: 'filled' | 'superseded';
  /** Known days of the episode, in order. */
  readonly known: readonly Days<Known>[];
  readonly lastGap: Gap;
  /** Whether the condition of the last day looked at is unknown. */
  readonly unknown: boolean;
}

type Hold = Pick<RulePolicy, 'holdDays' | 'keepDays'>;

/**
 * A subject's conditions folded into episodes. Days are counted before the day looked at: a gap fires on the first gap day with
 * `holdDays` gap days before it, and is over on the day that has `keepDays` clear days behind the last gap day, whatever that day is
 * (with 0, on the first clear day). Unknown days stop both clocks.
 */
export function episodesOf(spans: readonly Span[], policy: Hold): readonly Episode[] {
  const done: Episode[] = [];
  let open: Counting | undefined;
  for (const days of daysOf(spans)) {
    if (open !== undefined && policy.keepDays > 0 && open.clearDays >= policy.keepDays) {
      done.push(closed(open, days.from, 'filled'));
      open = undefined;
    }
    const { condition } = days;
    if (condition.kind === 'gap') open = counted(open, { ...days, condition }, policy);
    if (open === undefined) continue;
    open.unknown = condition.kind === 'unknown';
    const end = endIn(open, days, policy);
    if (condition.kind === 'clear') clear(open, { ...days, condition }, end?.closedOn);
    if (end === undefined) continue;
    done.push(end);
    open = undefined;
  }
  return open === undefined ? done : [...done, episode(open)];
}

/**
 * The first day on which, whatever stood before the first of the conditions, no episode is open: all that was has ended, or it has
 * been clear for the keep days. Undefined where there is none.
 */
export function nothingOpenFrom(spans: readonly Span[], { keepDays }: Pick<Hold, 'keepDays'>): Day | undefined {
  const found = daysOf(spans).find(
    ({ from, until, condition }) =>
      condition.kind === 'ended' || (condition.kind === 'clear' && addDays(from, keepDays) <= until),
  );
  return found && (found.condition.kind === 'ended' ? found.from : addDays(found.from, keepDays));
}

/** An episode that still grows, in place: a long one has thousands of days on which a figure changed. */
interface Counting extends Episode {
  firingSince?: Day;
  readonly known: Days<Known>[];
  lastGap: Gap;
  unknown: boolean;
  gapDays: number;
  /** Clear days since the last gap day. */
  clearDays: number;
}

const daysOf = (spans: readonly Span[]): readonly Days[] =>
  spans.map(({ from, condition }, index) => {
    const next = spans[index + 1];
    return { from, until: next === undefined ? endOfTime : addDays(next.from, -1), condition };
  });

/** The episodes as they stand on a day: none that begins later, and the last one without what comes after. */
export function episodesUpTo(today: Day, episodes: readonly Episode[]): readonly Episode[] {
  const last = lastIndexUpTo(episodes, today, ({ since }) => since);
  if (last < 0) return none;
  const { closedOn } = episodes[last]!;
  const begun = last === episodes.length - 1 ? episodes : episodes.slice(0, last + 1);
  return closedOn !== undefined && closedOn <= today ? begun : [...begun.slice(0, -1), openOn(today, begun[last]!)];
}

const none: readonly Episode[] = [];

function openOn(today: Day, { since, firingSince, known: all }: Episode): Episode {
  const known = all.slice(0, lastIndexUpTo(all, today, ({ from }) => from) + 1);
  const last = known[known.length - 1]!;
  known[known.length - 1] = { ...last, until: earlierOf(last.until, today) };
  return {
    since,
    ...(firingSince !== undefined && firingSince <= today && { firingSince }),
    known,
    lastGap: known.findLast((days): days is Days<Gap> => days.condition.kind === 'gap')!.condition,
    unknown: last.until < today,
  };
}

/** Those of the last known day, also where that one was clear. */
export function figuresOf({ known }: Episode): Figures {
  const { condition, until } = known[known.length - 1]!;
  return condition.kind === 'gap' ? condition.figures : condition.figuresOn(until);
}

function counted(open: Counting | undefined, days: Days<Gap>, { holdDays }: Hold): Counting {
  const counting: Counting = open ?? {
    since: days.from,
    gapDays: 0,
    clearDays: 0,
    known: [],
    lastGap: days.condition,
    unknown: false,
  };
  const firesOn = addDays(days.from, Math.max(0, holdDays - counting.gapDays));
  if (counting.firingSince === undefined && firesOn <= days.until) counting.firingSince = firesOn;
  counting.known.push(days);
  counting.gapDays += lengthOf(days);
  counting.clearDays = 0;
  counting.lastGap = days.condition;
  return counting;
}

/** The clear days that belong to the episode: those before it is over. */
function clear(open: Counting, days: Days<Extract<Condition, { kind: 'clear' }>>, closedOn: Day | undefined): void {
  const until = closedOn === undefined ? days.until : addDays(closedOn, -1);
  if (until < days.from) return;
  open.known.push({ ...days, until });
  open.clearDays += lengthOf(days);
}

/** The episode as it ends within these days, if it does. */
function endIn(open: Counting, { from, until, condition }: Days, { keepDays }: Hold): Episode | undefined {
  if (condition.kind === 'ended') return closed(open, from, 'superseded');
  if (condition.kind !== 'clear') return undefined;
  const closesOn = addDays(from, keepDays - open.clearDays);
  return closesOn <= until ? closed(open, closesOn, 'filled') : undefined;
}

const lengthOf = ({ from, until }: Days): number => daysBetween(from, until) + 1;

function closed(open: Counting, closedOn: Day, closedBy: 'filled' | 'superseded'): Episode {
  const { since, firingSince, known, lastGap, unknown } = open;
  return firingSince === undefined
    ? { since, closedOn, closedBy, known, lastGap, unknown }
    : { since, firingSince, closedOn, closedBy, known, lastGap, unknown };
}

const episode = ({ since, firingSince, known, lastGap, unknown }: Counting): Episode =>
  firingSince === undefined ? { since, known, lastGap, unknown } : { since, firingSince, known, lastGap, unknown };

/** The worst of today and the `keepDays` known days before it: up at once, down only after the keep days. */
export function severityOn({ known, unknown }: Episode, keepDays: number, which: 'severity' | 'baseSeverity'): Severity {
  const last = known.length - 1;
  return worstUntil({ known, last, until: known[last]!.until }, unknown ? Math.max(keepDays, 1) : keepDays + 1, which);
}

/** State and severity of an episode that is open on a day, without all else that it is on that day. */
export function openSeverityOn(today: Day, { known }: Episode, keepDays: number): OpenSeverity {
  const last = lastIndexUpTo(known, today, ({ from }) => from);
  const until = earlierOf(known[last]!.until, today);
  const isUnknown = until < today;
  return {
    isUnknown,
    severity: worstUntil({ known, last, until }, isUnknown ? Math.max(keepDays, 1) : keepDays + 1, 'severity'),
  };
}

export interface OpenSeverity {
  readonly isUnknown: boolean;
  readonly severity: Severity;
}

/** Of so many known days; an unknown today is not among them, and then the last known day is the least that is looked at. */
function worstUntil(
  { known, last, until }: { readonly known: Episode['known']; readonly last: number; readonly until: Day },
  count: number,
  which: 'severity' | 'baseSeverity',
): Severity {
  let worst: Severity | undefined;
  for (let index = last, left = count; index >= 0 && left > 0 && worst !== 'critical'; index -= 1) {
    const { from, condition, until: end } = known[index]!;
    if (condition.kind === 'gap') worst = rank(condition[which]) > rank(worst) ? condition[which] : worst;
    left -= daysBetween(from, index === last ? until : end) + 1;
  }
  return worst ?? 'watch';
}

const rank = (severity: Severity | undefined): number =>
  severity === undefined ? 0 : severity === 'watch' ? 1 : severity === 'warning' ? 2 : 3;
