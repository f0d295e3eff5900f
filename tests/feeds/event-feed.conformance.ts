import type { BatchHandler, EventFeed, RecordedEvent, RunningSubscription, Subscription } from '@muster/event-log';
import { Cursors, Database, EventLog } from '@muster/postgres';
import { at, saying, unitStrength, unitStrengths } from '../servers/events.js';
import { freshDatabase, type TestDatabase } from '../servers/postgres.js';
import { until } from '../servers/until.js';

/** What a wire brings to the suite. */
export interface Wire {
  /** A feed as another process would have it; `stop` is what that process does at its end. */
  openFeed(database: Database): EventFeed;
  /** Cuts whatever the feeds hear through, as a network does; they must find back by themselves. */
  loseConnections(place: TestDatabase): Promise<void>;
}

const facts: Subscription = { reader: 'reader', streams: 'facts', from: 'cursor' };
const live: Subscription = { reader: 'live', streams: 'both', from: 'end' };
const missions = ['MINUSMA', 'UNMISS', 'MINUSCA'];

/** What every wire must do, so that an app can be moved from one to another. Each mission's stream begins with two markers. */
export function feedConformance(name: string, wire: Wire): void {
  describe(`${name} hands events over`, () => {
    let place: TestDatabase;
    let database: Database;
    let log: EventLog;
    let cursors: Cursors;
    let running: RunningSubscription[];
    /** Sequences that took effect, per stream, in order. */
    let done: Map<string, number[]>;
    /** All that was delivered, with repetitions. */
    let delivered: RecordedEvent[];

    beforeEach(async () => {
      place = await freshDatabase();
      database = await Database.open({ url: place.url });
      log = new EventLog(database);
      cursors = new Cursors(database);
      running = [];
      done = new Map();
      delivered = [];
    });
    afterEach(async () => {
      await Promise.all(running.map((subscription) => subscription.stop()));
      await database.close();
    });

    const subscribe = async (subscription: Subscription, handle: BatchHandler): Promise<RunningSubscription> => {
      const started = await wire.openFeed(database).subscribe(subscription, handle);
      running.push(started);
      return started;
    };
    /** A handler as a service has it: effects through `once`. */
    const effective =
      (reader: string, alsoDo: (event: RecordedEvent) => void = () => undefined): BatchHandler =>
      async ({ stream, events }) => {
        delivered.push(...events);
        await cursors.once(reader, stream, events, async (_tx, fresh) => {
          fresh.forEach(alsoDo);
          done.set(stream, [...(done.get(stream) ?? []), ...fresh.map(({ sequence }) => sequence)]);
        });
      };
    const countOf = (stream: string): number => done.get(stream)?.length ?? 0;
    const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
    const allDone = (stream: string, count: number): Promise<void> =>
      until(`${stream} is handled up to ${count}`, () => countOf(stream) >= count);

    it('in the order of each stream, whatever is recorded while it runs', async () => {
      await log.append(
        missions.flatMap((mission) => unitStrengths(mission, 1, 40)),
        at,
      );
      await subscribe(facts, effective('reader'));
      for (let n = 41; n <= 80; n++)
        await log.append(
          missions.map((mission) => unitStrength(mission, n)),
          at,
        );
      for (const mission of missions) {
        await allDone(mission, 82);
        expect(done.get(mission)).toEqual(upTo(82));
      }
    });

    it('in batches that are whole runs of one stream, and say when there is more', async () => {
      await log.append(unitStrengths('MINUSMA', 1, 5_000), at);
      const batches: { from: number; to: number; more: boolean }[] = [];
      await subscribe(facts, async ({ mission, stream, events, more }) => {
        expect([mission, stream]).toEqual(['MINUSMA', 'MINUSMA']);
        batches.push({ from: events[0]!.sequence, to: events.at(-1)!.sequence, more });
        expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => events[0]!.sequence + index));
      });
      await until('all is delivered', () => batches.at(-1)?.to === 5_002);
      expect(batches.length).toBeGreaterThan(1);
      expect(batches.map(({ more }) => more)).toEqual(batches.map((_, index) => index < batches.length - 1));
      expect(batches.slice(1).map(({ from }) => from)).toEqual(batches.slice(0, -1).map(({ to }) => to + 1));
    });

    it('as they were recorded', async () => {
      await log.append([unitStrength('MINUSMA', 1, { note: 'Côte d’Ivoire' })], at);
      await subscribe(facts, effective('reader'));
      await allDone('MINUSMA', 3);
      const { hash: _, ...recorded } = (await log.eventAt(3))!;
      expect(delivered.find(({ position }) => position === 3)).toEqual(recorded);
    });

    it('from the cursor on after a stop, and nothing twice', async () => {
      await log.append(unitStrengths('MINUSMA', 1, 10), at);
      const first = await subscribe(facts, effective('reader'));
      await allDone('MINUSMA', 12);
      await first.stop();
      await log.append(unitStrengths('MINUSMA', 11, 20), at);
      await subscribe(facts, effective('reader'));
      await allDone('MINUSMA', 22);
      expect(done.get('MINUSMA')).toEqual(upTo(22));
    });

    it('again where a cursor was not stored, at least once', async () => {
      await log.append(unitStrengths('MINUSMA', 1, 3), at);
      const forgetful = await subscribe(facts, async ({ events }) => void delivered.push(...events));
      await until('all is delivered', () => delivered.length >= 5);
      await forgetful.stop();
      await subscribe(facts, effective('reader'));
      await allDone('MINUSMA', 5);
      expect(done.get('MINUSMA')).toEqual(upTo(5));
    });

    it('which are filled in from the log where the wire has lost some', async () => {
      await log.append(unitStrengths('MINUSMA', 1, 10), at);
      const all = await log.events({ mission: 'MINUSMA' });
      const handle = effective('reader');
      await handle({ mission: 'MINUSMA', stream: 'MINUSMA', events: all.slice(8, 10), more: true });
      await handle({ mission: 'MINUSMA', stream: 'MINUSMA', events: all.slice(2, 5), more: true });
      await subscribe(facts, handle);
      await allDone('MINUSMA', 12);
      expect(done.get('MINUSMA')).toEqual(upTo(12));
    });

    it('again after a failure, while other missions go on', async () => {
      let failures = 0;
      const handle = effective('reader');
      await subscribe(facts, async (batch) => {
        if (batch.mission === 'MINUSMA' && failures < 3) throw new Error(`a passing fault, ${++failures}`);
        await handle(batch);
      });
      await log.append(
        missions.flatMap((mission) => unitStrengths(mission, 1, 5)),
        at,
      );
      await log.append(
        missions.flatMap((mission) => unitStrengths(mission, 6, 10)),
        at,
      );
      await allDone('UNMISS', 12);
      await allDone('MINUSMA', 12);
      expect(failures).toBe(3);
      for (const mission of missions) expect(done.get(mission)).toEqual(upTo(12));
    });

    it('to others while one mission fails for ever', async () => {
      const handle = effective('reader');
      await subscribe(facts, async (batch) => {
        if (batch.mission === 'MINUSMA') throw new Error('a defect');
        await handle(batch);
      });
      for (let n = 1; n <= 20; n++)
        await log.append(
          missions.map((mission) => unitStrength(mission, n)),
          at,
        );
      await allDone('UNMISS', 22);
      await allDone('MINUSCA', 22);
      expect(countOf('MINUSMA')).toBe(0);
    });

    it('to a parked mission again once it is replayed', async () => {
      const error = { position: 3, source: '/s', id: '3', type: 'muster.UnitArrived', message: 'a defect' };
      await cursors.park('reader', 'MINUSMA', error);
      await subscribe(facts, effective('reader'));
      await log.append([...unitStrengths('MINUSMA', 1, 5), ...unitStrengths('UNMISS', 1, 5)], at);
      await allDone('UNMISS', 7);
      expect(countOf('MINUSMA')).toBe(0);
      await cursors.replay('MINUSMA');
      // A wire without a memory of its own brings the mission back with its next event.
      await log.append([unitStrength('MINUSMA', 6)], at);
      await allDone('MINUSMA', 8);
      expect(done.get('MINUSMA')).toEqual(upTo(8));
    });

    it('once, whichever of two owners at once gets them', async () => {
      const handles = [effective('reader'), effective('reader')];
      const feeds = await Promise.all(handles.map((handle) => subscribe(facts, handle)));
      for (let n = 1; n <= 20; n++)
        await log.append(
          missions.map((mission) => unitStrength(mission, n)),
          at,
        );
      await feeds[0]!.stop();
      for (let n = 21; n <= 40; n++)
        await log.append(
          missions.map((mission) => unitStrength(mission, n)),
          at,
        );
      for (const mission of missions) await allDone(mission, 42);
      for (const mission of missions) expect(done.get(mission)).toEqual(upTo(42));
    });

    it('until it is stopped, which waits for the batch in hand', async () => {
      let finish!: () => void;
      let finished = false;
      const begun = new Promise<void>((begin) => {
        const inHand = new Promise<void>((end) => (finish = end));
        void subscribe(facts, async () => {
          begin();
          await inHand;
          finished = true;
        });
      });
      await log.append(unitStrengths('MINUSMA', 1, 3), at);
      await begun;
      const stopped = running[0]!.stop().then(() => expect(finished).toBe(true));
      await log.append(unitStrengths('UNMISS', 1, 3), at);
      finish();
      await stopped;
    });

    it('of the streams that it follows', async () => {
      const followed = new Map<string, Set<string>>();
      for (const streams of ['facts', 'said', 'both'] as const) {
        const seen = new Set<string>();
        followed.set(streams, seen);
        await subscribe({ reader: streams, streams, from: 'cursor' }, async ({ stream }) => void seen.add(stream));
      }
      await log.append([unitStrength('MINUSMA', 1), saying('MINUSMA', 'military', 1), unitStrength('standby', 1)], at);
      await until('both are followed', () => followed.get('both')?.size === 3);
      await until('each is followed', () => followed.get('facts')?.size === 2 && followed.get('said')?.size === 1);
      expect([...followed.get('facts')!].sort()).toEqual(['MINUSMA', 'standby']);
      expect([...followed.get('said')!]).toEqual(['MINUSMA/said']);
    });

    it('from the end: only what is recorded from then on, without a cursor', async () => {
      await log.append(unitStrengths('MINUSMA', 1, 3), at);
      await subscribe(live, async ({ events }) => void delivered.push(...events));
      await log.append([unitStrength('MINUSMA', 4), unitStrength('UNMISS', 1), saying('MINUSMA', 'military', 1)], at);
      await until('all is delivered', () => delivered.length >= 5);
      expect(delivered.map(({ position }) => position).sort((a, b) => a - b)).toEqual([6, 7, 8, 9, 10]);
      expect(await cursors.lags()).toEqual([]);
    });

    it.each([facts, live])('after its connection was lost too ($from)', async (subscription) => {
      await subscribe(subscription, async (batch) => {
        delivered.push(...batch.events);
        if (subscription.from === 'cursor') await effective('reader')(batch);
      });
      const positions = (): Set<number> => new Set(delivered.map(({ position }) => position));
      await log.append(unitStrengths('MINUSMA', 1, 3), at);
      await until('the first are delivered', () => positions().size === 5);
      await wire.loseConnections(place);
      await log.append(unitStrengths('MINUSMA', 4, 6), at);
      await until('the next are delivered', () => positions().size === 8);
      await log.append(unitStrengths('MINUSMA', 7, 9), at);
      await until('the last are delivered', () => positions().size === 11);
      if (subscription.from === 'cursor') expect(done.get('MINUSMA')).toEqual(upTo(11));
    });
  });
}
