import { Injectable } from '@nestjs/common';
import type { EventKind, RecordedEvent, StreamStanding, Subscription } from '@muster/event-log';
import { Database } from '../database.js';
import { eventAt, readAfter, readHead, readHeads, readPage } from '../read-events.js';
import { readHolds } from './read-holds.js';
import { readStanding } from './feed-reads.js';

/** What a wire of its own reads of the log, which is the authority behind it. */
@Injectable()
export class WireLog {
  constructor(private readonly database: Database) {}

  /** The position of the last event, 0 where there is none. */
  head(): Promise<number> {
    return readHead(this.database.pool);
  }

  eventAt(position: number): Promise<RecordedEvent | undefined> {
    return eventAt(this.database.pool, position);
  }

  /** Whatever was recorded after a position, in order. */
  after(position: number, limit: number): Promise<RecordedEvent[]> {
    return readAfter(this.database.pool, position, limit);
  }

  /** The next page of a stream after a sequence. */
  page(stream: string, afterSequence: number, limit: number): Promise<RecordedEvent[]> {
    return readPage(this.database.pool, stream, { afterSequence, limit });
  }

  /** The last sequence of each of these streams. */
  headsOf(streams: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return readHeads(this.database.pool, streams);
  }

  /** Whether anything of a kind was ever recorded. */
  holds(kind: EventKind): Promise<boolean> {
    return readHolds(this.database.pool, kind);
  }

  async standing(reader: string, streams: Subscription['streams']): Promise<readonly StreamStanding[]> {
    return (await readStanding(this.database.pool, reader, streams)).streams;
  }
}
