import type { Connection, Transaction } from '../database.js';
import { eventLogLock } from '../advisory-locks.js';
import type { KnownEvent, LogState } from './plan-append.js';
import type { PreparedEvent } from './prepared-event.js';
import type { StreamHead } from './stream-head.js';

const head = `json_build_object('stream', stream, 'sequence', sequence, 'position', position, 'hash', encode(hash, 'hex'),
  'day', day, 'policy', policy, 'policies', policies)`;

/** One statement for one round trip, since the log is locked while it runs. */
const selectLogState = `
  select
    (select coalesce(max(position), 0)::float8 from event_log) as position,
    (select coalesce(json_agg(${head}), '[]') from stream_head where stream = any($1)) as heads,
    (select coalesce(json_agg(recorded), '[]') from unnest($2::text[], $3::text[]) as sent (source, id)
      cross join lateral (
        select source, id, type, subject, encode(sha256(convert_to(data, 'utf8')), 'hex') as digest, position
        from event_log where event_log.source = sent.source and event_log.id = sent.id
      ) as recorded) as known,
    (select coalesce(json_agg(distinct key), '[]') from event_log where stream = 'standby' and key = any($4)) as registered`;

interface LogStateRow {
  position: number;
  heads: StreamHead[];
  known: KnownEvent[];
  registered: string[];
}

/**
 * One writer at a time: otherwise a slow transaction could commit position 7 after a reader has passed 8. Held to the end of the
 * transaction, so it is taken last, when all else has been read.
 */
export const lockLog = (tx: Transaction): Promise<unknown> =>
  tx.query({ name: 'lock-log', text: 'select pg_advisory_xact_lock($1)', values: [eventLogLock] });

/** What planAppend needs of the log. */
export async function readLogState(
  tx: Transaction,
  events: readonly PreparedEvent[],
  streams: readonly string[],
): Promise<LogState> {
  const ties = events.flatMap(({ tie }) => (tie === undefined ? [] : [tie]));
  const sent = [...events, ...ties.map(({ event }) => event)];
  const wanted = new Set([...streams, ...sent.map(({ stream }) => stream)]);
  const values = [[...wanted], sent.map(({ source }) => source), sent.map(({ id }) => id), ties.map(({ pledge }) => pledge)];
  const { rows } = await tx.query<LogStateRow>({ name: 'log-state', text: selectLogState, values });
  const [state] = rows;
  if (state === undefined) throw new Error('the log answered without its state');
  return state;
}

const selectStreamsBehind = `
  select stream from stream_head
  where stream <> 'standby' and stream not like '%/said' and (day < $1 or policy is distinct from $2)
  order by stream`;

/** The missions whose stream does not know the day or the policy yet. */
export async function streamsBehind(connection: Connection, day: string, policy: string): Promise<string[]> {
  const query = { name: 'streams-behind', text: selectStreamsBehind, values: [day, policy] };
  const { rows } = await connection.query<{ stream: string }>(query);
  return rows.map(({ stream }) => stream);
}
