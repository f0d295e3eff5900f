import type { BatchHandler } from './event-feed.js';
import { retryAfter, type FeedTiming } from './feed-timing.js';
import { missionOf, type RecordedEvent } from './recorded-event.js';
import type { StreamStanding } from './stream-standing.js';

/** One stream on its way through a handler. */
interface Lane {
  readonly stream: string;
  /** The last sequence that was handled. */
  handled: number;
  /** Up to which sequence it is to be handled now. */
  head: number;
  /** The last sequence that the log is known to hold. */
  known: number;
  /** What follows `handled`, where it came with the news and need not be read again. */
  fresh: readonly RecordedEvent[];
  state: 'idle' | 'waiting' | 'running' | 'failed';
  failures: number;
  retry?: NodeJS.Timeout;
  /** Who waits until nothing is left to be handled. */
  waiters: (() => void)[];
}

export interface LanesOptions {
  readonly handle: BatchHandler;
  /** The next page of a stream after a sequence. */
  readonly read: (stream: string, afterSequence: number) => Promise<readonly RecordedEvent[]>;
  readonly timing: FeedTiming;
  readonly onFailure: (stream: string, cause: unknown) => void;
}

/** Handlers at work at once: while one waits for PostgreSQL another computes. */
const lanesAtOnce = 4;

/**
 * Streams go through the handler side by side, the events of one in order. A lane holds no more than one batch: where it is
 * behind it reads the log. One that fails waits and holds up no other. Both wires hand over this way.
 */
export class Lanes {
  private readonly lanes = new Map<string, Lane>();
  private readonly waiting: Lane[] = [];
  private readonly running = new Set<Promise<void>>();
  private draining = false;

  constructor(private readonly options: LanesOptions) {}

  /** Streams whose heads were read from the log, with the cursor for those not met before. */
  standing(streams: readonly StreamStanding[]): void {
    for (const { stream, cursor, head } of streams) {
      const lane = this.laneOf(stream, cursor);
      lane.head = Math.max(lane.head, head);
      this.go(lane);
    }
  }

  /** Events of one stream, in order and without a gap; `known` where the log is known to hold more of it. */
  news(stream: string, events: readonly RecordedEvent[], known = 0): void {
    const first = events[0]?.sequence ?? 0;
    const lane = this.laneOf(stream, first - 1);
    lane.head = Math.max(lane.head, first + events.length - 1);
    lane.known = Math.max(lane.known, known);
    const next = events.filter(({ sequence }) => sequence > lane.handled);
    if (lane.state === 'idle' && next[0]?.sequence === lane.handled + 1) lane.fresh = next;
    this.go(lane);
  }

  /** From a cursor on, once more where it has been handled before: out of the log. */
  again({ stream, cursor, head }: StreamStanding): void {
    const lane = this.laneOf(stream, cursor);
    if (lane.state !== 'idle') return;
    lane.handled = cursor;
    lane.head = Math.max(head, cursor);
    this.go(lane);
  }

  /** Resolves when nothing of the stream is left to be handled, or it has failed and waits, or no handler begins any more. */
  settled(stream: string): Promise<void> {
    const lane = this.lanes.get(stream);
    if (lane === undefined || this.isSettled(lane)) return Promise.resolve();
    return new Promise((resolve) => lane.waiters.push(resolve));
  }

  /** The last sequence that was handled; undefined of a stream that has not been met. */
  handledOf(stream: string): number | undefined {
    return this.lanes.get(stream)?.handled;
  }

  /** Whether the handler is not at work on the stream, nor to be called again for it. */
  isIdle(stream: string): boolean {
    const lane = this.lanes.get(stream);
    return lane === undefined || (lane.state === 'idle' && lane.handled >= lane.head);
  }

  /** Whether the stream waits for another try, which the log serves. */
  hasFailed(stream: string): boolean {
    return this.lanes.get(stream)?.state === 'failed';
  }

  /** Streams that somebody else has now are left to them; what is in hand is finished. */
  keepOnly(isOurs: (stream: string) => boolean): void {
    for (const [stream, lane] of this.lanes) {
      if (isOurs(stream)) continue;
      clearTimeout(lane.retry);
      this.lanes.delete(stream);
      lane.head = lane.handled;
      if (lane.state === 'waiting') this.leaveQueue(lane);
      this.tellSettled(lane);
    }
  }

  /** Resolves when the handlers at work are done; none begins any more. */
  async drain(): Promise<void> {
    this.draining = true;
    for (const lane of this.lanes.values()) clearTimeout(lane.retry);
    while (this.running.size > 0) await Promise.all(this.running);
    for (const lane of this.lanes.values()) this.tellSettled(lane);
  }

  private laneOf(stream: string, handled: number): Lane {
    const known = this.lanes.get(stream);
    if (known !== undefined) return known;
    const lane: Lane = { stream, handled, head: handled, known: 0, fresh: [], state: 'idle', failures: 0, waiters: [] };
    this.lanes.set(stream, lane);
    return lane;
  }

  private leaveQueue(lane: Lane): void {
    this.waiting.splice(this.waiting.indexOf(lane), 1);
    lane.state = 'idle';
  }

  private isSettled(lane: Lane): boolean {
    return this.draining
      ? lane.state !== 'running'
      : lane.state === 'failed' || (lane.state === 'idle' && lane.handled >= lane.head);
  }

  private tellSettled(lane: Lane): void {
    if (!this.isSettled(lane)) return;
    for (const resolve of lane.waiters.splice(0)) resolve();
  }

  private go(lane: Lane): void {
    if (lane.state !== 'idle' || lane.handled >= lane.head) return;
    lane.state = 'waiting';
    this.waiting.push(lane);
    this.startWaiting();
  }

  private startWaiting(): void {
    while (!this.draining && this.running.size < lanesAtOnce) {
      const lane = this.waiting.shift();
      if (lane === undefined) return;
      const run = this.run(lane).finally(() => {
        this.running.delete(run);
        this.go(lane);
        this.tellSettled(lane);
        this.startWaiting();
      });
      this.running.add(run);
    }
  }

  /** One batch, then the next lane's turn. */
  private async run(lane: Lane): Promise<void> {
    lane.state = 'running';
    try {
      const events = lane.fresh.length > 0 ? lane.fresh : await this.options.read(lane.stream, lane.handled);
      lane.fresh = [];
      const last = events.at(-1)?.sequence;
      if (last === undefined)
        throw new Error(`${lane.stream}: the log's head is ${lane.head}, its last event before ${lane.handled + 1}`);
      const { stream } = lane;
      await this.options.handle({ mission: missionOf(stream), stream, events, more: last < Math.max(lane.head, lane.known) });
      lane.handled = last;
      lane.failures = 0;
      lane.state = 'idle';
    } catch (cause) {
      this.failed(lane, cause);
    }
  }

  private failed(lane: Lane, cause: unknown): void {
    lane.fresh = [];
    lane.state = 'failed';
    lane.failures += 1;
    this.options.onFailure(lane.stream, cause);
    if (this.draining || this.lanes.get(lane.stream) !== lane) return;
    lane.retry = setTimeout(
      () => {
        lane.state = 'idle';
        this.go(lane);
      },
      retryAfter(lane.failures, this.options.timing),
    );
  }
}
