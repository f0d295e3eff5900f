import { missionOf, retryAfter, runsOfOneStream, WakeUp, type RecordedEvent } from '@muster/event-log';
import { readHead } from '../read-events.js';
import { nextAfter, readNews, wantedOf } from './feed-reads.js';
import type { FollowOptions, Following } from './follow-cursors.js';

const newsLimit = 500;

/**
 * Follows the log from a position on, in the order of the positions over all streams: whoever reads the last one that a live page
 * showed has missed none before it.
 */
export async function followEnd(options: FollowOptions, after?: number): Promise<Following> {
  const { database, subscription } = options;
  const { streams } = subscription;
  let seen = after ?? (await readHead(database.pool));
  let draining = false;
  let looking: Promise<void> | undefined;
  const stopped = new WakeUp();

  const hand = async (events: readonly RecordedEvent[], more: boolean): Promise<void> => {
    const stream = events[0]?.stream ?? '';
    for (let failures = 0; !draining;) {
      try {
        return await options.handle({ mission: missionOf(stream), stream, events, more });
      } catch (cause) {
        options.onFailure(stream, cause);
        await stopped.sleep(retryAfter(++failures, options.timing));
      }
    }
  };

  const handAll = async (events: readonly RecordedEvent[], more: boolean, upTo: number): Promise<void> => {
    for (const run of runsOfOneStream(events)) {
      if (draining) return;
      await hand(run, more);
      seen = run.at(-1)?.position ?? seen;
    }
    if (!draining) seen = upTo;
  };

  const lookOnce = async (): Promise<void> => {
    for (let full = true; full && !draining;) {
      const news = await readNews(database.pool, seen, { streams, limit: newsLimit });
      await handAll(news.events, news.full, news.position);
      full = news.full;
    }
  };

  return {
    look: () => (looking = lookOnce()),
    take: async (events) => {
      const next = nextAfter(seen, events);
      if (next === undefined) return false;
      await (looking = handAll(wantedOf(next, streams), false, Math.max(seen, next.at(-1)?.position ?? 0)));
      return true;
    },
    drain: async () => {
      draining = true;
      stopped.call();
      await looking?.catch(() => undefined);
    },
    position: () => seen,
  };
}
