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
import type { KafkaLink } from '../kafka-link.js';
import type { LogBehind } from '../log-behind.js';
import { WireSigns } from '../wire-signs.js';
import { CursorFollower } from './cursor-follower.js';
import { EndFollower } from './end-follower.js';
import type { Follower } from './follow-options.js';

export interface KafkaFeedOptions {
  readonly link: KafkaLink;
  readonly log: LogBehind;
  readonly signs?: WireSigns;
  readonly timing?: FeedTiming;
  /** What this process does where a consumer of it has ended for good. */
  readonly onFatal: (cause: Error) => void;
}

/** Kafka as a feed, with the log behind it: any number of processes share a reader, each with missions of its own. */
@Injectable()
export class KafkaFeed implements EventFeed, BeforeApplicationShutdown {
  private readonly logger = new Logger(KafkaFeed.name);
  private readonly followers = new Set<Follower>();

  constructor(private readonly options: KafkaFeedOptions) {}

  async subscribe(subscription: Subscription, handle: BatchHandler): Promise<RunningSubscription> {
    const { reader, from } = subscription;
    const { signs = new WireSigns(), timing = usualTiming, ...rest } = this.options;
    const outage = new Outage();
    const onFailure = (place: string, cause: unknown): void => {
      if (outage.isNews(cause)) this.logger.error({ msg: 'a batch was not handled and comes again', reader, place, err: cause });
    };
    const options = { ...rest, subscription, handle, timing, signs: signs.of(reader), onFailure };
    const follower = from === 'cursor' ? new CursorFollower(options) : new EndFollower(options);
    this.followers.add(follower);
    await follower.standing;
    return {
      stop: async () => {
        this.followers.delete(follower);
        await follower.stop();
        signs.forget(reader);
      },
    };
  }

  /** Before the pool closes under the handlers. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.followers].map((follower) => follower.stop()));
  }
}
