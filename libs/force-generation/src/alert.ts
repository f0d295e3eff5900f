import type { Day } from './day.js';

export const severities = ['watch', 'warning', 'critical'] as const;
export type Severity = (typeof severities)[number];

export const alertStates = ['firing', 'acknowledged', 'unknown'] as const;
/** States in which an alert is open. */
export type AlertState = (typeof alertStates)[number];

/** The mandated task that a gap holds back. `date` is the task's `until`, else its `from`. */
export interface TaskHeldBack {
  readonly task: string;
  readonly title: string;
  readonly rank: number;
  readonly date: Day;
}

export type FigureValue = number | string | null | { readonly [name: string]: FigureValue };
export type Figures = Readonly<Record<string, FigureValue>>;

export interface Acknowledgement {
  readonly owner: string;
  readonly note: string;
  readonly plannedFillBy: Day;
  readonly on: Day;
}

/**
 * An open alert as the doors show it, less `revision` and `upTo`, which only a saying has. It holds no age and no count of days
 * from today: readers compute them from `since`, else every open alert would change at midnight.
 */
export interface Alert {
  /** `MISSION/rule/subject`. */
  readonly key: string;
  readonly mission: string;
  readonly rule: string;
  readonly subject: string;
  readonly state: AlertState;
  readonly severity: Severity;
  /** Before the step for a mandated task of rank 1 or 2. */
  readonly baseSeverity: Severity;
  /** First gap day of the episode. */
  readonly since: Day;
  /** The day on which the hold was over. */
  readonly firingSince: Day;
  readonly figures: Figures;
  readonly task?: TaskHeldBack;
  readonly requiredBy?: Day;
  readonly reason: string;
  readonly action: string;
  readonly owner: string;
  readonly acknowledged?: Acknowledgement;
  /** True once the day planned for filling has passed with the gap still open. */
  readonly reopened?: true;
  readonly silencedUntil?: Day;
  /** SHA-256 of the policy table that it was decided under. */
  readonly policy: string;
}

export const sayingNames = ['AlertRaised', 'AlertChanged', 'AlertUnknown', 'AlertReopened', 'AlertResolved'] as const;
export type SayingName = (typeof sayingNames)[number];

export const resolutions = ['filled', 'superseded', 'policy', 'corrected'] as const;
/** Why an alert is over. */
export type Resolution = (typeof resolutions)[number];

/** An alert published on the log: the alert, what it was before, and what made the difference. */
export interface Saying {
  readonly name: SayingName;
  /** The mission's last DayTurned. */
  readonly on: Day;
  /** 1, 2, 3 … per key, for ever. */
  readonly revision: number;
  /** The position up to which facts were folded. */
  readonly upTo: number;
  /** Positions of the facts that made the difference. */
  readonly causes: readonly number[];
  readonly alert: Alert;
  readonly previous?: Alert;
  readonly resolution?: Resolution;
}
