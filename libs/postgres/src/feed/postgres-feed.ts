import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import {
  Outage,
  usualTiming,
  type BatchHandler,
  type EventFeed,
  type FeedTiming,
  type RunningSubscription,
  type Subscription,
} from '@muster/event-log';
import { Database } from '../database.js';
import { RunningFeed } from './running-feed.js';

/**
 * The log itself as a feed: LISTEN wakes it, polling saves it. One process per reader name is at work; another one with the same
 * reader waits and takes over.
 */
@Injectable()
export class PostgresFeed implements EventFeed, BeforeApplicationShutdown {
  private readonly logger = new Logger(PostgresFeed.name);
  private readonly feeds = new Set<RunningFeed>();

  constructor(
    private readonly database: Database,
    private readonly timing: FeedTiming = usualTiming,
  ) {}

  async subscribe(subscription: Subscription, handle: BatchHandler): Promise<RunningSubscription> {
    const outage = new Outage();
    const onFailure = (stream: string, cause: unknown): void => {
      if (outage.isNews(cause))
        this.logger.error({ msg: 'a batch was not handled and comes again', reader: subscription.reader, stream, err: cause });
    };
    const feed = new RunningFeed({ database: this.database, timing: this.timing, subscription, handle, onFailure });
    this.feeds.add(feed);
    await feed.standing;
    return {
      stop: async () => {
        this.feeds.delete(feed);
        await feed.stop();
      },
    };
  }

  /** Before the pool closes under the handlers. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.feeds].map((feed) => feed.stop()));
  }
}
