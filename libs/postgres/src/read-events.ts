import type { RecordedEvent } from '@muster/event-log';
import type { Connection } from './database.js';
import { eventColumns, eventOf, type EventRow } from './event-row.js';

/** An event with its place in the chain. */
export type ChainedEvent = RecordedEvent & { readonly hash: string };

type ChainedRow = EventRow & { readonly hash: string };

const chainedColumns = `${eventColumns}, encode(hash, 'hex') as hash`;

const chainedEventOf = (row: ChainedRow | undefined): ChainedEvent | undefined => row && { ...eventOf(row), hash: row.hash };

export async function eventAt(connection: Connection, position: number): Promise<ChainedEvent | undefined> {
  const text = `select ${chainedColumns} from event_log where position = $1`;
  const { rows } = await connection.query<ChainedRow>({ name: 'event-at', text, values: [position] });
  return chainedEventOf(rows[0]);
}

export async function eventBy(connection: Connection, source: string, id: string): Promise<ChainedEvent | undefined> {
  const text = `select ${chainedColumns} from event_log where source = $1 and id = $2`;
  const { rows } = await connection.query<ChainedRow>({ name: 'event-by', text, values: [source, id] });
  return chainedEventOf(rows[0]);
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
export async function findEvents(connection: Connection, query: EventQuery): Promise<RecordedEvent[]> {
  const { mission, type, from = '', to = '~', upToPosition = Number.MAX_SAFE_INTEGER, limit = noLimit } = query;
  const values = [oneOrMore(mission), from, to, upToPosition, limit];
  const statement =
    type === undefined ? { name: 'events', text: selectEvents() } : { name: 'events-of-type', text: selectOfType };
  if (type !== undefined) values.push(oneOrMore(type));
  const { rows } = await connection.query<EventRow>({ ...statement, values });
  return rows.map(eventOf);
}

/** Sought by stream, type and day, then sorted: the planner is kept from walking the whole log by position instead. */
const selectEvents = (condition = ''): string => `
  with found as materialized (
    select position from event_log
    where stream = any($1) and on_day >= $2 and on_day <= $3 and event_log.position <= $4 ${condition}
  )
  select ${eventColumns} from event_log
  where event_log.position = any(array(select found.position from found order by found.position limit $5))
  order by event_log.position`;

const selectOfType = selectEvents('and type = any($6)');

export interface StreamRange {
  /** The sequence after which to begin; 0 for the whole stream. */
  readonly afterSequence?: number;
  /** Events of a page. */
  readonly limit?: number;
  readonly upToPosition?: number;
}

/** A page ends before the event that would bring it over this, so that a few large returns do not fill the memory. */
const pageBytes = 8_000_000;

const selectPage = `
  select ${eventColumns} from (
    select *, sum(octet_length(data)) over (order by event_log.sequence rows unbounded preceding) - octet_length(data) as bytes_before
    from (select * from event_log where stream = $1 and event_log.sequence > $2 and event_log.position <= $3
          order by event_log.sequence limit $4) as event_log
  ) as event_log
  where bytes_before < $5 order by event_log.sequence`;

/** The next events of a stream, as many as a page holds. */
export async function readPage(connection: Connection, stream: string, range: StreamRange): Promise<RecordedEvent[]> {
  const { afterSequence = 0, limit = 2_000, upToPosition = Number.MAX_SAFE_INTEGER } = range;
  const values = [stream, afterSequence, upToPosition, limit, pageBytes];
  const { rows } = await connection.query<EventRow>({ name: 'page', text: selectPage, values });
  return rows.map(eventOf);
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
export async function readAfter(connection: Connection, position: number, limit: number): Promise<RecordedEvent[]> {
  const { rows } = await connection.query<EventRow>({ name: 'after', text: selectAfter, values: [position, limit] });
  return rows.map(eventOf);
}

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

export async function readHead(connection: Connection): Promise<number> {
  const text = 'select coalesce(max(position), 0)::float8 as head from event_log';
  return (await connection.query<{ head: number }>({ name: 'head', text })).rows[0]?.head ?? 0;
}
