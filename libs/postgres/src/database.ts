import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { migrationLock } from './advisory-locks.js';
import { OwnCommits } from './own-commits.js';
import { migrations } from './migrations/migrations.js';

/** What a statement is sent through: the pool, or the connection of a transaction. */
export type Connection = Pick<PoolClient, 'query'>;

/** A connection inside a transaction. */
export type Transaction = Connection;

export interface DatabaseOptions {
  readonly url: string;
  /** Connections at most; a feed has one more for each subscription. */
  readonly poolSize?: number;
}

/** The pool of connections, with every migration applied. */
export class Database {
  /** What is committed through this pool. */
  readonly ownCommits = new OwnCommits();

  private constructor(
    readonly url: string,
    readonly pool: Pool,
    private readonly dataSource: DataSource,
  ) {}

  static async open({ url, poolSize = 10 }: DatabaseOptions): Promise<Database> {
    const dataSource = new DataSource({
      type: 'postgres',
      url,
      poolSize,
      applicationName: `muster ${process.pid}`,
      entities: [],
      migrations,
      migrationsTransactionMode: 'each',
      // Statements that do not need each other's answers travel together: `begin`, the lock and the read of the log's head.
      extra: { pipeline: true },
    });
    await dataSource.initialize();
    const pool = (dataSource.driver as unknown as { master: Pool }).master;
    outliveLostConnections(pool);
    const database = new Database(url, pool, dataSource);
    database.ownCommits.ofConnectionsIn(pool);
    await database.migrate().catch(async (cause: unknown) => {
      await database.close();
      throw cause;
    });
    return database;
  }

  /** Commits what `work` did, or nothing where it throws. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.transactionEndingWith(work, async (_tx, result) => result);
  }

  /**
   * The same; what `last` sends travels with the commit: a round trip less while others wait for the log. It must send all before it
   * waits for any answer, and gives what the transaction gives.
   */
  transactionEndingWith<T, L>(
    work: (tx: Transaction) => Promise<T>,
    last: (tx: Transaction, result: T) => Promise<L>,
  ): Promise<L> {
    return this.withConnection(async (client) => {
      const [, result] = await Promise.all([client.query('begin'), work(client)]);
      // After a statement that failed, the commit that follows it is a rollback.
      return (await Promise.all([last(client, result), client.query('commit')]))[0];
    });
  }

  /** A transaction of statements that need none of each other's answers: one round trip for all, with `begin` and `commit`. */
  atOnce<T>(send: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.withConnection(
      async (client) => (await Promise.all([client.query('begin'), send(client), client.query('commit')]))[1],
    );
  }

  private async withConnection<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (cause) {
      // A connection that cannot even roll back is thrown away.
      await client.query('rollback').then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      );
      throw cause;
    }
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }

  /** Processes that start together take turns: two of them creating one table is an error in each. */
  private async migrate(): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('select pg_advisory_lock($1)', [migrationLock]);
      await this.dataSource.runMigrations();
      await client.query('select pg_advisory_unlock($1)', [migrationLock]);
      client.release();
    } catch (cause) {
      // With the connection goes the lock; kept, the pool would wait for it for ever when it is closed.
      client.release(cause as Error);
      throw cause;
    }
  }
}

/**
 * A connection that is lost while somebody has it tells so as an event too, which nobody hears, and which ends the process. The
 * statements on it fail, and that is all there is to tell.
 */
function outliveLostConnections(pool: Pool): void {
  const heard = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (!heard.has(client)) client.on('error', () => undefined);
    heard.add(client);
  });
}
