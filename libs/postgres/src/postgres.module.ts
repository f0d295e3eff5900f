import {
  Module,
  type DynamicModule,
  type FactoryProvider,
  type ModuleMetadata,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Cursors } from './cursors.js';
import { Database } from './database.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded/embedded-postgres.js';
import { Duties } from './duties/duties.js';
import { EventLog } from './event-log.js';
import { PostgresFeed } from './feed/postgres-feed.js';
import { WireLog } from './feed/wire-log.js';
import { reachPostgres, tablesNotMade } from './reach-postgres.js';
import { RelayPosition } from './relay-position.js';
import { StreamEnds } from './stream-ends.js';

/** A server that is there, or one of our own in a data folder. */
export type PostgresOptions =
  | { readonly databaseUrl: string; readonly poolSize?: number }
  | { readonly dataDir: string; readonly access?: 'password' | 'trust'; readonly poolSize?: number };

export interface PostgresModuleAsyncOptions extends Pick<ModuleMetadata, 'imports'> {
  readonly inject?: FactoryProvider['inject'];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- Nest's own type: what is injected is the factory's business
  readonly useFactory: (...injected: any[]) => PostgresOptions | Promise<PostgresOptions>;
}

const optionsToken = Symbol('PostgresOptions');

/** The database with the server that it may have brought, so that both end in the right order. */
class OpenDatabase implements OnApplicationShutdown {
  private constructor(
    readonly database: Database,
    private readonly server: EmbeddedPostgres | undefined,
  ) {}

  static async open(options: PostgresOptions): Promise<OpenDatabase> {
    const { poolSize } = options;
    if ('databaseUrl' in options) await reachPostgres(options.databaseUrl);
    const server =
      'dataDir' in options ? await startEmbeddedPostgres({ dir: options.dataDir, access: options.access }) : undefined;
    try {
      const url = 'dataDir' in options ? (server?.url ?? '') : options.databaseUrl;
      return new OpenDatabase(await Database.open({ url, poolSize }).catch(tablesNotMade), server);
    } catch (cause) {
      await server?.stop();
      throw cause;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
    await this.server?.stop();
  }
}

/** The log, its cursors and its feed, for every module of the application. */
@Module({})
export class PostgresModule {
  static forRootAsync({ imports = [], inject = [], useFactory }: PostgresModuleAsyncOptions): DynamicModule {
    return {
      module: PostgresModule,
      global: true,
      imports,
      providers: [
        { provide: optionsToken, inject, useFactory },
        { provide: OpenDatabase, inject: [optionsToken], useFactory: (options: PostgresOptions) => OpenDatabase.open(options) },
        { provide: Database, inject: [OpenDatabase], useFactory: ({ database }: OpenDatabase) => database },
        { provide: PostgresFeed, inject: [Database], useFactory: (database: Database) => new PostgresFeed(database) },
        { provide: Duties, inject: [Database], useFactory: (database: Database) => new Duties(database) },
        EventLog,
        Cursors,
        WireLog,
        RelayPosition,
        StreamEnds,
      ],
      exports: [Database, EventLog, Cursors, PostgresFeed, Duties, WireLog, RelayPosition, StreamEnds],
    };
  }
}
