import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { Database, startEmbeddedPostgres } from '@muster/postgres';

/** A real server for tests: the one of DATABASE_URL where that is set, else an embedded one in a temporary folder. */
export interface TestPostgres {
  /** An empty log, migrated, in a database of its own. */
  freshDatabase(): Promise<TestDatabase>;
  stop(): Promise<void>;
}

export interface TestDatabase {
  readonly url: string;
  readonly superuserUrl: string;
}

interface Server {
  readonly url: string;
  readonly superuserUrl: string;
  stop(): Promise<void>;
}

let running: Promise<TestPostgres> | undefined;

/** One server for each test file, started by the first who asks and stopped when the file is done. */
export function startPostgres(): Promise<TestPostgres> {
  running ??= openServer().then(withDatabases);
  return running;
}

/** A database of its own for a test. */
export async function freshDatabase(): Promise<TestDatabase> {
  return (await startPostgres()).freshDatabase();
}

// A benchmark imports this file too, and stops its server itself.
if (typeof afterAll === 'function') afterAll(async () => (await running)?.stop());

async function openServer(): Promise<Server> {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined) return { url: given, superuserUrl: given, stop: async () => undefined };
  const dir = mkdtempSync(join(tmpdir(), 'muster-test-'));
  const server = await startEmbeddedPostgres({ dir, access: 'trust' });
  const stop = (): Promise<void> => server.stop().finally(() => rmSync(dir, { recursive: true, force: true }));
  return { url: server.url, superuserUrl: server.superuserUrl, stop };
}

/** The log is migrated once; each database after that is a copy, which takes a few hundredths of a second. */
async function withDatabases(server: Server): Promise<TestPostgres> {
  const made: string[] = [];
  const create = async (template: string | undefined): Promise<TestDatabase> => {
    const name = `muster_test_${process.pid}_${made.length}`;
    made.push(name);
    const copied = template === undefined ? '' : `template ${template}`;
    await run(server.superuserUrl, `create database ${name} ${copied} owner ${new URL(server.url).username}`);
    return { url: inDatabase(server.url, name), superuserUrl: inDatabase(server.superuserUrl, name) };
  };
  await (await Database.open({ url: (await create(undefined)).url })).close();
  const [template] = made;
  return {
    freshDatabase: () => create(template),
    stop: async () => {
      for (const name of made) await run(server.superuserUrl, `drop database if exists ${name} with (force)`);
      await server.stop();
    },
  };
}

/** What the monitor's own role must not be able to do. */
export const asSuperuser = ({ superuserUrl }: TestDatabase, ...statements: string[]): Promise<void> =>
  run(superuserUrl, statements.join('; '));

function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
