import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Days and instants are text, collated "C": a day compares as text everywhere in Muster, and `recorded_at` is part of the hash,
 * character by character.
 */
const createEventLog = `
  create table event_log (
    position bigint primary key,
    stream text collate "C" not null,
    sequence bigint not null,
    source text collate "C" not null,
    id text collate "C" not null,
    type text collate "C" not null,
    subject text collate "C" not null,
    data text not null,
    attributes text,
    on_day text collate "C" not null,
    published_on text collate "C",
    known_on text collate "C" not null,
    recorded_at text not null,
    key text collate "C",
    hash bytea not null,
    unique (source, id),
    unique (stream, sequence)
  )`;

/** Answers "which facts of this type, on which days": the list of facts, and ingest's search for the return in force. */
const indexByType = 'create index event_log_stream_type_on_day on event_log (stream, type, on_day)';

/** The newest saying of an alert, its history, and the pledges registered on standby. */
const indexByKey = 'create index event_log_stream_key on event_log (stream, key, position) where key is not null';

const createStreamHead = `
  create table stream_head (
    stream text collate "C" primary key,
    sequence bigint not null,
    position bigint not null,
    hash bytea not null,
    day text collate "C",
    policy text collate "C",
    policies integer not null
  ) with (fillfactor = 50)`;

const createCursor = `
  create table cursor (
    reader text collate "C" not null,
    stream text collate "C" not null,
    sequence bigint not null,
    error json,
    updated_at timestamptz not null default now(),
    primary key (reader, stream)
  ) with (fillfactor = 50)`;

const refuseChange = `
  create function refuse_change_of_event_log() returns trigger language plpgsql as $$
  begin
    raise exception 'event_log is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
  end $$`;

const appendOnlyByTrigger = `
  create trigger event_log_append_only before update or delete or truncate on event_log
  for each statement execute function refuse_change_of_event_log()`;

/**
 * There is one connecting role, and it owns the table, because it migrates it. An owner can take rights from itself, and does; it
 * could give them back, but not by mistake. A superuser passes over grants, so the trigger stands beside them; who disables that
 * too is found by the hash chain (`muster verify`). The embedded server's role is no superuser.
 */
const appendOnlyByGrant = 'revoke update, delete, truncate on event_log from public, current_user';

export class EventLog1790000000000 implements MigrationInterface {
  readonly name = 'EventLog1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createEventLog);
    await runner.query(indexByType);
    await runner.query(indexByKey);
    await runner.query(createStreamHead);
    await runner.query(createCursor);
    await runner.query(refuseChange);
    await runner.query(appendOnlyByTrigger);
    await runner.query(appendOnlyByGrant);
  }

  async down(): Promise<void> {
    throw new Error('The log is never taken back: restore a backup.');
  }
}
