/** A fact as the doors show it. */
export interface RecordedFact {
  readonly position: number;
  readonly sequence: number;
  readonly recordedAt: string;
  /** Only where one fact was asked for. */
  readonly hash?: string;
  readonly event: {
    readonly source: string;
    readonly id: string;
    readonly type: string;
    readonly subject: string;
    readonly data: Readonly<Record<string, unknown>> & { readonly on: string; readonly publishedOn?: string };
  };
}

export interface FactsAnswer {
  readonly position: number;
  readonly facts: readonly RecordedFact[];
  /** There are more than the door gives at once. */
  readonly more: boolean;
}
