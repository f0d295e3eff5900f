import { retryAfter, WakeUp } from '@muster/event-log';
import { followCursors, type Following, type FollowOptions } from './follow-cursors.js';
import { followEnd } from './follow-end.js';
import { openReaderSession, type ReaderSession } from './reader-session.js';

/** One subscription: connects, owns its reader, follows the log; where the connection is lost, again from the start. */
export class RunningFeed {
  /** Resolves when what is recorded from then on arrives. */
  readonly standing: Promise<void>;
  private stand!: () => void;
  private readonly wakeUp = new WakeUp();
  /** Cuts a pause short where the subscription is to stop; news must not, else a lost server is asked without rest. */
  private readonly halt = new WakeUp();
  private readonly ended: Promise<void>;
  private stopping = false;
  private lost = false;
  private replayed = false;
  /** Where a subscription from the end goes on after its connection was lost. */
  private endPosition: number | undefined;

  constructor(private readonly options: FollowOptions) {
    this.standing = new Promise((resolve) => (this.stand = resolve));
    this.ended = this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeUp.call();
    this.halt.call();
    await this.ended;
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.stopping; failures += 1) {
      const began = Date.now();
      try {
        await this.session();
      } catch (cause) {
        if (!this.stopping) this.options.onFailure('the log', cause);
      }
      const { timing } = this.options;
      if (Date.now() - began > timing.longestRetry) failures = 0;
      if (!this.stopping) await this.halt.sleep(Math.max(timing.retake, retryAfter(failures, timing)));
    }
    this.stand();
  }

  /** As long as one connection lives. */
  private async session(): Promise<void> {
    this.lost = false;
    const { reader, from } = this.options.subscription;
    const session = await openReaderSession(this.options.database.url, {
      onNews: () => this.wakeUp.call(),
      onReplay: (resumed) => this.replay(resumed),
      onLost: () => this.lose(),
    });
    try {
      if (from === 'cursor') await this.takeOver(session, reader);
      while (!this.stopping && !this.lost) await this.follow();
    } finally {
      await session.close();
    }
  }

  private async takeOver(session: ReaderSession, reader: string): Promise<void> {
    while (!this.stopping && !this.lost && !(await session.own(reader))) {
      // Whoever owns the reader delivers; this subscription stands as the one that follows.
      this.stand();
      await this.wakeUp.sleep(this.options.timing.retake);
    }
  }

  /** Until a parked stream is to be read again, or the session ends. The handlers at work are waited for in any case. */
  private async follow(): Promise<void> {
    this.replayed = false;
    const following = await this.following();
    this.stand();
    try {
      while (!this.stopping && !this.lost && !this.replayed) {
        await following.look();
        if (!this.stopping && !this.lost && !this.replayed) await this.wakeUp.sleep(this.options.timing.poll);
      }
    } finally {
      await following.drain();
    }
  }

  private async following(): Promise<Following> {
    if (this.options.subscription.from === 'cursor') return followCursors(this.options);
    const end = await followEnd(this.options, this.endPosition);
    const remember = (): void => void (this.endPosition = end.position());
    remember();
    return { look: () => end.look().finally(remember), drain: () => end.drain().finally(remember) };
  }

  private replay(reader: string): void {
    if (reader !== this.options.subscription.reader) return;
    this.replayed = true;
    this.wakeUp.call();
  }

  private lose(): void {
    this.lost = true;
    this.wakeUp.call();
  }
}
