import { Lanes, type RecordedEvent, WakeUp } from '@muster/event-log';
import type { Batch, EachBatchPayload } from 'kafkajs';
import { GroupConsumer, type Assignment, type BatchTurn } from '../group-consumer.js';
import { Assigned } from './assigned.js';
import type { FollowOptions, Follower } from './follow-options.js';
import { Patrol } from './patrol.js';
import { letGo, readMessages, stretchesByStream, type Elsewhere } from './read-messages.js';
import { topicsFollowed } from './topics-followed.js';

/** Events of one batch for a handler. */
const batchLimit = 2_000;

/** Fewer than these, and nothing behind them: whoever brought them is not behind, and the log need not be asked whether there is more. */
const manyEvents = 50;

/** Follows Kafka as a member of the reader's group: what it brings goes through lanes, what it lacks comes from the log. */
export class CursorFollower implements Follower {
  readonly standing: Promise<void>;
  private readonly lanes: Lanes;
  private readonly assigned: Assigned;
  private readonly consumer: GroupConsumer;
  private readonly halt = new WakeUp();
  private readonly patrolling: Promise<void>;
  private stopping = false;

  constructor(private readonly options: FollowOptions) {
    const { link, log, subscription, handle, timing, onFailure, signs, onFatal } = options;
    const read = (stream: string, after: number) => log.page(stream, after, batchLimit);
    this.lanes = new Lanes({ handle, read, timing, onFailure });
    this.assigned = new Assigned(link);
    this.consumer = new GroupConsumer({
      link,
      group: link.groupOf(subscription.reader),
      topics: topicsFollowed(link.topics, subscription.streams),
      begins: 'first',
      signs,
      onBatch: (payload, turn) => this.hand(payload, turn),
      onAssigned: (assignment) => void this.assign(assignment),
      onFatal,
    });
    this.standing = this.consumer.standing;
    this.patrolling = this.patrol();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.halt.call();
    await this.lanes.drain();
    await this.consumer.stop();
    await this.patrolling;
  }

  /** True where all of it is handled, or failed and waits for the log to serve it again. */
  private async hand({ batch }: EachBatchPayload, turn: BatchTurn): Promise<boolean> {
    const { link, signs, onFailure } = this.options;
    const { events: read, unreadable } = readMessages(batch, batch.topic !== link.topics.facts);
    letGo(batch);
    signs.unreadable += unreadable.length;
    for (const { offset, problem } of unreadable)
      onFailure(
        `offset ${offset} of ${batch.topic}/${batch.partition}`,
        new Error(`this message is not the relay's: ${problem}`),
      );
    const events = await this.withThoseOfTheLog(read);
    if (!(await this.isOfThisLog(batch, events[0]))) return true;
    const streams = stretchesByStream(events);
    const beyond = Number(batch.highWatermark) - 1 - Number(batch.lastOffset());
    const heads = beyond > 0 || events.length >= manyEvents ? await this.headsOf([...streams.keys()]) : new Map<string, number>();
    const handled = await Promise.all(
      [...streams].map(([stream, stretches]) => this.handStream(stream, stretches, { known: heads.get(stream), turn })),
    );
    this.assigned.reached(batch.topic, batch.partition, beyond);
    return handled.every((all) => all);
  }

  /** Where the log cannot be reached, what it alone holds is left to the patrol. */
  private async withThoseOfTheLog(read: readonly (RecordedEvent | Elsewhere)[]): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for (const event of read) {
      const found = 'elsewhere' in event ? await this.options.log.eventAt(event.elsewhere).catch(() => undefined) : event;
      if (found !== undefined) events.push(found);
    }
    return events;
  }

  /** The first messages of a partition say whether it was filled from this log; of another one nothing is handed over. */
  private async isOfThisLog({ topic, partition }: Batch, event: RecordedEvent | undefined): Promise<boolean> {
    if (event === undefined || this.assigned.isChecked(topic, partition)) return true;
    try {
      const { position, source, id } = event;
      const ours = await this.options.log.eventAt(position);
      if (ours?.source !== source || ours.id !== id)
        throw new Error(
          `position ${position} is ${id} of ${source} here and not in the log: the topic was filled from another log`,
        );
      this.assigned.check(topic, partition);
      return true;
    } catch (cause) {
      this.options.onFailure(`${topic}/${partition}`, cause);
      return false;
    }
  }

  private async handStream(
    stream: string,
    stretches: readonly (readonly RecordedEvent[])[],
    { known, turn }: { known: number | undefined; turn: BatchTurn },
  ): Promise<boolean> {
    for (const part of stretches.flatMap(inParts)) {
      if (turn.isOver()) return false;
      this.lanes.news(stream, part, known);
      await this.lanes.settled(stream);
    }
    const last = Math.max(...stretches.map((stretch) => stretch.at(-1)!.sequence));
    return (this.lanes.handledOf(stream) ?? 0) >= last || this.lanes.hasFailed(stream);
  }

  /** Where the log stands says whether a batch is the last one; where it cannot be reached, its handler will tell. */
  private headsOf(streams: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.options.log.headsOf(streams).catch(() => new Map());
  }

  private async assign(assignment: Assignment): Promise<void> {
    for (let isKnown = false; !isKnown && !this.stopping;) {
      isKnown = await this.assigned.assign(assignment).then(
        () => true,
        async (cause: unknown) => {
          this.options.onFailure('the partitions', cause);
          await new Promise((resolve) => setTimeout(resolve, this.options.timing.retake));
          return false;
        },
      );
    }
    this.lanes.keepOnly((stream) => this.assigned.isOurs(stream));
  }

  private async patrol(): Promise<void> {
    const { log, subscription, timing, onFailure } = this.options;
    const { lanes, assigned } = this;
    const isOurs = (stream: string): boolean => assigned.isOurs(stream);
    const isComing = (stream: string): boolean => assigned.isComing(stream);
    const patrol = new Patrol({ log, lanes, subscription, isOurs, isComing });
    while (!this.stopping) {
      await patrol.round().catch((cause: unknown) => onFailure('the log', cause));
      if (!this.stopping) await this.halt.sleep(timing.poll);
    }
  }
}

function inParts(stretch: readonly RecordedEvent[]): RecordedEvent[][] {
  const parts: RecordedEvent[][] = [];
  for (let from = 0; from < stretch.length; from += batchLimit) parts.push(stretch.slice(from, from + batchLimit));
  return parts;
}
