import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the topics of a wire began and ended when they were last looked at: what is gone since has been emptied. */
export class RelayEnds1790000000002 implements MigrationInterface {
  readonly name = 'RelayEnds1790000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table relay add column ends jsonb not null default '{}'`);
  }

  async down(): Promise<void> {
    throw new Error('The log is never taken back: restore a backup.');
  }
}
