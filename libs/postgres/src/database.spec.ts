import { asSuperuser, freshDatabase } from '../../../tests/servers/postgres.js';
import { until } from '../../../tests/servers/until.js';
import { migrationLock } from './advisory-locks.js';
import { Database } from './database.js';

describe('a database whose server goes away in the middle of a transaction', () => {
  it('fails that transaction, and goes on with the next', async () => {
    const server = await freshDatabase();
    const database = await Database.open({ url: server.url });
    const cut = database.transaction(async (tx) => {
      const { rows } = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
      await asSuperuser(server, `select pg_terminate_backend(${rows[0]!.pid})`);
      await tx.query('select pg_sleep(5)');
    });
    await expect(cut).rejects.toThrow();
    expect(await database.transaction(async (tx) => (await tx.query('select 1 as one')).rows)).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('fails to open where that happens while it waits for another process to migrate', async () => {
    const server = await freshDatabase();
    const other = await Database.open({ url: server.url });
    await other.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [migrationLock]);
      const opening = Database.open({ url: server.url });
      const waiting = `from pg_locks where locktype = 'advisory' and objid = ${migrationLock} and not granted`;
      const isWaiting = async () => (await other.pool.query(`select 1 ${waiting}`)).rows.length > 0;
      await until('it waits', isWaiting);
      await asSuperuser(server, `select pg_terminate_backend(pid) ${waiting}`);
      await expect(opening).rejects.toThrow();
    });
    await other.close();
  });
});
