import type { Row } from './plan-append.js';
import type { StreamHead } from './stream-head.js';
import { logChannel, type Assumed, type CursorMove, type Insert, type InsertCall } from './insert.js';

/**
 * Between two JSON texts, as in RFC 7464: none has a raw control character in it. PostgreSQL takes a million characters apart at
 * it in a third of the time that it takes to read them as an array, where every quotation mark is escaped.
 */
const separator = '\u001e';

/** Any number of rows of any streams, in arrays. */
const text = `
  with log as materialized (
    select coalesce(max(position), 0) as position from event_log
    having not exists (
      select from unnest($23::text[], $24::text[]) as assumed (stream, hash)
      left join stream_head as head on head.stream = assumed.stream
      where head.hash is distinct from decode(assumed.hash, 'hex')
    ) and not exists (
      select from unnest($25::text[], $26::text[]) as sent (source, id)
      join event_log as known on known.source = sent.source and known.id = sent.id
    )
  ), recorded as (
    insert into event_log (position, stream, sequence, source, id, type, subject, data, attributes,
      on_day, published_on, known_on, recorded_at, key, hash)
    select log.position + number, stream, sequence, source, id, type, subject, data, attributes,
      on_day, published_on, known_on, recorded_at, key, decode(hash, 'hex')
    from log, rows from (
      unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[],
        $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[]),
      string_to_table($13, '${separator}'),
      string_to_table($14, '${separator}', '')
    ) with ordinality as sent (stream, sequence, source, id, type, subject, on_day, published_on, known_on, recorded_at, key, hash,
      data, attributes, number)
  ), heads as (
    insert into stream_head as head (stream, sequence, position, hash, day, policy, policies)
    select stream, sequence, log.position + number, decode(hash, 'hex'), day, policy, policies
    from log, unnest($15::text[], $16::bigint[], $17::bigint[], $18::text[], $19::text[], $20::text[], $21::integer[])
      as sent (stream, sequence, number, hash, day, policy, policies)
    on conflict (stream) do update set sequence = excluded.sequence, position = excluded.position, hash = excluded.hash,
      day = excluded.day, policy = excluded.policy, policies = excluded.policies
  ), moved as (
    update cursor set sequence = $29, updated_at = now() from log where reader = $27 and stream = $28
  )
  select log.position::float8 as position, pg_notify('${logChannel}', (log.position + $22::bigint)::text) from log`;

export const insertOfArrays = ({ plan, assumed, cursor }: InsertCall): Insert => ({
  name: 'insert-rows',
  text,
  values: [
    ...columnsOf(plan.rows),
    ...headColumns(plan.heads, plan.after),
    plan.rows.length,
    ...assumedColumns(assumed),
    ...cursorValues(cursor),
  ],
});

const columnsOf = (rows: readonly Row[]): unknown[] => [
  rows.map(({ stream }) => stream),
  rows.map(({ sequence }) => sequence),
  rows.map(({ source }) => source),
  rows.map(({ id }) => id),
  rows.map(({ type }) => type),
  rows.map(({ subject }) => subject),
  rows.map(({ onDay }) => onDay),
  rows.map(({ publishedOn }) => publishedOn),
  rows.map(({ knownOn }) => knownOn),
  rows.map(({ recordedAt }) => recordedAt),
  rows.map(({ key }) => key),
  rows.map(({ hash }) => hash),
  rows.map(({ data }) => data).join(separator),
  rows.map(({ attributes }) => attributes ?? '').join(separator),
];

const headColumns = (heads: readonly StreamHead[], after: number): unknown[] => [
  heads.map(({ stream }) => stream),
  heads.map(({ sequence }) => sequence),
  heads.map(({ position }) => position - after),
  heads.map(({ hash }) => hash),
  heads.map(({ day }) => day),
  heads.map(({ policy }) => policy),
  heads.map(({ policies }) => policies),
];

const assumedColumns = ({ heads, unknown }: Assumed): unknown[] => [
  heads.map(({ stream }) => stream),
  heads.map(({ hash }) => hash),
  unknown.map(({ source }) => source),
  unknown.map(({ id }) => id),
];

const cursorValues = (cursor: CursorMove | undefined): unknown[] => [
  cursor?.reader ?? null,
  cursor?.stream ?? null,
  cursor?.sequence ?? null,
];
