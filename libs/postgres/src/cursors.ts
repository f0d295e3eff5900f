import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@muster/contracts';
import { saidStream, type RecordedEvent } from '@muster/event-log';
import { appendEvents, planEvents, type PlannedAppend } from './append/append-events.js';
import { LogWriter } from './append/log-writer.js';
import type { CursorMove } from './append/insert.js';
import { Database, type Transaction } from './database.js';
import { readPage } from './read-events.js';

/** `parked`: the stream waits for `replay`, so its events were passed over. `known`: all of them had been handled before. */
export type Handled = 'handled' | 'known' | 'parked';

/**
 * Reads and writes through `tx` only: work that waits for a second connection can wait for ever once all of them work. What it gives
 * is recorded with the cursor; sayings need no day and no policy.
 */
export type Work = (tx: Transaction, events: readonly RecordedEvent[]) => Promise<readonly CloudEvent[] | void>;

/** Why a stream waits: the fact that broke its reader, and how. */
export interface ParkingError {
  readonly position: number;
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly message: string;
}

export interface ParkedStream {
  readonly reader: string;
  readonly stream: string;
  /** The last event that was handled. */
  readonly sequence: number;
  readonly error: ParkingError;
  /** ISO 8601. */
  readonly since: string;
}

export interface ReaderLag {
  readonly reader: string;
  readonly stream: string;
  /** Events that the stream has after the reader's cursor. */
  readonly behind: number;
}

/** Tells the feeds that a parked stream goes on; its payload is the reader. */
export const replayChannel = 'muster_replay';

/** Another process has moved or parked the stream since this one did; what was worked out meanwhile is void, and the next try asks. */
export class CursorMoved extends Error {
  override readonly name = 'CursorMoved';
}

/** Events that are read from the log in one transaction where a batch begins further on than its cursor. */
const refillLimit = 2_000;

/** Where each reader stands in each stream; a cursor moves in the transaction that holds the work it stands for. */
@Injectable()
export class Cursors {
  private readonly writer: LogWriter;
  /** Where this process has left the cursors that nobody else should have moved since, by reader and stream. */
  private readonly left = new Map<string, number>();

  constructor(private readonly database: Database) {
    this.writer = new LogWriter(database);
  }

  /**
   * Gives `work` each event of the stream exactly once, in order: what has been handled is dropped, what is missing before the
   * batch is read from the log, and the cursor is stored with whatever `work` writes through its transaction. A batch that follows
   * on what this process handled last is worked on while the cursor is asked for: throws `CursorMoved` where it was moved.
   */
  async once(reader: string, stream: string, batch: readonly RecordedEvent[], work: Work): Promise<Handled> {
    const last = batch.at(-1)?.sequence ?? 0;
    let handled: Handled = 'known';
    for (;;) {
      const step = await this.step({ reader, stream, batch, work });
      if (step.events > 0) handled = 'handled';
      if (step.parked) return 'parked';
      if (step.cursor >= last) return handled;
    }
  }

