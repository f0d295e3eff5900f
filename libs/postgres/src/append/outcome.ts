/**
 * What became of an event. `known`: the same content was recorded before, at `position`. `conflict`: other content was recorded
 * there under this source and id.
 */
export interface Outcome {
  readonly source: string;
  readonly id: string;
  readonly outcome: 'recorded' | 'known' | 'conflict';
  readonly position: number;
}

/** The day and the policy that facts are recorded under. */
export interface AppendedAt {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly policy: { readonly hash: string; readonly table: unknown };
}
