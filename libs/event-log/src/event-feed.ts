import type { RecordedEvent } from './recorded-event.js';

/** Events of one mission, in the order of their positions. */
export interface Batch {
  readonly mission: string;
  readonly events: readonly RecordedEvent[];
  /** Whether the log already holds more for this mission than the batch does: the reader is behind. */
  readonly more: boolean;
}

export interface Subscription {
  /** The name of the group of processes that share the work; its cursors bear it. */
  readonly reader: string;
  /** Event types wanted, `muster.<Name>`; all where absent. */
  readonly types?: readonly string[];
  /**
   * `cursor`: go on where the reader's cursors stand, delivering from there at least once. `end`: only what is recorded from now
   * on, keeping no cursor (a live page).
   */
  readonly from: 'cursor' | 'end';
}

/** Handles one batch; what it throws is a defect or a passing fault, and the batch comes again. */
export type BatchHandler = (batch: Batch) => Promise<void>;

export interface RunningSubscription {
  /** Resolves when the batch in hand has been handled and no more will come. */
  stop(): Promise<void>;
}

/**
 * Hands recorded events over in batches per mission, at least once, in order within a stream. Two wires implement it: the log
 * itself (PostgreSQL) and Kafka; `once` of libs/postgres makes a handler's effects happen exactly once on either.
 */
export interface EventFeed {
  subscribe(subscription: Subscription, handle: BatchHandler): Promise<RunningSubscription>;
}