  /** Work on what was handled up to here, with the cursor locked; none where the stream is parked or nothing of it was handled. */
  async whereItStands(
    reader: string,
    stream: string,
    work: (tx: Transaction, sequence: number) => Promise<readonly CloudEvent[] | void>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { sequence, parked } = await lockCursor(tx, reader, stream);
      if (!parked && sequence > 0) await appendEvents(tx, (await work(tx, sequence)) ?? []);
    });
  }

  /** The stream waits with its cursor where it is; the next `once` passes it over. */
  async park(reader: string, stream: string, error: ParkingError): Promise<void> {
    this.left.delete(keyOf(reader, stream));
    const text = `insert into cursor (reader, stream, sequence, error) values ($1, $2, 0, $3)
      on conflict (reader, stream) do update set error = excluded.error, updated_at = now()`;
    await this.database.pool.query({ name: 'park', text, values: [reader, stream, JSON.stringify(error)] });
  }

  async parked(): Promise<ParkedStream[]> {
    const text = `select reader, stream, sequence::float8 as sequence, error,
        to_char(updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since
      from cursor where error is not null order by reader, stream`;
    return (await this.database.pool.query<ParkedStream>({ name: 'parked', text })).rows;
  }

  /** A mission's parked streams go on from where they stand, for one reader or for all; says which they are. */
  async replay(mission: string, reader?: string): Promise<{ reader: string; stream: string }[]> {
    const text = `with resumed as (
        update cursor set error = null, updated_at = now()
        where stream = any($1) and error is not null and ($2::text is null or reader = $2) returning reader, stream
      )
      select reader, stream, pg_notify('${replayChannel}', reader) from resumed`;
    const values = [[mission, saidStream(mission)], reader ?? null];
    const { rows } = await this.database.pool.query<{ reader: string; stream: string }>({ name: 'replay', text, values });
    return rows.map(({ reader: resumed, stream }) => ({ reader: resumed, stream }));
  }

  /** How far each reader is behind in each stream of the kind that it reads, also in those that it has not begun. */
  async lags(): Promise<ReaderLag[]> {
    const text = `select readers.reader, head.stream, (head.sequence - coalesce(cursor.sequence, 0))::float8 as behind
      from (select distinct reader, stream like '%/said' as said from cursor) as readers
      join stream_head as head on (head.stream like '%/said') = readers.said
      left join cursor on cursor.reader = readers.reader and cursor.stream = head.stream
      order by readers.reader, head.stream`;
    return (await this.database.pool.query<ReaderLag>({ name: 'lags', text })).rows;
  }

  /** By reader: for how long the oldest event has waited that it has still to handle; 0 where there is none. */
  async ages(): Promise<{ reader: string; seconds: number }[]> {
    const text = `select readers.reader, coalesce(extract(epoch from now() - min(event_log.recorded_at::timestamptz)), 0)::float8 as seconds
      from (select distinct reader, stream like '%/said' as said from cursor) as readers
      join stream_head as head on (head.stream like '%/said') = readers.said
      left join cursor on cursor.reader = readers.reader and cursor.stream = head.stream
      left join event_log on event_log.stream = head.stream and event_log.sequence = coalesce(cursor.sequence, 0) + 1
      group by readers.reader order by readers.reader`;
    return (await this.database.pool.query<{ reader: string; seconds: number }>({ name: 'ages', text })).rows;
  }

  private async step(call: Call): Promise<Step> {
    const { step, position } = await this.database.transactionEndingWith(
      (tx) => this.work(tx, call),
      async (tx, step) => ({ step, position: await this.end(tx, step) }),
    );
    if (step.planned?.assumed !== undefined && position === undefined) await this.recordAgain(step);
    else if (step.planned !== undefined) this.writer.committed(step.planned, position);
    if (step.events > 0) this.left.set(keyOf(call.reader, call.stream), step.move.sequence);
    return step;
  }

  private async work(tx: Transaction, { reader, stream, batch, work }: Call): Promise<Step> {
    const { sequence, parked, events, done } = await this.begun(tx, { reader, stream, batch, work });
    const last = events.at(-1)?.sequence;
    const move = { reader, stream, sequence: last ?? sequence };
    if (last === undefined) return { move, from: sequence, cursor: Infinity, events: 0, parked, said: [] };
    const said = done ?? (await work(tx, events)) ?? [];
    const planned = said.length === 0 ? undefined : (this.writer.planFromMemory(said) ?? (await planEvents(tx, said)));
    return { move, from: sequence, cursor: last, events: events.length, parked, said, ...(planned && { planned }) };
  }

  /** Where the cursor stands and what comes after it; `done` is the work on it, where that could begin at once. */
  private async begun(tx: Transaction, { reader, stream, batch, work }: Call): Promise<Begun> {
    const key = keyOf(reader, stream);
    const left = this.left.get(key);
    this.left.delete(key);
    if (left === undefined || batch[0]?.sequence !== left + 1) {
      const { sequence, parked } = await lockCursor(tx, reader, stream);
      return { sequence, parked, events: parked ? [] : await eventsAfter(tx, { stream, sequence, batch }) };
    }
    const [{ sequence, parked }, done] = await Promise.all([lockCursor(tx, reader, stream), work(tx, batch)]);
    if (parked || sequence !== left) throw new CursorMoved(`${stream}: ${reader} was moved on from ${left} by another process`);
    return { sequence, parked, events: batch, done: done ?? [] };
  }

  private async end(tx: Transaction, { events, move, planned }: Step): Promise<number | undefined> {
    if (planned !== undefined && planned.last.rows.length > 0) return this.writer.write(tx, planned, move);
    if (events > 0) await storeCursor(tx, move);
    return undefined;
  }

  /** Somebody else wrote to the stream since: nothing was stored. What was said stands as long as the cursor is where it was. */
  private async recordAgain(step: Step): Promise<void> {
    const { move, from, said } = step;
    const { planned, position } = await this.database.transactionEndingWith(
      async (tx) => {
        const { sequence, parked } = await lockCursor(tx, move.reader, move.stream);
        if (parked || sequence !== from)
          throw new Error(`${move.stream}: ${move.reader} was moved on from ${from} by another process`);
        return planEvents(tx, said);
      },
      async (tx, planned) => ({ planned, position: await this.end(tx, { ...step, planned }) }),
    );
    this.writer.committed(planned, position);
  }
}

