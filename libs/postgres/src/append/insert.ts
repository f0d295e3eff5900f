import type { AppendPlan } from './plan-append.js';
import type { StreamHead } from './stream-head.js';

/** The channel that wakes the feeds; its payload is the position of the log's last event. */
export const logChannel = 'muster_log';

/** What a plan that was made without asking the log takes for granted: where its streams stand, and that nothing of it is recorded. */
export interface Assumed {
  readonly heads: readonly Pick<StreamHead, 'stream' | 'hash'>[];
  readonly unknown: readonly { readonly source: string; readonly id: string }[];
}

/** Where a reader stands once what it says is recorded. */
export interface CursorMove {
  readonly reader: string;
  readonly stream: string;
  readonly sequence: number;
}

export interface InsertCall {
  readonly plan: AppendPlan;
  readonly assumed: Assumed;
  readonly cursor: CursorMove | undefined;
}

/**
 * The rows, their streams' new heads, a reader's cursor, and the wake-up call, which PostgreSQL gives at the commit: one round trip,
 * and all of it or nothing. Where the log is not as assumed nothing is written, and no row comes back.
 */
export interface Insert {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}
