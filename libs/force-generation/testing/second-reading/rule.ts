import type { Figures, Severity } from '../../src/alert.js';
import type { Day } from '../../src/day.js';
import type { MissionAsRead, Which } from './mission-as-read.js';

/** "Each key has a condition on each day: gap (with figures), clear or unknown" (rules.md, section 4); over: what it was about ended. */
export type Condition =
  | { readonly is: 'gap'; readonly severity: Severity; readonly baseSeverity: Severity; readonly figures: Figures }
  | { readonly is: 'clear'; readonly figures?: Figures }
  | { readonly is: 'unknown' }
  | { readonly is: 'over' };

/** A row of the table of rules.md, section 3. */
export interface Rule {
  readonly name: string;
  readonly hold: number;
  readonly keep: number;
  readonly subjects: (mission: MissionAsRead) => readonly string[];
  readonly on: (mission: MissionAsRead, subject: string, day: Day) => Condition;
}

export const clear: Condition = { is: 'clear' };
export const unknown: Condition = { is: 'unknown' };
export const over: Condition = { is: 'over' };

export const gapWhere = (severity: Severity | undefined, figures: Figures): Condition =>
  severity === undefined ? { is: 'clear', figures } : { is: 'gap', severity, baseSeverity: severity, figures };

/** The worst of the severities whose threshold is reached; a row without one of them has a dash there. */
export function severityAt(
  count: number,
  [watch, warning, critical]: readonly [number?, number?, number?],
): Severity | undefined {
  if (critical !== undefined && count >= critical) return 'critical';
  if (warning !== undefined && count >= warning) return 'warning';
  return watch !== undefined && count >= watch ? 'watch' : undefined;
}

/** "Comparisons are on whole numbers (100 × missing ≥ 10 × authorized)"; nothing missing is no gap. */
export function severityOfShare(part: number, whole: number, percents: readonly [number, number, number?]): Severity | undefined {
  if (part <= 0) return undefined;
  const [watch, warning, critical] = percents.map((percent) => percent! * whole);
  return severityAt(100 * part, [watch, warning, critical]);
}

/** Unknown "where the two readings (every hold kept, every hold accepted) differ in gap or not, or in severity". */
export const inBothReadings =
  (condition: (mission: MissionAsRead, subject: string, day: Day, which: Which) => Condition): Rule['on'] =>
  (mission, subject, day) => {
    const kept = condition(mission, subject, day, 'kept');
    const accepted = condition(mission, subject, day, 'accepted');
    return told(kept) === told(accepted) ? kept : unknown;
  };

const told = (condition: Condition): string => (condition.is === 'gap' ? condition.severity : condition.is);

/** What is asked only while there is a mandate. */
export const whileMandated =
  (on: Rule['on']): Rule['on'] =>
  (mission, subject, day) =>
    mission.hasMandateEnded(day) ? over : on(mission, subject, day);
