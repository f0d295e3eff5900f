import { isSaidStream, type RecordedEvent, type StreamStanding, type Subscription } from '@muster/event-log';
import type { Connection } from '../database.js';
import { eventColumns, eventOf, type EventRow } from '../event-row.js';

type Streams = Subscription['streams'];

/** Whether `<mission>/said` streams, others, or both are wanted, as the statements below ask it. */
const saidOrNot: Readonly<Record<Streams, readonly boolean[]>> = { facts: [false], said: [true], both: [false, true] };

export interface Standing {
  /** Of the log, at the same moment. */
  readonly position: number;
  readonly streams: readonly StreamStanding[];
}

/** A parked stream stands at its head: its events are passed over until `replay` sends the reader here again. */
const selectStanding = `
  select head.stream, head.sequence::float8 as head, head.position::float8 as position,
    head.stream like '%/said' = any($2::boolean[]) as wanted,
    cursor.reader is not null as begun,
    case when cursor.error is null then coalesce(cursor.sequence, 0) else head.sequence end::float8 as cursor
  from stream_head as head left join cursor on cursor.stream = head.stream and cursor.reader = $1`;

/** Where every stream and the reader's cursors stand. */
export async function readStanding(connection: Connection, reader: string, streams: Streams): Promise<Standing> {
  const query = { name: 'standing', text: selectStanding, values: [reader, saidOrNot[streams]] };
  const { rows } = await connection.query<StreamStanding & { position: number; wanted: boolean }>(query);
  return {
    position: Math.max(0, ...rows.map(({ position }) => position)),
    streams: rows.filter(({ wanted }) => wanted).map(({ stream, cursor, head, begun }) => ({ stream, cursor, head, begun })),
  };
}

/** The newest position comes even where nothing is found, so that the events of other streams are passed over once. */
const selectNews = `
  select found.*, newest.position::float8 as newest
  from (select coalesce(max(position), 0) as position from event_log) as newest
  left join lateral (
    select ${eventColumns} from event_log
    where event_log.position > $1 and event_log.position <= newest.position and stream like '%/said' = any($2::boolean[])
    order by event_log.position limit $3
  ) as found on true`;

/** Of events without a gap those after a position; undefined where something is missing between. */
export function nextAfter(position: number, events: readonly RecordedEvent[]): readonly RecordedEvent[] | undefined {
  const next = events.filter((event) => event.position > position);
  return next.length === 0 || next[0]?.position === position + 1 ? next : undefined;
}

/** As the statement below asks it. */
export const wantedOf = (events: readonly RecordedEvent[], streams: Streams): readonly RecordedEvent[] =>
  events.filter(({ stream }) => saidOrNot[streams].includes(isSaidStream(stream)));

export interface News {
  readonly events: readonly RecordedEvent[];
  /** Up to which position nothing else is wanted. */
  readonly position: number;
  /** The limit was reached: there may be more. */
  readonly full: boolean;
}

/** What has been recorded since a position in all the streams followed: one statement, whatever their number. */
export async function readNews(
  connection: Connection,
  since: number,
  { streams, limit }: { streams: Streams; limit: number },
): Promise<News> {
  const query = { name: 'news', text: selectNews, values: [since, saidOrNot[streams], limit], rowMode: 'array' as const };
  const { rows } = await connection.query<[...EventRow, newest: number]>(query);
  // Where nothing is found there is one row, whose event is null.
  const events = rows[0]?.[0] === null ? [] : rows.map(eventOf);
  const full = events.length === limit;
  return { events, full, position: full ? (events.at(-1)?.position ?? since) : Math.max(since, rows[0]?.[11] ?? 0) };
}
