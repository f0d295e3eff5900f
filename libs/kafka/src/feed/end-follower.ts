import { isSaidStream, missionOf, retryAfter, runsOfOneStream, WakeUp, type RecordedEvent } from '@muster/event-log';
import { randomUUID } from 'node:crypto';
import type { EachBatchPayload } from 'kafkajs';
import { GroupConsumer } from '../group-consumer.js';
import type { FollowOptions, Follower } from './follow-options.js';
import { readMessages } from './read-messages.js';
import { topicsFollowed } from './topics-followed.js';

/** Events that are read from the log at once. */
const pageSize = 500;

/** Events that wait for one before them: more than these are read from the log, when it has been found. */
const mostWaiting = 5_000;

/**
 * Follows from the end on, in the order of the positions over all streams, as a group of this process alone: whoever reads the
 * last position that a live page showed has missed none before it. Kafka orders within a partition only, so what follows on is
 * taken from it, and what is missing between is read from the log.
 */
export class EndFollower implements Follower {
  readonly standing: Promise<void>;
  private readonly consumer: GroupConsumer;
  private readonly following: Promise<void>;
  private readonly wakeUp = new WakeUp();
  private readonly halt = new WakeUp();
  /** By position. */
  private readonly arrived = new Map<number, RecordedEvent>();
  private stopping = false;
  private seen = 0;
  /** Kafka has told of something that only the log holds. */
  private isElsewhere = false;

  constructor(private readonly options: FollowOptions) {
    const { link, subscription, signs, onFatal } = options;
    this.consumer = new GroupConsumer({
      link,
      group: `${link.groupOf(subscription.reader)}-${randomUUID()}`,
      topics: topicsFollowed(link.topics, subscription.streams),
      begins: 'last',
      signs,
      onBatch: async (payload) => this.take(payload),
      onFatal,
    });
    const began = this.begin();
    this.standing = Promise.all([this.consumer.standing, began]).then(() => undefined);
    this.following = began.then(() => this.follow());
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeUp.call();
    this.halt.call();
    await this.following;
    await this.consumer.stop();
  }

  private take({ batch }: EachBatchPayload): boolean {
    const { link, signs } = this.options;
    const { events, unreadable } = readMessages(batch, batch.topic !== link.topics.facts);
    signs.unreadable += unreadable.length;
    for (const event of events)
      if ('elsewhere' in event) this.isElsewhere ||= event.elsewhere > this.seen;
      else if (event.position > this.seen && this.arrived.size < mostWaiting) this.arrived.set(event.position, event);
    if (events.length > 0) this.wakeUp.call();
    return true;
  }

  private async begin(): Promise<void> {
    await this.persistently('the log', async () => void (this.seen = await this.options.log.head()));
  }

  private async follow(): Promise<void> {
    for (let isQuiet = false; !this.stopping; isQuiet = this.arrived.size === 0) {
      await this.handArrived();
      // Something later has come already, or nothing has come for a while: what the log holds is looked at.
      const isMissing = this.arrived.size > 0 || isQuiet || this.isElsewhere;
      this.isElsewhere = false;
      if (isMissing) await this.persistently('the log', () => this.handMissing());
      if (!this.stopping) await this.wakeUp.sleep(this.options.timing.poll);
    }
  }

  /** What follows on the last position that was handed over. */
  private async handArrived(): Promise<void> {
    const run: RecordedEvent[] = [];
    for (let next = this.arrived.get(this.seen + 1); next !== undefined; next = this.arrived.get(next.position + 1))
      run.push(next);
    await this.hand(run, this.arrived.size > run.length);
  }

  /** From the log: what came before something that has arrived, and what Kafka has not brought at all. */
  private async handMissing(): Promise<void> {
    for (let page = await this.missing(); page.length > 0 && !this.stopping; page = await this.missing())
      await this.hand(page, page.length === pageSize);
  }

  private missing(): Promise<readonly RecordedEvent[]> {
    return this.options.log.after(this.seen, pageSize);
  }

  private async hand(events: readonly RecordedEvent[], more: boolean): Promise<void> {
    for (const run of runsOfOneStream(events)) {
      if (this.stopping) return;
      const { stream } = run[0]!;
      if (this.isFollowed(stream))
        await this.persistently(stream, () => this.options.handle({ mission: missionOf(stream), stream, events: run, more }));
      this.seen = Math.max(this.seen, run.at(-1)!.position);
    }
    for (const position of this.arrived.keys()) if (position <= this.seen) this.arrived.delete(position);
  }

  private isFollowed(stream: string): boolean {
    const { streams } = this.options.subscription;
    return streams === 'both' || isSaidStream(stream) === (streams === 'said');
  }

  /** Again after each failure, until it is done or the subscription stops. */
  private async persistently(place: string, work: () => Promise<void>): Promise<void> {
    for (let failures = 0; !this.stopping;) {
      try {
        return await work();
      } catch (cause) {
        this.options.onFailure(place, cause);
        await this.halt.sleep(retryAfter(++failures, this.options.timing));
      }
    }
  }
}
