import type { InboundOffsets } from './inbound-offsets.js';

/** How far the reader of `muster.inbound` is behind the end of its topic. */
export interface InboundLag {
  /** Messages that are neither recorded nor answered. */
  readonly events: number;
  /** For how long the oldest of them has waited, as far as that is known; 0 where there is none. */
  readonly seconds: number;
}

/** Milliseconds after which what was seen of the topic is told no more. */
const freshness = 15_000;

interface Waiting {
  readonly next: number;
  readonly events: number;
  /** When messages were first seen to wait since the last one was taken; milliseconds, as all times here. */
  readonly since: number;
}

interface Failure {
  readonly since: number;
  readonly cause: unknown;
}

/** What the one process that reads `muster.inbound` knows of its own progress, for metrics and health. */
export class InboundStanding {
  private waiting: ReadonlyMap<number, Waiting> = new Map();
  /** By partition: when the first message that is in hand was sent. */
  private readonly inHand = new Map<number, number>();
  private readonly failures = new Map<number, Failure>();
  private unseen: Failure | undefined;
  private seenAt = -Infinity;
  private movedAt = Date.now();

  /** Messages of a partition are being recorded. */
  take(partition: number, sentAt: number): void {
    this.inHand.set(partition, Number.isFinite(sentAt) ? sentAt : Date.now());
  }

  /** They are recorded, or answered. */
  taken(partition: number): void {
    this.movedAt = Date.now();
    this.letGo(partition);
    this.failures.delete(partition);
  }

  /** They are no more in hand, and come again. */
  letGo(partition: number): void {
    this.inHand.delete(partition);
  }

  failed(partition: number, cause: unknown): void {
    this.failures.set(partition, { since: this.failures.get(partition)?.since ?? Date.now(), cause });
  }

  /** The topic and the group were looked at. */
  seen(offsets: readonly InboundOffsets[]): void {
    const now = Date.now();
    const before = this.waiting;
    const behind = offsets.filter(({ next, end }) => end > next);
    this.waiting = new Map(behind.map((at) => [at.partition, waitingAt(at, before.get(at.partition), now)]));
    const hasMoved = behind.some(({ partition, next }) => before.get(partition)?.next !== next);
    if (behind.length === 0 || hasMoved) this.movedAt = now;
    for (const partition of this.failures.keys()) if (!this.waiting.has(partition)) this.failures.delete(partition);
    this.seenAt = now;
    this.unseen = undefined;
  }

  /** They could not be looked at. */
  notSeen(cause: unknown): void {
    this.unseen = { since: this.unseen?.since ?? Date.now(), cause };
  }

  /** Undefined while that is not known. */
  lag(): InboundLag | undefined {
    const now = Date.now();
    if (now - this.seenAt > freshness) return undefined;
    const waiting = [...this.waiting.values()];
    const events = waiting.reduce((sum, one) => sum + one.events, 0);
    const since = Math.min(now, ...waiting.map((one) => one.since), ...this.inHand.values());
    return { events, seconds: events === 0 ? 0 : (now - since) / 1000 };
  }

  /** What has held up inbound messages for so many milliseconds, in words; undefined where nothing has. */
  problem(patience: number): string | undefined {
    const limit = Date.now() - patience;
    const failure = [...this.failures.values()].sort((a, b) => a.since - b.since)[0];
    if (failure !== undefined && failure.since < limit)
      return `Messages on muster.inbound have not been taken since ${instant(failure.since)}: ${words(failure.cause)}.`;
    if (this.unseen !== undefined && this.unseen.since < limit)
      return `What waits on muster.inbound has not been known since ${instant(this.unseen.since)}: ${words(this.unseen.cause)}.`;
    if (this.waiting.size === 0 || this.movedAt >= limit) return undefined;
    return `Messages wait on muster.inbound, and none has been taken since ${instant(this.movedAt)}.`;
  }
}

const waitingAt = ({ next, end }: InboundOffsets, before: Waiting | undefined, now: number): Waiting => ({
  next,
  events: end - next,
  since: before?.next === next ? before.since : now,
});

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

const words = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, '');
