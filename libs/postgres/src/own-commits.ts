import type { RecordedEvent } from '@muster/event-log';
import type { Pool, PoolClient } from 'pg';

/** Events in the order of their positions, without a gap; none where they are so many that they are to be read from the log. */
export type CommitListener = (events: readonly RecordedEvent[]) => void;

/**
 * What this process has itself recorded, told to its own feeds once it is committed: they need not read it from the log. What others
 * record they hear of by notification, as any process does.
 */
export class OwnCommits {
  private readonly listeners = new Set<CommitListener>();
  private readonly connections = new Set<number>();

  /** Notifications that come from these connections are of commits that are told here. */
  ofConnectionsIn(pool: Pool): void {
    // Not when it is opened: one was open before anybody could listen.
    pool.on('acquire', (client) => this.connections.add(processOf(client)));
    pool.on('remove', (client) => this.connections.delete(processOf(client)));
  }

  /** Whether the connection that a notification came from is one of this process. */
  isOwn(connection: number): boolean {
    return this.connections.has(connection);
  }

  get isHeard(): boolean {
    return this.listeners.size > 0;
  }

  /** Gives what ends it. */
  hear(listener: CommitListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  tell(events: readonly RecordedEvent[]): void {
    for (const listener of this.listeners) listener(events);
  }
}

/** The server's process behind a connection, which its notifications name. */
const processOf = (client: PoolClient): number => (client as unknown as { readonly processID: number }).processID;
