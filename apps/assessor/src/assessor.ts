import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { sayingEvent, sayingOf, type CloudEvent } from '@muster/contracts';
import type { Saying } from '@muster/force-generation';
import { standby, type Batch, type EventFeed, type RecordedEvent, type RunningSubscription } from '@muster/event-log';
import { Cursors, EventLog, type Transaction } from '@muster/postgres';
import { eventFeedToken } from '@muster/runtime';
import { BreakingFact } from './breaking-fact.js';
import { MissionFile } from './mission-file.js';

const reader = 'assessor';

/**
 * While more waits in the log, a mission is folded for so long before it is read again; but a large mission takes long to read, and
 * then it is folded so many times as long. Its own time counts, not that of the missions that take turns with it.
 */
const patience = { facts: 200_000, milliseconds: 1_000, timesTheLastReading: 10 };

/** Facts come in, what is true is read from them, and what must be said of it goes back to the log. */
@Injectable()
export class Assessor implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Assessor.name);
  private readonly files = new Map<string, MissionFile>();
  /** By mission, in milliseconds: how long it took to fold what has not been read, and how long the last reading took. */
  private readonly foldedFor = new Map<string, number>();
  private readonly lastReading = new Map<string, number>();
  private subscription: RunningSubscription | undefined;

  constructor(
    @Inject(eventFeedToken) private readonly feed: EventFeed,
    private readonly log: EventLog,
    private readonly cursors: Cursors,
  ) {}

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
      if (handled === 'known' && !more && !this.isRead(batch)) await this.sayWhereItStands(batch);
    } catch (cause) {
      this.files.delete(mission);
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
      this.files.delete(batch.mission);
      // Then the rules cannot read the facts before it either, and nothing can be said of them.
      if (!(cause instanceof BreakingFact)) throw cause;
    }
  }

  /** Whether nothing of the mission waits to be said up to the end of a batch, as far as this process knows. */
  private isRead({ mission, events }: Batch): boolean {
    const file = this.files.get(mission);
    return mission === standby || (file?.factsUnread === 0 && file.sequence >= events.at(-1)!.sequence);
  }

  /** Sayings are put off while more events wait; should those turn out to be known, or break, this is where they are said. */
  private async sayWhereItStands({ mission, stream }: Batch): Promise<void> {
    await this.cursors.whereItStands(reader, stream, async (tx, sequence) =>
      this.say(tx, mission, await this.fileUpTo(tx, mission, sequence)),
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
    const file = await this.fileUpTo(tx, mission, events[0]!.sequence - 1);
    const began = Date.now();
    for (const event of events) {
      // What a day ended with is said before the next one begins.
      if (event.type === 'muster.DayTurned') said.push(...(await this.say(tx, mission, file)));
      file.fold(event);
    }
    this.foldedFor.set(mission, (this.foldedFor.get(mission) ?? 0) + Date.now() - began);
    const moreWaits = more || events.at(-1)!.sequence < all.at(-1)!.sequence;
    if (!moreWaits || this.isOverdue(mission, file)) said.push(...(await this.say(tx, mission, file)));
    return said;
  }

  private async say(tx: Transaction, mission: string, file: MissionFile): Promise<readonly CloudEvent[]> {
    const began = Date.now();
    file.lastSaid ??= await this.lastSaid(tx, mission);
    const sayings = file.sayings();
    const events = sayings.map((saying) => sayingEvent(saying, file.traceOf(saying)));
    file.said(sayings);
    this.foldedFor.set(mission, 0);
    this.lastReading.set(mission, Date.now() - began);
    return events;
  }

  /** The mission as it stands at a sequence: in memory, or folded from the log as far as it lags behind. */
  private async fileUpTo(tx: Transaction, mission: string, sequence: number): Promise<MissionFile> {
    const known = this.files.get(mission);
    if (known?.sequence === sequence) return known;
    const file = known !== undefined && known.sequence < sequence ? known : new MissionFile(mission);
    this.files.set(mission, file);
    if (sequence === 0) return file;
    const range = { afterSequence: file.sequence, upToSequence: sequence };
    for await (const page of this.log.eventsOf(mission, range, tx)) for (const event of page) file.fold(event);
    // Another process may have handled these, and said more than is remembered here; what it put off is still to be said.
    file.lastSaid = await this.lastSaid(tx, mission);
    file.forgetNews(Math.max(0, ...[...file.lastSaid.values()].map(({ upTo }) => upTo)));
    return file;
  }

  private async lastSaid(tx: Transaction, mission: string): Promise<Map<string, Saying>> {
    const events = await this.log.lastSayings(mission, tx);
    return new Map(events.map((event) => [String(event.data['key']), sayingOf(event)]));
  }

  private isOverdue(mission: string, file: MissionFile): boolean {
    const pause = Math.max(patience.milliseconds, patience.timesTheLastReading * (this.lastReading.get(mission) ?? 0));
    return file.factsUnread >= patience.facts || (this.foldedFor.get(mission) ?? 0) >= pause;
  }
}
