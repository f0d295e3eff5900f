import { asSuperuser, freshDatabase } from '../../../tests/servers/postgres.js';
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
});
