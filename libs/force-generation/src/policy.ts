import type { Severity } from './alert.js';

/** Thresholds of one rule: per cent, days or points as its sentence says; a severity that is absent is never reached. */
export type Thresholds = Readonly<Partial<Record<Severity, number>>>;

/** Per cent of women by year, of personnel types by the subject that the rule names them by; staff officers and experts are one group. */
export type WomenTargets = Readonly<
  Record<string, Readonly<Record<'troops' | 'officers-and-experts' | 'formed-police' | 'individual-police', number>>>
>;

export interface RulePolicy {
  readonly thresholds: Thresholds;
  /** Earlier gap days that an episode needs before it fires. */
  readonly holdDays: number;
  /** Clear days that must lie behind the last gap day before an episode is closed. */
  readonly keepDays: number;
}

/**
 * Every number that Muster decides by. Version 1; the sources are rules.md sections 3 and 4 of the design, which follow the
 * published reports: women's targets from the Uniformed Gender Parity Strategy, the readiness periods from the PCRS guidelines.
 */
export const policyV1 = {
  version: 1,
  rules: {
    /** Per cent of the authorized strength that is missing. */
    'ceiling-shortfall': { thresholds: { watch: 5, warning: 10, critical: 20 }, holdDays: 30, keepDays: 30 },
    /** Per cent over the authorized strength; at watch, more than that. */
    'ceiling-exceeded': { thresholds: { watch: 0, warning: 2, critical: 10 }, holdDays: 60, keepDays: 30 },
    /** Days since the increase took effect. */
    'authorized-not-deployed': {
      thresholds: { warning: 90, critical: 180 },
      holdDays: 0,
      keepDays: 0,
      /** An increase counts from this part of the previous ceiling on, in per cent. */
      increasePercent: 1,
      /** The increase is on its way once this part of it is there, in per cent. */
      therePercent: 10,
    },
    /** The least severe step is reached where commitments come at most `lateDays` late. */
    'capability-gap': { thresholds: {}, holdDays: 14, keepDays: 0, lookAheadDays: 180, lateDays: 30, personnelPercent: 90 },
    /** Per cent of the unit's required personnel that is missing. */
    'unit-understrength': { thresholds: { watch: 5, warning: 10, critical: 25 }, holdDays: 30, keepDays: 30 },
    /** Per cent of the required equipment that is not serviceable. */
    'equipment-shortfall': { thresholds: { watch: 10, warning: 20, critical: 40 }, holdDays: 0, keepDays: 0, staleDays: 180 },
    /** Days to the last day of the pledge. */
    'pledge-lapsing': { thresholds: { watch: 60, warning: 30, critical: 0 }, holdDays: 0, keepDays: 0 },
    /** Days in one stage. */
    'pledge-stalled': {
      thresholds: { watch: 90, warning: 180, critical: 365 },
      holdDays: 0,
      keepDays: 0,
      /** Days over the response time of a selected pledge at the rapid deployment level: those of any overdue deployment. */
      rapidThresholds: { watch: 1, warning: 30, critical: 90 },
      /** The response time where the pledge says none. */
      rapidResponseDays: 60,
    },
    'caveat-conflict': { thresholds: {}, holdDays: 0, keepDays: 0 },
    /** Per cent of the capability's persons in the mission that one contributor or partner sends. */
    dependency: { thresholds: { watch: 50, warning: 66, critical: 100 }, holdDays: 30, keepDays: 30 },
    /** Days since the planned day of arrival. */
    'deployment-overdue': { thresholds: { watch: 1, warning: 30, critical: 90 }, holdDays: 0, keepDays: 0 },
    /** Days uncovered between the one that leaves and the one that follows; departures further ahead than `lookAheadDays` wait. */
    'hand-over-gap': { thresholds: { watch: 1, warning: 14, critical: 45 }, holdDays: 0, keepDays: 0, lookAheadDays: 365 },
    /** Days since the planned day of the rotation, else since the end of the tour. */
    'rotation-overdue': { thresholds: { watch: 1, warning: 30, critical: 90 }, holdDays: 0, keepDays: 0 },
    /** Points by which the share of women is under the target of the year; a year without a sourced target raises nothing. */
    'women-below-target': {
      thresholds: { watch: 0.5, warning: 5 },
      holdDays: 30,
      keepDays: 30,
      /** Uniformed Gender Parity Strategy 2018–2028: what is to be reached by 2028. No source gives the years before it. */
      targets: {
        '2028': { troops: 15, 'officers-and-experts': 25, 'formed-police': 20, 'individual-police': 30 },
      } as WomenTargets,
    },
    /** Days since the newest as-at day. */
    'return-missing': { thresholds: { watch: 75, warning: 110, critical: 140 }, holdDays: 0, keepDays: 0 },
    'return-suspect': { thresholds: {}, holdDays: 0, keepDays: 0 },
    /** Per cent of the returned strength by which units exceed their cells. */
    'sources-disagree': { thresholds: { watch: 10, warning: 20, critical: 40 }, holdDays: 0, keepDays: 0 },
    /** Days to the end of the mandate. */
    'mandate-ending': { thresholds: { watch: 60, warning: 30, critical: 7 }, holdDays: 0, keepDays: 0 },
    /** Days after the day by which the drawdown was to end. */
    'strength-after-drawdown': { thresholds: { warning: 0, critical: 90 }, holdDays: 30, keepDays: 0 },
  },
  returns: {
    /** From this many days after its newest return on, a mission's head-count is stale. */
    staleDays: 140,
    /** Returns further apart than this are not compared. */
    comparableDays: 62,
    moved: { lossPersons: 100, leftPercent: 25, matchPercent: 10, hadPercent: 10, acceptedAtReading: 3 },
    lost: { persons: 100, strengthPercent: 5, restPercent: 5, acceptedAtReading: 2 },
    type: { persons: 20, leftPercent: 25, restPercent: 98, acceptedAtReading: 3 },
    sexes: { persons: 50, totalPercent: 10, sharePoints: 50, acceptedAtReading: 3 },
    /** An announcement explains a fall from this part of it on, in per cent. */
    explainedPercent: 80,
  },
  mission: {
    /** A mission is active until this many days after its newest return. */
    activeDays: 730,
  },
  tasks: {
    /** A task of this rank or a lower number raises the severity of what holds it back. */
    raisingRank: 2,
    /** Its window counts from this many days before it opens. */
    opensWithinDays: 90,
  },
} as const;

type Widened<T> = T extends number ? number : { readonly [K in keyof T]: Widened<T[K]> };

/** A policy table: the same members as version 1 with other numbers. */
export type PolicyTable = Widened<typeof policyV1>;
export type RuleName = keyof PolicyTable['rules'];

/** The hash is SHA-256 over the table as canonical JSON (RFC 8785). */
export interface AdoptedPolicy {
  readonly hash: string;
  readonly table: PolicyTable;
}
