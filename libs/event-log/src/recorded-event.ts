import { reportTypes, type CloudEvent } from '@muster/contracts';

/** An event as the log holds it. */
export interface RecordedEvent extends CloudEvent {
  /** `MINUSMA` (facts, DayTurned, PolicyAdopted), `MINUSMA/said` (sayings, reports), `ALL/said` (reports over all missions) or `standby`. */
  readonly stream: string;
  /** 1, 2, 3 … over the whole log, in the order in which events become visible. */
  readonly position: number;
  /** 1, 2, 3 … within the stream, without a gap. */
  readonly sequence: number;
  /** ISO 8601, UTC, milliseconds. */
  readonly recordedAt: string;
  /** `publishedOn`, else the UTC day of `recordedAt`. */
  readonly knownOn: string;
  /** SHA-256 over the event and the hash before it in the stream, hexadecimal; the log's own reads of single events bear it. */
  readonly hash?: string;
}

/** Pledges without a mission are facts too, in a stream of their own. */
export const standby = 'standby';

/** Readers follow streams; a mission has two. */
export const saidStream = (mission: string): string => `${mission}/said`;
export const missionOf = (stream: string): string => stream.split('/')[0] ?? stream;
export const isSaidStream = (stream: string): boolean => stream.endsWith('/said');

/** Whatever is recorded: facts in a mission's stream or in `standby`; sayings and reports, both in `<mission>/said`. */
export type EventKind = 'facts' | 'sayings' | 'reports';

const typesOfReports: ReadonlySet<string> = new Set(reportTypes);

export const kindOf = ({ stream, type }: Pick<RecordedEvent, 'stream' | 'type'>): EventKind => {
  if (!isSaidStream(stream)) return 'facts';
  return typesOfReports.has(type) ? 'reports' : 'sayings';
};
