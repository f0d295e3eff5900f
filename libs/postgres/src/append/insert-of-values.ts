import { logChannel, type Insert, type InsertCall } from './insert.js';
import type { Row } from './plan-append.js';

const most = 4;

const bytes = (hexadecimal: string): Buffer => Buffer.from(hexadecimal, 'hex');

/** A few events of one stream that this process wrote to last: what is posted, and what is said of it. */
export const isFew = ({ plan: { rows, heads }, assumed }: InsertCall): boolean =>
  rows.length <= most &&
  heads.length === 1 &&
  assumed.heads.length === 1 &&
  assumed.heads[0]!.hash !== null &&
  assumed.unknown.length === rows.length;

/** Their columns beside position and stream, which all of them have in common. */
const columns = {
  sequence: ['bigint', ({ sequence }: Row) => sequence],
  source: ['text', ({ source }: Row) => source],
  id: ['text', ({ id }: Row) => id],
  type: ['text', ({ type }: Row) => type],
  subject: ['text', ({ subject }: Row) => subject],
  data: ['text', ({ data }: Row) => data],
  attributes: ['text', ({ attributes }: Row) => attributes],
  on_day: ['text', ({ onDay }: Row) => onDay],
  published_on: ['text', ({ publishedOn }: Row) => publishedOn],
  known_on: ['text', ({ knownOn }: Row) => knownOn],
  recorded_at: ['text', ({ recordedAt }: Row) => recordedAt],
  key: ['text', ({ key }: Row) => key],
  hash: ['bytea', ({ hash }: Row) => bytes(hash)],
} as const;

const names = Object.keys(columns);
const kinds = Object.values(columns);

/** Parameters of the whole; those of the rows follow, row by row. */
const ofTheWhole = 10;

const parameter = (row: number, name: keyof typeof columns): string =>
  `$${ofTheWhole + row * names.length + names.indexOf(name) + 1}`;

const cellsOf = (row: number): string =>
  kinds.map(([type], column) => `$${ofTheWhole + row * kinds.length + column + 1}::${type}`).join(', ');

const isUnknown = (row: number): string =>
  `not exists (select from event_log where source = ${parameter(row, 'source')} and id = ${parameter(row, 'id')})`;

const textOf = (rows: readonly number[]): string => `
  with log as materialized (
    select coalesce(max(position), 0) as position from event_log
    having exists (select from stream_head where stream = $1 and hash = $2) and ${rows.map(isUnknown).join(' and ')}
  ), recorded as (
    insert into event_log (position, stream, ${names.join(', ')})
    select log.position + number, $1, ${names.join(', ')}
    from log, (values ${rows.map((row) => `(${row + 1}, ${cellsOf(row)})`).join(', ')}) as sent (number, ${names.join(', ')})
  ), heads as (
    update stream_head set sequence = $3, position = log.position + ${rows.length}, hash = $4, day = $5, policy = $6, policies = $7
    from log where stream = $1
  ), moved as (
    update cursor set sequence = $10, updated_at = now() from log where reader = $8 and stream = $9
  )
  select log.position::float8 as position, pg_notify('${logChannel}', (log.position + ${rows.length})::text) from log`;

const texts = Array.from({ length: most }, (_, last) => textOf(Array.from({ length: last + 1 }, (_, row) => row)));

/** For a few: PostgreSQL takes plain parameters in less than half the time of arrays. */
export function insertOfValues({ plan: { rows, heads }, assumed, cursor }: InsertCall): Insert {
  const [head] = heads;
  const [before] = assumed.heads;
  const whole = [head!.stream, bytes(before!.hash!), head!.sequence, bytes(head!.hash!), head!.day, head!.policy, head!.policies];
  const move = [cursor?.reader ?? null, cursor?.stream ?? null, cursor?.sequence ?? null];
  const values = [...whole, ...move, ...rows.flatMap((row) => kinds.map(([, valueOf]) => valueOf(row)))];
  return { name: `insert-${rows.length}`, text: texts[rows.length - 1]!, values };
}
