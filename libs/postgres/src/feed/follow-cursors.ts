import { Lanes, type BatchHandler, type FeedTiming, type RecordedEvent, type Subscription } from '@muster/event-log';
import type { Database } from '../database.js';
import { readPage } from '../read-events.js';
import { nextAfter, readNews, readStanding, wantedOf } from './feed-reads.js';

export interface Following {
  /** Hands out what is new in the log; called at each notification, and now and then without one. */
  look(): Promise<void>;
  /** Hands these out, where they are what comes next; says whether they are, or have been handed out. */
  take(events: readonly RecordedEvent[]): Promise<boolean>;
  /** Up to which position the log has been handed out. */
  position(): number;
  /** Resolves when no handler is at work any more. */
  drain(): Promise<void>;
}

export interface FollowOptions {
  readonly database: Database;
  readonly subscription: Subscription;
  readonly handle: BatchHandler;
  readonly timing: FeedTiming;
  readonly onFailure: (stream: string, cause: unknown) => void;
}

/** More news than this at once: the reader is behind, and its lanes read the log by stream. */
const newsLimit = 500;

/** Events of one batch: each is a transaction, and a page of the log holds no more bytes than it may whatever their number. */
const batchLimit = 5_000;

/** Follows the log from the reader's cursors. */
export async function followCursors(options: FollowOptions): Promise<Following> {
  const { database, subscription } = options;
  const { reader, streams } = subscription;
  const read = (stream: string, afterSequence: number) => readPage(database.pool, stream, { afterSequence, limit: batchLimit });
  const lanes = new Lanes({ ...options, read });
  let seen = 0;
  const stand = async (): Promise<void> => {
    const standing = await readStanding(database.pool, reader, streams);
    lanes.standing(standing.streams);
    seen = standing.position;
  };
  const hand = (events: readonly RecordedEvent[]): void => {
    for (const [stream, run] of byStream(events)) lanes.news(stream, run);
  };
  await stand();
  return {
    look: async () => {
      const news = await readNews(database.pool, seen, { streams, limit: newsLimit });
      if (news.full) return stand();
      hand(news.events);
      seen = news.position;
    },
    take: async (events) => {
      const next = nextAfter(seen, events);
      if (next === undefined) return false;
      hand(wantedOf(next, streams));
      seen = Math.max(seen, events.at(-1)?.position ?? 0);
      return true;
    },
    position: () => seen,
    drain: () => lanes.drain(),
  };
}

function byStream(events: readonly RecordedEvent[]): Map<string, RecordedEvent[]> {
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const known = streams.get(event.stream);
    if (known === undefined) streams.set(event.stream, [event]);
    else known.push(event);
  }
  return streams;
}
