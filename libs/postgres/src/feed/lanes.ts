import { missionOf, type BatchHandler, type RecordedEvent } from '@muster/event-log';
import type { StreamToRead } from './feed-reads.js';
import { retryAfter, type FeedTiming } from './feed-timing.js';

/** One stream on its way through a handler. */
interface Lane {
  readonly stream: string;
  /** The last sequence that was handled. */
  handled: number;
  /** The last sequence that the log is known to hold. */
  head: number;
  /** What follows `handled`, where it came with the news and need not be read again. */
  fresh: readonly RecordedEvent[];
  state: 'idle' | 'waiting' | 'running' | 'failed';
  failures: number;
  retry?: NodeJS.Timeout;
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
 * behind it reads the log. One that fails waits and holds up no other.
 */
export class Lanes {
  private readonly lanes = new Map<string, Lane>();
  private readonly waiting: Lane[] = [];
  private readonly running = new Set<Promise<void>>();
  private draining = false;

  constructor(private readonly options: LanesOptions) {}

  /** Streams whose heads were read from the log, with the cursor for those not met before. */
  standing(streams: readonly StreamToRead[]): void {
    for (const { stream, cursor, head } of streams) {
      const lane = this.laneOf(stream, cursor);
      lane.head = Math.max(lane.head, head);
      this.go(lane);
    }
  }

  /** Events of one stream, just recorded. */
  news(stream: string, events: readonly RecordedEvent[]): void {
    const first = events[0]?.sequence ?? 0;
    const lane = this.laneOf(stream, first - 1);
    lane.head = Math.max(lane.head, first + events.length - 1);
    if (lane.state === 'idle' && lane.handled === first - 1) lane.fresh = events;
    this.go(lane);
  }

  /** Resolves when the handlers at work are done; none begins any more. */
  async drain(): Promise<void> {
    this.draining = true;
    for (const lane of this.lanes.values()) clearTimeout(lane.retry);
    while (this.running.size > 0) await Promise.all(this.running);
  }

  private laneOf(stream: string, handled: number): Lane {
    const known = this.lanes.get(stream);
    if (known !== undefined) return known;
    const lane: Lane = { stream, handled, head: handled, fresh: [], state: 'idle', failures: 0 };
    this.lanes.set(stream, lane);
    return lane;
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
      await this.options.handle({ mission: missionOf(stream), stream, events, more: last < lane.head });
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
    if (this.draining) return;
    lane.retry = setTimeout(
      () => {
        lane.state = 'idle';
        this.go(lane);
      },
      retryAfter(lane.failures, this.options.timing),
    );
  }
}
