import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { sayingEvent, type CloudEvent } from '@muster/contracts';
import { standby, type Batch, type EventFeed, type RecordedEvent, type RunningSubscription } from '@muster/event-log';
import { CursorMoved, Cursors, EventLog, type Transaction } from '@muster/postgres';
import { eventFeedToken } from '@muster/runtime';
import { BreakingFact } from './breaking-fact.js';
import type { MissionFile } from './mission-file.js';
import { MissionFiles } from './mission-files.js';
import { Patience } from './patience.js';

const reader = 'assessor';

/** Facts come in, what is true is read from them, and what must be said of it goes back to the log. */
@Injectable()
export class Assessor implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Assessor.name);
  private readonly files: MissionFiles;
  private readonly patience = new Patience();
  private subscription: RunningSubscription | undefined;

  constructor(
    @Inject(eventFeedToken) private readonly feed: EventFeed,
    log: EventLog,
    private readonly cursors: Cursors,
  ) {
    this.files = new MissionFiles(log);
  }

  async onApplicationBootstrap(): Promise<void> {
    const subscription = { reader, streams: 'facts', from: 'cursor' } as const;
    this.subscription = await this.feed.subscribe(subscription, (batch) => this.handle(batch));
  }

  async onModuleDestroy(): Promise<void> {
    await this.subscription?.stop();
  }

  private async handle(batch: Batch): Promise<void> {
    const { mission, stream, events, more } = batch;
    try {
      const handled = await this.cursors.once(reader, stream, events, (tx, fresh) => this.assess(tx, batch, fresh));
      if (handled === 'known' && !more) await this.sayWhereItStands(batch);
    } catch (cause) {
      this.files.forget(mission);
      if (cause instanceof CursorMoved) return this.handle(batch);
      if (!(cause instanceof BreakingFact)) throw cause;
      this.logger.error({ msg: 'a mission is parked', mission, err: cause });
      await this.handleBefore(batch, cause);
      await this.cursors.park(reader, stream, cause.parkingError());
    }
  }

  /** What comes before a fact that breaks is handled and said as if the stream ended there. */
  private async handleBefore(batch: Batch, { sequence }: BreakingFact): Promise<void> {
    const events = batch.events.filter((event) => event.sequence < sequence);
    try {
      await this.cursors.once(reader, batch.stream, events, (tx, fresh) =>
        this.assess(tx, { ...batch, events, more: false }, fresh),
      );
      await this.sayWhereItStands(batch);
    } catch (cause) {
      this.files.forget(batch.mission);
      // Then the rules cannot read the facts before it either, and nothing can be said of them.
      if (!(cause instanceof BreakingFact)) throw cause;
    }
  }

  /** Sayings are put off while more events wait; should those turn out to be known, or break, this is where they are said. */
  private async sayWhereItStands({ mission, stream, events }: Batch): Promise<void> {
    if (mission === standby || this.files.isReadUpTo(mission, events.at(-1)!.sequence)) return;
    await this.cursors.whereItStands(reader, stream, async (tx, sequence) =>
      this.say(tx, mission, await this.files.upTo(tx, mission, sequence)),
    );
  }

  /** Gives what is to be said. */
  private async assess(
    tx: Transaction,
    { mission, events: all, more }: Batch,
    events: readonly RecordedEvent[],
  ): Promise<readonly CloudEvent[]> {
    if (mission === standby) return [];
    const said: CloudEvent[] = [];
    const file = await this.files.upTo(tx, mission, events[0]!.sequence - 1);
    for (const part of cutBefore(events, isDayTurned)) {
      // What a day ended with is said before the next one begins.
      if (isDayTurned(part[0]!)) said.push(...(await this.say(tx, mission, file)));
      this.patience.folds(mission, () => part.forEach((event) => file.fold(event)));
    }
    const moreWaits = more || events.at(-1)!.sequence < all.at(-1)!.sequence;
    if (!moreWaits || this.patience.isOver(mission, file.factsUnread)) said.push(...(await this.say(tx, mission, file)));
    return said;
  }

  private async say(tx: Transaction, mission: string, file: MissionFile): Promise<readonly CloudEvent[]> {
    file.lastSaid ??= await this.files.lastSaid(tx, mission);
    const sayings = this.patience.reads(mission, () => file.sayings());
    const events = sayings.map((saying) => sayingEvent(saying, file.traceOf(saying)));
    file.said(sayings);
    return events;
  }
}

const isDayTurned = ({ type }: RecordedEvent): boolean => type === 'muster.DayTurned';

/** In parts, each but the first beginning where it is to be cut. */
function cutBefore<Item>(items: readonly Item[], isCut: (item: Item) => boolean): readonly (readonly Item[])[] {
  const starts = items.flatMap((item, index) => (index === 0 || isCut(item) ? [index] : []));
  return starts.map((start, index) => items.slice(start, starts[index + 1]));
}
