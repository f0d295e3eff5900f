import type { EventKind, RecordedEvent, StreamStanding, Subscription } from '@muster/event-log';

/** What this wire asks of the log, which is the authority behind it; libs/postgres answers, and neither knows the other. */
export interface LogBehind {
  /** The position of the last event, 0 where there is none. */
  head(): Promise<number>;
  eventAt(position: number): Promise<RecordedEvent | undefined>;
  /** Whatever was recorded after a position, in order. */
  after(position: number, limit: number): Promise<readonly RecordedEvent[]>;
  /** The next page of a stream after a sequence. */
  page(stream: string, afterSequence: number, limit: number): Promise<readonly RecordedEvent[]>;
  /** The last sequence of each of these streams. */
  headsOf(streams: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Whether anything of a kind was ever recorded. */
  holds(kind: EventKind): Promise<boolean>;
  /** Where a reader's cursors and the streams that it follows stand. */
  standing(reader: string, streams: Subscription['streams']): Promise<readonly StreamStanding[]>;
}
