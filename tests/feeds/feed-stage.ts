import type { BatchHandler, EventFeed, RecordedEvent, RunningSubscription, Subscription } from '@muster/event-log';
import { Cursors, Database, EventLog } from '@muster/postgres';
import { freshDatabase, type TestDatabase } from '../servers/postgres.js';
import { until } from '../servers/until.js';
import { takingEffect } from './taking-effect.js';

/** What a wire brings to the suite. */
export interface Wire {
  /** A feed as another process would have it; `stop` is what that process does at its end. */
  openFeed(database: Database): EventFeed;
  /** Cuts whatever the feeds hear through, as a network does; they must find back by themselves. */
  loseConnections(place: TestDatabase): Promise<void>;
}

/** A log with readers on it, for one test. */
export interface Stage {
  readonly log: EventLog;
  readonly cursors: Cursors;
  /** All that was delivered to effective handlers, with repetitions. */
  readonly delivered: RecordedEvent[];
  subscribe(subscription: Subscription, handle: BatchHandler): Promise<RunningSubscription>;
  /** A handler as a service has it: its effects go through `once`. */
  effective(reader: string): BatchHandler;
  /** Sequences that took effect in a stream, in order. */
  done(stream: string): readonly number[];
  allDone(stream: string, count: number): Promise<void>;
  loseConnections(): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(wire: Wire): Promise<Stage> {
  const place = await freshDatabase();
  const database = await Database.open({ url: place.url });
  const cursors = new Cursors(database);
  const running: RunningSubscription[] = [];
  const delivered: RecordedEvent[] = [];
  const took = new Map<string, number[]>();
  const done = (stream: string): readonly number[] => took.get(stream) ?? [];
  return {
    log: new EventLog(database),
    cursors,
    delivered,
    done,
    subscribe: async (subscription, handle) => {
      const started = await wire.openFeed(database).subscribe(subscription, handle);
      running.push(started);
      return started;
    },
    effective: (reader) => async (batch) => {
      const { stream, events } = batch;
      delivered.push(...events);
      await takingEffect(cursors, reader, batch, (fresh) =>
        took.set(stream, [...done(stream), ...fresh.map(({ sequence }) => sequence)]),
      );
    },
    allDone: (stream, count) => until(`${stream} is handled up to ${count}`, () => done(stream).length >= count),
    loseConnections: () => wire.loseConnections(place),
    close: async () => {
      await Promise.all(running.map((subscription) => subscription.stop()));
      await database.close();
    },
  };
}

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
