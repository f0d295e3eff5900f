import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the log has been published on each wire of its own; the wire itself may hold more, never less. */
const createRelay = `
  create table relay (
    wire text collate "C" primary key,
    position bigint not null,
    updated_at timestamptz not null default now()
  ) with (fillfactor = 50)`;

export class Relay1790000000001 implements MigrationInterface {
  readonly name = 'Relay1790000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createRelay);
  }

  async down(): Promise<void> {
    throw new Error('The log is never taken back: restore a backup.');
  }
}