interface Call {
  readonly reader: string;
  readonly stream: string;
  readonly batch: readonly RecordedEvent[];
  readonly work: Work;
}

interface Begun {
  readonly sequence: number;
  readonly parked: boolean;
  readonly events: readonly RecordedEvent[];
  readonly done?: readonly CloudEvent[];
}

/** What was done in one transaction, or is done at its end. */
interface Step {
  readonly move: CursorMove;
  /** Where the cursor stood. */
  readonly from: number;
  readonly cursor: number;
  readonly events: number;
  readonly parked: boolean;
  readonly said: readonly CloudEvent[];
  readonly planned?: PlannedAppend;
}

/** The row is locked to the end of the transaction: a second owner of the stream waits, then finds the events handled. */
async function lockCursor(tx: Transaction, reader: string, stream: string): Promise<{ sequence: number; parked: boolean }> {
  const text = `select sequence::float8 as sequence, error is not null as parked from cursor where reader = $1 and stream = $2 for update`;
  const query = { name: 'lock-cursor', text, values: [reader, stream] };
  const { rows } = await tx.query<{ sequence: number; parked: boolean }>(query);
  if (rows[0] !== undefined) return rows[0];
  const insert = 'insert into cursor (reader, stream, sequence) values ($1, $2, 0) on conflict do nothing';
  await tx.query({ name: 'insert-cursor', text: insert, values: [reader, stream] });
  return lockCursor(tx, reader, stream);
}

/** What comes next after the cursor: from the batch where it follows on, else from the log, a part at a time. */
async function eventsAfter(
  tx: Transaction,
  { stream, sequence, batch }: { stream: string; sequence: number; batch: readonly RecordedEvent[] },
): Promise<readonly RecordedEvent[]> {
  const fresh = batch.filter((event) => event.sequence > sequence);
  const [first] = fresh;
  if (first === undefined || first.sequence === sequence + 1) return fresh;
  const missing = await readPage(tx, stream, {
    afterSequence: sequence,
    limit: Math.min(refillLimit, first.sequence - 1 - sequence),
  });
  if (missing[0]?.sequence !== sequence + 1) throw new Error(`${stream}: the log holds no sequence ${sequence + 1}`);
  return missing.at(-1)?.sequence === first.sequence - 1 ? [...missing, ...fresh] : missing;
}

async function storeCursor(tx: Transaction, { reader, stream, sequence }: CursorMove): Promise<void> {
  const text = 'update cursor set sequence = $3, updated_at = now() where reader = $1 and stream = $2';
  await tx.query({ name: 'store-cursor', text, values: [reader, stream, sequence] });
}

const keyOf = (reader: string, stream: string): string => `${reader} ${stream}`;
