/** Where a stream stands. */
export interface StreamHead {
  readonly stream: string;
  /** Of its last event; 0 before the first. */
  readonly sequence: number;
  readonly position: number;
  /** Of its last event, hexadecimal. */
  readonly hash: string | null;
  /** The last DayTurned. */
  readonly day: string | null;
  /** Hash of the last PolicyAdopted. */
  readonly policy: string | null;
  /** How many PolicyAdopted it has. */
  readonly policies: number;
}

export const emptyHead = (stream: string): StreamHead => ({
  stream,
  sequence: 0,
  position: 0,
  hash: null,
  day: null,
  policy: null,
  policies: 0,
});
