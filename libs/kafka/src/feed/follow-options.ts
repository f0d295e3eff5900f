import type { BatchHandler, FeedTiming, Subscription } from '@muster/event-log';
import type { KafkaLink } from '../kafka-link.js';
import type { LogBehind } from '../log-behind.js';
import type { ReaderSigns } from '../wire-signs.js';

export interface FollowOptions {
  readonly link: KafkaLink;
  readonly log: LogBehind;
  readonly subscription: Subscription;
  readonly handle: BatchHandler;
  readonly timing: FeedTiming;
  readonly signs: ReaderSigns;
  readonly onFailure: (place: string, cause: unknown) => void;
  readonly onFatal: (cause: Error) => void;
}

export interface Follower {
  /** Resolves when what is recorded from then on arrives. */
  readonly standing: Promise<void>;
  /** Resolves when no handler is at work any more. */
  stop(): Promise<void>;
}
