/** An event on its way into the log: a CloudEvent with its data parsed. */
export interface NewEvent {
  readonly source: string;
  readonly id: string;
  /** `muster.<FactName>`. */
  readonly type: string;
  /** The mission's acronym, or `standby`. */
  readonly subject: string;
  readonly data: EventData;
  /** Further CloudEvents attributes and extensions as they were sent (`dataschema`, `time`, `traceparent` …). */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
}

/** Every event's data says the day that it speaks of. */
export type EventData = Readonly<Record<string, unknown>> & { readonly on: string; readonly publishedOn?: string };

/** An event as the log holds it. */
export interface RecordedEvent extends NewEvent {
  /** `MINUSMA` (facts, DayTurned, PolicyAdopted), `MINUSMA/said` (sayings, reports) or `standby`. */
  readonly stream: string;
  /** 1, 2, 3 … over the whole log, in the order in which events become visible. */
  readonly position: number;
  /** 1, 2, 3 … within the stream, without a gap. */
  readonly sequence: number;
  /** ISO 8601, UTC, milliseconds. */
  readonly recordedAt: string;
  /** `publishedOn`, else the UTC day of `recordedAt`. */
  readonly knownOn: string;
  /** SHA-256 over the event and the hash before it in the stream, hexadecimal. */
  readonly hash: string;
}

/** Readers follow streams; a mission has two. */
export const saidStream = (mission: string): string => `${mission}/said`;
export const missionOf = (stream: string): string => stream.split('/')[0] ?? stream;
