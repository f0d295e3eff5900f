import type { RecordedEvent } from '@muster/event-log';
import type { Connection } from './database.js';
import { eventColumns, eventOf, selectEvents, type EventRow, type EventStatement } from './event-row.js';

/** An event with its place in the chain. */
export type ChainedEvent = RecordedEvent & { readonly hash: string };

const chainedColumns = `${eventColumns}, encode(hash, 'hex') as hash`;

export function eventAt(connection: Connection, position: number): Promise<ChainedEvent | undefined> {
  const text = `select ${chainedColumns} from event_log where position = $1`;
  return selectChained(connection, { name: 'event-at', text, values: [position] });
}

export function eventBy(connection: Connection, source: string, id: string): Promise<ChainedEvent | undefined> {
  const text = `select ${chainedColumns} from event_log where source = $1 and id = $2`;
  return selectChained(connection, { name: 'event-by', text, values: [source, id] });
}

const selectChained = async (connection: Connection, statement: EventStatement): Promise<ChainedEvent | undefined> =>
  (await selectAllChained(connection, statement))[0];

async function selectAllChained(connection: Connection, statement: EventStatement): Promise<ChainedEvent[]> {
  const { rows } = await connection.query<[...EventRow, hash: string]>({ ...statement, rowMode: 'array' });
  return rows.map((row) => ({ ...eventOf(row), hash: row[11] }));
}

/** Facts of missions (or `standby`); all that is given must hold. */
export interface EventQuery {
  readonly mission: string | readonly string[];
  readonly type?: string | readonly string[] | undefined;
  /** First and last day that the facts' `on` may have. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly upToPosition?: number | undefined;
  readonly limit?: number | undefined;
}

const oneOrMore = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value);
const noLimit = 2_147_483_647;

/** In the order of their positions. */
export function findEvents(connection: Connection, query: EventQuery): Promise<ChainedEvent[]> {
  const { mission, type, from = '', to = '~', upToPosition = Number.MAX_SAFE_INTEGER, limit = noLimit } = query;
  const values = [oneOrMore(mission), from, to, upToPosition, limit];
  if (type === undefined) return selectAllChained(connection, { name: 'events', text: selectFacts(), values });
  return selectAllChained(connection, { name: 'events-of-type', text: selectOfType, values: [...values, oneOrMore(type)] });
}

/** Sought by stream, type and day, then sorted: the planner is kept from walking the whole log by position instead. */
const selectFacts = (condition = ''): string => `
  with found as materialized (
    select position from event_log
    where stream = any($1) and on_day >= $2 and on_day <= $3 and event_log.position <= $4 ${condition}
  )
  select ${chainedColumns} from event_log
  where event_log.position = any(array(select found.position from found order by found.position limit $5))
  order by event_log.position`;

const selectOfType = selectFacts('and type = any($6)');

export interface StreamRange {
  /** The sequence after which to begin; 0 for the whole stream. */
  readonly afterSequence?: number;
  readonly upToSequence?: number;
  /** Events of a page. */
  readonly limit?: number;
  readonly upToPosition?: number;
}

/** A page ends before the event that would bring it over this, so that a few large returns do not fill the memory. */
const pageBytes = 8_000_000;

const selectPage = `
  select ${eventColumns} from (
    select page.*, sum(octet_length(data)) over (order by page.sequence rows unbounded preceding) - octet_length(data) as bytes_before
    from (
      select position, stream, sequence, source, id, type, subject, data, attributes, known_on, recorded_at from event_log
      where stream = $1 and event_log.sequence > $2 and event_log.position <= $3 and event_log.sequence <= $4
      order by event_log.sequence limit $5
    ) as page
  ) as event_log
  where bytes_before < $6 order by event_log.sequence`;

/** The next events of a stream, as many as a page holds. */
export function readPage(connection: Connection, stream: string, range: StreamRange): Promise<RecordedEvent[]> {
  const {
    afterSequence = 0,
    limit = 2_000,
    upToPosition = Number.MAX_SAFE_INTEGER,
    upToSequence = Number.MAX_SAFE_INTEGER,
  } = range;
  return selectEvents(connection, {
    name: 'page',
    text: selectPage,
    values: [stream, afterSequence, upToPosition, upToSequence, limit, pageBytes],
  });
}

/** All of a stream from there on, page by page; the next page is on its way while the reader works on this one. */
export async function* readStream(
  connection: Connection,
  stream: string,
  range: StreamRange = {},
): AsyncGenerator<readonly RecordedEvent[]> {
  let page = await readPage(connection, stream, range);
  for (let last = page.at(-1); last !== undefined; last = page.at(-1)) {
    const next = readPage(connection, stream, { ...range, afterSequence: last.sequence });
    // Who stops early never asks for it; whoever goes on meets its error below.
    next.catch(() => undefined);
    yield page;
    page = await next;
  }
}

const selectAfter = `
  select ${eventColumns} from event_log where event_log.position > $1 order by event_log.position limit $2`;

/** Whatever the log holds after a position, in order. */
export const readAfter = (connection: Connection, position: number, limit: number): Promise<RecordedEvent[]> =>
  selectEvents(connection, { name: 'after', text: selectAfter, values: [position, limit] });

export interface StreamPosition {
  readonly stream: string;
  readonly sequence: number;
  readonly position: number;
  /** The last DayTurned; null in `standby` and where things are said. */
  readonly day: string | null;
  /** Hash of the last PolicyAdopted. */
  readonly policy: string | null;
}

export async function readStreams(connection: Connection): Promise<StreamPosition[]> {
  const text = `select stream, sequence::float8 as sequence, position::float8 as position, day, policy from stream_head order by stream`;
  return (await connection.query<StreamPosition>({ name: 'streams', text })).rows;
}

/** One stream, and the one that holds the log's last event: most questions are of one mission, and there may be many. */
export async function readStreamAndLast(connection: Connection, stream: string): Promise<StreamPosition[]> {
  const text = `select stream, sequence::float8 as sequence, position::float8 as position, day, policy from stream_head
    where stream = $1 or position = (select max(position) from event_log)`;
  return (await connection.query<StreamPosition>({ name: 'stream-and-last', text, values: [stream] })).rows;
}

export async function readHead(connection: Connection): Promise<number> {
  const text = 'select coalesce(max(position), 0)::float8 as head from event_log';
  return (await connection.query<{ head: number }>({ name: 'head', text })).rows[0]?.head ?? 0;
}

/** The last sequence of each of these streams. */
export async function readHeads(connection: Connection, streams: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const text = 'select stream, sequence::float8 as sequence from stream_head where stream = any($1)';
  const { rows } = await connection.query<{ stream: string; sequence: number }>({ name: 'heads', text, values: [streams] });
  return new Map(rows.map(({ stream, sequence }) => [stream, sequence]));
}
