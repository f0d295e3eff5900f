import { canonicalJson, type EventData } from '@muster/contracts';
import { chainHash } from './append/chain-hash.js';
import { keyOf, streamOf } from './append/prepared-event.js';
import type { Connection, Database } from './database.js';

/** The first thing wrong with a stream, or with the order of the whole log, where `stream` is null. */
export interface BrokenChain {
  readonly stream: string | null;
  /** Null where a cursor or a head is wrong, not an event. */
  readonly position: number | null;
  readonly problem: string;
}

export interface ChainReport {
  readonly streams: number;
  readonly events: number;
  /** By position; empty where all is well. */
  readonly broken: readonly BrokenChain[];
}

/** Walks every stream as of one moment and recomputes its hashes from the text that is stored. */
export function verifyChains(database: Database): Promise<ChainReport> {
  return database.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    const heads = await readHeads(tx);
    const broken: BrokenChain[] = [];
    let events = 0;
    for (const head of heads) {
      const walked = await walk(tx, head);
      events += walked.events;
      if (walked.broken !== undefined) broken.push(walked.broken);
    }
    broken.push(...(await strayEvents(tx)), ...(await missingPositions(tx)), ...(await cursorsAhead(tx)));
    return { streams: heads.length, events, broken: broken.sort((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity)) };
  });
}

interface Head {
  readonly stream: string;
  readonly sequence: number;
  readonly position: number;
  readonly hash: string;
}

interface StoredEvent extends Head {
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly data: string;
  readonly key: string | null;
  readonly on_day: string;
  readonly published_on: string | null;
  readonly known_on: string;
  readonly recorded_at: string;
}

async function readHeads(connection: Connection): Promise<Head[]> {
  const text = `select stream, sequence::float8 as sequence, position::float8 as position, encode(hash, 'hex') as hash
    from stream_head order by stream`;
  return (await connection.query<Head>(text)).rows;
}

const selectStored = `
  select position::float8 as position, stream, sequence::float8 as sequence, source, id, type, subject, data, key,
    on_day, published_on, known_on, recorded_at, encode(hash, 'hex') as hash
  from event_log where stream = $1 and event_log.sequence > $2 order by event_log.sequence limit 1000`;

async function walk(connection: Connection, head: Head): Promise<{ events: number; broken?: BrokenChain }> {
  let before = { sequence: 0, position: 0, hash: null as string | null };
  for (;;) {
    const { rows } = await connection.query<StoredEvent>({
      name: 'stored',
      text: selectStored,
      values: [head.stream, before.sequence],
    });
    for (const event of rows) {
      const problem = problemOf(event, before);
      if (problem !== undefined)
        return { events: before.sequence, broken: { stream: head.stream, position: event.position, problem } };
      before = event;
    }
    if (rows.length === 0) return { events: before.sequence, ...endsAt(head, before) };
  }
}

/** What is wrong with an event, given the one before it in its stream. */
function problemOf(event: StoredEvent, before: { sequence: number; position: number; hash: string | null }): string | undefined {
  const { stream, position, sequence } = event;
  const place = `${stream}: position ${position}`;
  if (sequence !== before.sequence + 1) return `${place} has sequence ${sequence} after ${before.sequence}`;
  if (position <= before.position) return `${place} comes after position ${before.position}`;
  if (event.hash !== chainHash({ ...event, recordedAt: event.recorded_at }, before.hash))
    return `${place} does not match its hash`;
  const column = strayColumn(event);
  return column === undefined ? undefined : `${place}: column ${column} does not say what its event says`;
}

/** The columns beside the event are for finding it; the hash does not cover them, so they are compared with it. */
function strayColumn(event: StoredEvent): string | undefined {
  const data = JSON.parse(event.data) as EventData;
  const publishedOn = data.publishedOn ?? null;
  if (canonicalJson(data) !== event.data) return 'data';
  if (streamOf(event) !== event.stream) return 'stream';
  if (keyOf({ ...event, data }) !== event.key) return 'key';
  if (data.on !== event.on_day) return 'on_day';
  if (publishedOn !== event.published_on) return 'published_on';
  return event.known_on === (publishedOn ?? event.recorded_at.slice(0, 10)) ? undefined : 'known_on';
}

function endsAt(head: Head, last: { sequence: number; position: number; hash: string | null }): { broken?: BrokenChain } {
  if (head.sequence === last.sequence && head.position === last.position && head.hash === last.hash) return {};
  const problem = `${head.stream}: its head is at sequence ${head.sequence}, its last event at ${last.sequence}`;
  return { broken: { stream: head.stream, position: null, problem } };
}

async function strayEvents(connection: Connection): Promise<BrokenChain[]> {
  const { rows } = await connection.query<{ stream: string; position: number }>(
    `select stream, min(position)::float8 as position from event_log
     where not exists (select from stream_head where stream_head.stream = event_log.stream) group by stream order by stream`,
  );
  return rows.map(({ stream, position }) => ({ stream, position, problem: `${stream}: the stream has events and no head` }));
}

async function missingPositions(connection: Connection): Promise<BrokenChain[]> {
  const { rows } = await connection.query<{ position: number; before: number }>(
    `select position::float8 as position, before::float8 as before
     from (select position, lag(position, 1, 0::bigint) over (order by event_log.position) as before from event_log) as neighbours
     where position <> before + 1 order by neighbours.position limit 1`,
  );
  return rows.map(({ position, before }) => ({
    stream: null,
    position: before + 1,
    problem: `position ${before + 1} is missing: ${position} follows ${before}`,
  }));
}

async function cursorsAhead(connection: Connection): Promise<BrokenChain[]> {
  const { rows } = await connection.query<{ reader: string; stream: string; sequence: number; head: number }>(
    `select reader, cursor.stream, cursor.sequence::float8 as sequence, coalesce(head.sequence, 0)::float8 as head
     from cursor left join stream_head as head on head.stream = cursor.stream
     where cursor.sequence > coalesce(head.sequence, 0) order by reader, cursor.stream`,
  );
  return rows.map(({ reader, stream, sequence, head }) => ({
    stream,
    position: null,
    problem: `${stream}: cursor ${sequence} of ${reader} is past the log's ${head}`,
  }));
}
