/** Where a reader stands in a stream. */
export interface StreamStanding {
  readonly stream: string;
  /** The reader's cursor; that of a parked stream counts as its head, since its events are passed over. */
  readonly cursor: number;
  /** The last sequence that the log holds. */
  readonly head: number;
  /** Whether the reader has a cursor here at all. */
  readonly begun: boolean;
}
