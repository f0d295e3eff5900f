import { Client } from 'pg';
import { readerLockSpace } from '../advisory-locks.js';
import { logChannel } from '../append/insert.js';
import { replayChannel } from '../cursors.js';

export interface SessionListener {
  /** The log has come to a position, by a commit of the server's process that is named. */
  onNews(position: number, connection: number): void;
  /** A parked stream of that reader goes on. */
  onReplay(reader: string): void;
  /** The connection is gone, and with it the reader's lock. */
  onLost(): void;
}

/** A connection of a subscription's own: it listens, and holds the reader's lock as long as it lives. */
export interface ReaderSession {
  /** Whether the reader is ours now; a second process asks again until the first one is gone. */
  own(reader: string): Promise<boolean>;
  close(): Promise<void>;
}

export async function openReaderSession(url: string, listener: SessionListener): Promise<ReaderSession> {
  const client = new Client({ connectionString: url, application_name: `muster ${process.pid} feed`, keepAlive: true });
  client.on('error', () => listener.onLost());
  client.on('end', () => listener.onLost());
  client.on('notification', ({ channel, payload, processId }) => {
    if (channel === replayChannel) listener.onReplay(payload ?? '');
    else listener.onNews(Number(payload), processId);
  });
  await client.connect();
  await client.query(`listen ${logChannel}; listen ${replayChannel}`);
  return {
    own: async (reader) => {
      const text = 'select pg_try_advisory_lock($1, hashtext($2)) as own';
      const { rows } = await client.query<{ own: boolean }>(text, [readerLockSpace, reader]);
      return rows[0]?.own ?? false;
    },
    close: () => client.end().catch(() => undefined),
  };
}
