import { retryAfter, WakeUp, type RecordedEvent } from '@muster/event-log';
import { followCursors, type Following, type FollowOptions } from './follow-cursors.js';
import { followEnd } from './follow-end.js';
import { openReaderSession, type ReaderSession } from './reader-session.js';

/** Commits of this process that wait while the handlers of a live page are at work; more are read from the log. */
const mostWaiting = 100;

/** Milliseconds until a notification of a commit of our own is taken for news: it may come before PostgreSQL's answer to us. */
const patience = 50;

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
  /** What this process has recorded, one commit after the other, and what is not known of by that. */
  private handed: (readonly RecordedEvent[])[] = [];
  private mustLook = false;
  private current: Following | undefined;
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
      onNews: (position, connection) => this.notified(position, connection),
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
    this.mustLook = true;
    const unhear = this.options.database.ownCommits.hear((events) => this.committed(events));
    const following = await this.following().catch((cause: unknown) => {
      unhear();
      throw cause;
    });
    this.current = following;
    this.stand();
    try {
      while (!this.isOver()) {
        await this.handOut(following);
        if (!this.isOver()) await this.wakeUp.sleep(this.options.timing.poll);
      }
    } finally {
      unhear();
      this.current = undefined;
      this.handed = [];
      await following.drain();
    }
  }

  private isOver(): boolean {
    return this.stopping || this.lost || this.replayed;
  }

  /** What this process has recorded needs no look at the log, as long as nothing is missing before it. */
  private async handOut(following: Following): Promise<void> {
    let mustLook = this.mustLook || this.handed.length === 0;
    this.mustLook = false;
    for (const events of this.handed.splice(0)) if (!this.isOver() && !(await following.take(events))) mustLook = true;
    if (mustLook && !this.isOver()) await following.look();
  }

  private committed(events: readonly RecordedEvent[]): void {
    if (this.handed.length < mostWaiting) this.handed.push(events);
    else this.mustLook = true;
    this.wakeUp.call();
  }

  private notified(position: number, connection: number): void {
    if (!this.options.database.ownCommits.isOwn(connection)) return this.lookAgain();
    setTimeout(() => {
      if (this.current !== undefined && this.current.position() < position) this.lookAgain();
    }, patience).unref();
  }

  private lookAgain(): void {
    this.mustLook = true;
    this.wakeUp.call();
  }

  private async following(): Promise<Following> {
    if (this.options.subscription.from === 'cursor') return followCursors(this.options);
    const end = await followEnd(this.options, this.endPosition);
    const remember = (): void => void (this.endPosition = end.position());
    remember();
    return {
      look: () => end.look().finally(remember),
      take: (events) => end.take(events).finally(remember),
      drain: () => end.drain().finally(remember),
      position: () => end.position(),
    };
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
