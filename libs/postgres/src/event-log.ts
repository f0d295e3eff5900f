import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@muster/contracts';
import type { RecordedEvent } from '@muster/event-log';
import { appendEvents, planEvents, planPart, type PlannedAppend } from './append/append-events.js';
import { lockLog, streamsBehind } from './append/log-state.js';
import { LogWriter } from './append/log-writer.js';
import type { AppendedAt, Outcome } from './append/outcome.js';
import { Database, type Connection, type Transaction } from './database.js';
import * as read from './read-events.js';
import * as sayings from './read-sayings.js';
import { verifyChains, type ChainReport } from './verify-chains.js';

/** What may be read while nobody else can write: it is still true when the events made from it are recorded. */
export interface LockedLog {
  eventBy(source: string, id: string): Promise<RecordedEvent | undefined>;
  events(query: read.EventQuery): Promise<RecordedEvent[]>;
}

/** The log. Reads that take a transaction see what it has written; without one they see what is committed. */
@Injectable()
export class EventLog {
  private readonly writer: LogWriter;

  constructor(private readonly database: Database) {
    this.writer = new LogWriter(database);
  }

  /** Records what is new, all of it or, where it throws, nothing; one outcome for each event, in order. */
  async append(events: readonly CloudEvent[], at: AppendedAt): Promise<readonly Outcome[]> {
    return (await this.appendFromMemory(events, at)) ?? this.record((tx) => planEvents(tx, events, at));
  }

  /** The same with events that are made while the log is locked, from what it then holds. */
  appendPrepared(at: AppendedAt, prepare: (log: LockedLog) => Promise<readonly CloudEvent[]>): Promise<readonly Outcome[]> {
    return this.record(async (tx) => {
      await lockLog(tx);
      const events = await prepare({
        eventBy: (source, id) => read.eventBy(tx, source, id),
        events: (query) => read.findEvents(tx, query),
      });
      return planEvents(tx, events, at);
    });
  }

  /** The same in a transaction of the caller's, last in it: others wait for the log until it ends. Sayings need no `at`. */
  appendIn(tx: Transaction, events: readonly CloudEvent[], at?: AppendedAt): Promise<readonly Outcome[]> {
    return appendEvents(tx, events, at);
  }

  /**
   * Tells every mission's stream that is behind the day and the policy; any number of processes may try. Gives the missions whose day it
   * was that turned it.
   */
  async turnDay(today: string, policy: AppendedAt['policy']): Promise<readonly string[]> {
    if ((await streamsBehind(this.database.pool, today, policy.hash)).length === 0) return [];
    let missions: readonly string[] = [];
    await this.record(async (tx) => {
      await lockLog(tx);
      const turned = await streamsBehind(tx, today, policy.hash);
      const last = await planPart(tx, { events: [], turned, at: { today, policy }, recordedAt: new Date().toISOString() });
      missions = last.rows.filter(({ type }) => type === 'muster.DayTurned').map(({ subject }) => subject);
      return { outcomes: [], last, isLarge: false };
    });
    return missions;
  }

  eventAt(position: number, tx?: Transaction): Promise<read.ChainedEvent | undefined> {
    return read.eventAt(this.through(tx), position);
  }

  eventBy(source: string, id: string, tx?: Transaction): Promise<read.ChainedEvent | undefined> {
    return read.eventBy(this.through(tx), source, id);
  }

  /** A stream from a sequence on, in pages. */
  eventsOf(stream: string, range?: read.StreamRange, tx?: Transaction): AsyncGenerator<readonly RecordedEvent[]> {
    return read.readStream(this.through(tx), stream, range);
  }

  /** Facts of missions by type and day, in the order of their positions. */
  events(query: read.EventQuery, tx?: Transaction): Promise<RecordedEvent[]> {
    return read.findEvents(this.through(tx), query);
  }

  /** Whatever was recorded after a position: what a live page has missed. */
  eventsAfter(position: number, limit = 1_000): Promise<RecordedEvent[]> {
    return read.readAfter(this.database.pool, position, limit);
  }

  streams(tx?: Transaction): Promise<read.StreamPosition[]> {
    return read.readStreams(this.through(tx));
  }

  /** One stream, where there is it, and the one that holds the last event. */
  streamAndLast(stream: string, tx?: Transaction): Promise<read.StreamPosition[]> {
    return read.readStreamAndLast(this.through(tx), stream);
  }

  /** The position of the last event, 0 where there is none. */
  head(tx?: Transaction): Promise<number> {
    return read.readHead(this.through(tx));
  }

  /** The newest saying of each alert of a mission, resolved ones too. */
  lastSayings(mission: string, tx?: Transaction): Promise<RecordedEvent[]> {
    return sayings.readLastSayings(this.through(tx), mission);
  }

  /** All that was said about one alert, from its beginning. */
  history(key: string): Promise<RecordedEvent[]> {
    return sayings.readHistory(this.database.pool, key);
  }

  /** Sayings of every mission after a position, in order. */
  sayingsAfter(position: number, limit?: number): Promise<RecordedEvent[]> {
    return sayings.readSayingsAfter(this.database.pool, position, limit);
  }

  verifyChains(): Promise<ChainReport> {
    return verifyChains(this.database);
  }

  private async record(plan: (tx: Transaction) => Promise<PlannedAppend>): Promise<readonly Outcome[]> {
    const { planned, position } = await this.database.transactionEndingWith(plan, async (tx, planned) => ({
      planned,
      position: await this.writer.write(tx, planned),
    }));
    return this.writer.committed(planned, position);
  }

  /** In one round trip; undefined where nothing was written, since the log must be asked first. */
  private async appendFromMemory(events: readonly CloudEvent[], at: AppendedAt): Promise<readonly Outcome[] | undefined> {
    const planned = this.writer.planFromMemory(events, at);
    if (planned === undefined) return undefined;
    const position = await this.database.atOnce((tx) => this.writer.write(tx, planned));
    return position === undefined ? undefined : this.writer.committed(planned, position);
  }

  private through(tx: Transaction | undefined): Connection {
    return tx ?? this.database.pool;
  }
}
