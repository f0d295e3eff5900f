import { usualTiming, type Batch, type RecordedEvent, type Subscription } from '@muster/event-log';
import { Logger } from '@nestjs/common';
import { Cursors, Database, EventLog, PostgresFeed } from '@muster/postgres';
import { at, saying, unitStrength } from '../servers/events.js';
import { asSuperuser, freshDatabase, startPostgres, type TestDatabase } from '../servers/postgres.js';
import { until } from '../servers/until.js';
import { feedConformance } from './feed-conformance.js';

// Handlers fail here on purpose.
Logger.overrideLogger(false);

const timing = { ...usualTiming, retake: 20, firstRetry: 5, longestRetry: 50 };

const endSessionsOfFeeds = (place: TestDatabase): Promise<void> =>
  asSuperuser(
    place,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'muster % feed'`,
  );

beforeAll(() => startPostgres());

feedConformance('PostgreSQL', {
  openFeed: (database) => new PostgresFeed(database, timing),
  loseConnections: endSessionsOfFeeds,
});

describe('PostgreSQL as a feed', () => {
  let place: TestDatabase;
  let database: Database;
  let log: EventLog;

  beforeEach(async () => {
    place = await freshDatabase();
    database = await Database.open({ url: place.url });
    log = new EventLog(database);
  });
  afterEach(() => database.close());

  it('hands over in the order of the positions to a live page', async () => {
    const positions: number[] = [];
    const live = await new PostgresFeed(database, timing).subscribe(
      { reader: 'live', streams: 'both', from: 'end' },
      async ({ events }) => {
        positions.push(...events.map(({ position }) => position));
      },
    );
    const missions = ['MINUSMA', 'UNMISS', 'MINUSCA'];
    await Promise.all(Array.from({ length: 300 }, (_, n) => log.append([unitStrength(missions[n % 3] ?? '', n)], at)));
    await until('all is delivered', () => positions.length >= 306);
    expect(positions).toEqual(Array.from({ length: 306 }, (_, index) => index + 1));
    await live.stop();
  });

  it('hands over what this process records without a look at the log, to a reader and to a live page', async () => {
    const narrow = await Database.open({ url: place.url, poolSize: 2 });
    const own = new EventLog(narrow);
    const feed = new PostgresFeed(narrow, { ...timing, poll: 60_000 });
    const seen: RecordedEvent[] = [];
    const note = async ({ events }: Batch) => void seen.push(...events);
    await feed.subscribe({ reader: 'reader', streams: 'facts', from: 'cursor' }, note);
    await feed.subscribe({ reader: 'live', streams: 'both', from: 'end' }, note);
    await own.append([unitStrength('MINUSMA', 1), saying('MINUSMA', 'military', 1)], at);
    await until('both have the first', () => seen.length === 3 + 4);
    // One connection is left for what is recorded, and none after it: nobody can read the log.
    const first = await narrow.pool.connect();
    const recorded = own.append([unitStrength('MINUSMA', 2, { note: 'é' }), saying('MINUSMA', 'military', 2)], at);
    const second = await narrow.pool.connect();
    await recorded;
    await until('both have what follows', () => seen.length === 7 + 1 + 2);
    first.release();
    second.release();
    const { hash: _, ...read } = (await log.eventAt(5))!;
    expect(seen.filter(({ position }) => position === 5)).toEqual([read, read]);
    await feed.beforeApplicationShutdown();
    await narrow.close();
  });

  it('misses nothing and repeats nothing where several processes record at once', async () => {
    const other = await Database.open({ url: place.url });
    const positions: number[] = [];
    const live = await new PostgresFeed(database, { ...timing, poll: 60_000 }).subscribe(
      { reader: 'live', streams: 'both', from: 'end' },
      async ({ events }) => void positions.push(...events.map(({ position }) => position)),
    );
    const logs = [log, new EventLog(other)];
    await Promise.all(
      logs.map(async (one, l) => {
        for (let n = 0; n < 60; n += 1) await one.append([unitStrength('MINUSMA', 2 * n + l)], at);
      }),
    );
    await until('all is delivered', () => positions.length >= 122);
    expect(positions).toEqual(Array.from({ length: 122 }, (_, index) => index + 1));
    await live.stop();
    await other.close();
  });

  it('lets one process at a time have a reader, and the next one take over', async () => {
    const seen: string[] = [];
    const start = (name: string) =>
      new PostgresFeed(database, timing).subscribe(
        { reader: 'reader', streams: 'facts', from: 'cursor' },
        async ({ stream, events }) => {
          seen.push(name);
          await new Cursors(database).once('reader', stream, events, async () => undefined);
        },
      );
    const first = await start('first');
    await log.append([unitStrength('MINUSMA', 1)], at);
    await until('the first is at work', () => seen.length === 1);
    const second = await start('second');
    await log.append([unitStrength('MINUSMA', 2)], at);
    await until('the first goes on', () => seen.length === 2);
    await first.stop();
    await log.append([unitStrength('MINUSMA', 3)], at);
    await until('the second has taken over', () => seen.length === 3);
    expect(seen).toEqual(['first', 'first', 'second']);
    await second.stop();
  });

  it('reads a parked mission again as soon as it is replayed', async () => {
    const cursors = new Cursors(database);
    const seen: number[] = [];
    await log.append([unitStrength('MINUSMA', 1)], at);
    await cursors.park('reader', 'MINUSMA', {
      position: 3,
      source: '/s',
      id: '3',
      type: 'muster.UnitArrived',
      message: 'a defect',
    });
    const subscription: Subscription = { reader: 'reader', streams: 'facts', from: 'cursor' };
    const feed = await new PostgresFeed(database, timing).subscribe(subscription, async ({ stream, events }) => {
      await cursors.once(
        'reader',
        stream,
        events,
        async (_tx, fresh) => void seen.push(...fresh.map(({ sequence }) => sequence)),
      );
    });
    await log.append([unitStrength('UNMISS', 1)], at);
    await until('the other mission is handled', () => seen.length === 3);
    await cursors.replay('MINUSMA', 'reader');
    await until('the parked one is handled', () => seen.length === 6);
    await feed.stop();
  });

  it('finds by polling what no notification told of', async () => {
    const seen: number[] = [];
    const live = await new PostgresFeed(database, { ...timing, poll: 30 }).subscribe(
      { reader: 'live', streams: 'facts', from: 'end' },
      async ({ events }) => void seen.push(...events.map(({ sequence }) => sequence)),
    );
    // A copy of an event, as a restored backup or another tool would write it: without NOTIFY.
    await database.pool.query(
      `insert into event_log (position, stream, sequence, source, id, type, subject, data, on_day, known_on, recorded_at, hash)
       values (1, 'MINUSMA', 1, '/s', '1', 'muster.UnitArrived', 'MINUSMA', '{"on":"2018-01-31"}', '2018-01-31', '2018-01-31', '', '')`,
    );
    await until('it is delivered', () => seen.length === 1);
    await live.stop();
  });
});
