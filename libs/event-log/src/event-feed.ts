import type { RecordedEvent } from './recorded-event.js';

/** Events of one stream, in the order of their sequence, without a gap. */
export interface Batch {
  readonly mission: string;
  /** The mission itself (its facts), or `<mission>/said`; what `once` keeps a cursor for. */
  readonly stream: string;
  readonly events: readonly RecordedEvent[];
  /** Whether the log already holds more of this stream than the batch does: the reader is behind. */
  readonly more: boolean;
}

export interface Subscription {
  /** The name of the group of processes that share the work; its cursors bear it. */
  readonly reader: string;
  /**
   * Which streams are followed: the missions' `facts` (with `standby`), what was `said` about them, or both. A stream is followed
   * whole, since a cursor counts its sequence; a handler passes over the types that do not concern it.
   */
  readonly streams: 'facts' | 'said' | 'both';
  /**
   * `cursor`: go on where the reader's cursors stand, delivering from there at least once. `end`: only what is recorded from now
   * on, keeping no cursor (a live page).
   */
  readonly from: 'cursor' | 'end';
}

/** Handles one batch; what it throws is a defect or a passing fault, and the batch comes again. */
export type BatchHandler = (batch: Batch) => Promise<void>;

export interface RunningSubscription {
  /** Resolves when the batches in hand have been handled and no more will come. */
  stop(): Promise<void>;
}

/**
 * Hands recorded events over in batches per mission, at least once, in order within a stream; a mission whose handler throws holds
 * up no other. Two wires implement it: the log itself (PostgreSQL) and Kafka; `once` of libs/postgres makes a handler's effects
 * happen exactly once on either.
 */
export interface EventFeed {
  /** Resolves when the subscription stands: what is recorded from then on arrives. */
  subscribe(subscription: Subscription, handle: BatchHandler): Promise<RunningSubscription>;
}
