import { Client, type DatabaseError } from 'pg';
import { CannotOpenLog } from './cannot-open-log.js';

/** Longer than a server takes that is well; without a limit one that takes a connection and says nothing is waited for forever. */
const connectionTimeoutMillis = 10_000;

const insufficientPrivilege = '42501';

/** What a server says that is there and takes nobody in, by its SQLSTATE. */
const refusals: Readonly<Record<string, string>> = {
  '28P01': 'correct the user or the password in it',
  '28000': 'correct the user in it, or let that user in by pg_hba.conf',
  '3D000': 'create this database, or correct its name',
  '53300': 'close other connections, or allow more by max_connections',
  '57P03': 'the server is starting or stopping; try again once it runs',
};

/** Resolves where DATABASE_URL leads to a PostgreSQL that lets us in; throws CannotOpenLog with what to correct, never the password. */
export async function reachPostgres(url: string): Promise<void> {
  const client = clientOf(url);
  // A connection that breaks tells so as an event too; without a listener that would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    throw new CannotOpenLog(`DATABASE_URL: ${reasonOf(cause as Partial<DatabaseError>, client)}.`, { cause });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What the address asks for may already be wrong: a certificate that is no file. */
function clientOf(url: string): Client {
  try {
    return new Client({ connectionString: url, connectionTimeoutMillis });
  } catch (cause) {
    throw new CannotOpenLog(`DATABASE_URL: it cannot be followed (${(cause as Error).message}); correct what it names.`, {
      cause,
    });
  }
}

function reasonOf({ code = '', message = code }: Partial<DatabaseError>, { host, port }: Client): string {
  const server = `${host}:${port}`;
  const refusal = refusals[code];
  if (refusal !== undefined) return `the PostgreSQL at ${server} refuses: ${message}; ${refusal}`;
  return `no PostgreSQL answers at ${server} (${message || code}); start it, or write the address of one that runs as postgres://user:password@host:5432/database`;
}

/** Throws what kept the tables from being made: CannotOpenLog where the user may not make them, which the operator can mend. */
export function tablesNotMade(cause: unknown): never {
  const { code, message } = cause as Partial<DatabaseError>;
  if (code !== insufficientPrivilege) throw cause;
  throw new CannotOpenLog(
    `DATABASE_URL: its user may not make the tables of the log (${message}); make that user the owner of the database, or name another.`,
    { cause },
  );
}
