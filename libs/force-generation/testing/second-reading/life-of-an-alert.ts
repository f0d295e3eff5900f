import type { Figures, Severity } from '../../src/alert.js';
import type { Day } from '../../src/day.js';
import type { Condition, Rule } from './rule.js';

/** A gap with its hold and keep days: what a person with a calendar and a pencil would note of it. */
export interface Episode {
  readonly since: Day;
  firingSince?: Day;
  closedOn?: Day;
  gapDays: number;
  /** Since its last gap day. */
  clearDays: number;
  readonly conditions: Condition[];
}

type Known = Extract<Condition, { is: 'gap' | 'clear' }>;
const isKnown = (condition: Condition): condition is Known => condition.is === 'gap' || condition.is === 'clear';

/** "The life of an alert" (rules.md, section 4), one day after the other. "Days are counted before the day looked at." */
export function lifeOf(
  { hold, keep }: Pick<Rule, 'hold' | 'keep'>,
  days: Iterable<readonly [Day, Condition]>,
): readonly Episode[] {
  const episodes: Episode[] = [];
  let open: Episode | undefined;
  for (const [day, condition] of days) {
    if (open !== undefined && isClosed(open, condition, keep)) {
      open.closedOn = day;
      open = undefined;
    }
    if (condition.is === 'gap' && open === undefined) {
      open = { since: day, gapDays: 0, clearDays: 0, conditions: [] };
      episodes.push(open);
    }
    if (open !== undefined) live(open, day, condition, hold);
  }
  return episodes;
}

/** "Closed on day d if at least `keep` clear days lie between its last gap day and d, whatever d is (keep 0: on the first clear day)." */
const isClosed = ({ clearDays }: Episode, today: Condition, keep: number): boolean =>
  today.is === 'over' || (keep === 0 ? today.is === 'clear' : clearDays >= keep);

/** "Fires if at least `hold` of its earlier days were gap days and d is itself a gap day"; "unknown days stop both clocks." */
function live(episode: Episode, day: Day, condition: Condition, hold: number): void {
  if (condition.is === 'gap') {
    if (episode.gapDays >= hold) episode.firingSince ??= day;
    episode.gapDays += 1;
    episode.clearDays = 0;
  }
  if (condition.is === 'clear') episode.clearDays += 1;
  episode.conditions.push(condition);
}

export const isUnknown = ({ conditions }: Episode): boolean => conditions.at(-1)!.is === 'unknown';

/** "The highest of today and the `keep` known days before it (clear days count as none)"; on an unknown day of those before it. */
export function severityOf(episode: Episode, keep: number, which: 'severity' | 'baseSeverity'): Severity | undefined {
  const days = isUnknown(episode) ? Math.max(keep, 1) : keep + 1;
  const looked = episode.conditions.filter(isKnown).slice(-days);
  const found = new Set(looked.map((condition) => (condition.is === 'gap' ? condition[which] : undefined)));
  return (['critical', 'warning', 'watch'] as const).find((severity) => found.has(severity));
}

/** "Figures are those of the last known day, clear days included." */
export const figuresOf = ({ conditions }: Episode): Figures => conditions.findLast(isKnown)?.figures ?? {};
