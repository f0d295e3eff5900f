/**
 * One figure or phrase that a report says otherwise than before: where it stands (RFC 6901), or stood where there is none of it any more,
 * what it was and what it is.
 */
export interface ReportChange {
  readonly path: string;
  readonly was: unknown;
  readonly is: unknown;
}

/** What a corrigendum says otherwise than what it corrects, and the facts that came late. */
export interface Corrections {
  readonly changes: readonly ReportChange[];
  /** Changes beyond those listed. */
  readonly moreChanges: number;
  /** Positions. */
  readonly facts: readonly number[];
}
