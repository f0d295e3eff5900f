import { Logger } from '@nestjs/common';
import type { RunningSubscription } from '@muster/event-log';
import type { LogBehind } from '@muster/kafka';
import { Cursors, Database, EventLog, RelayPosition, WireLog } from '@muster/postgres';
import { at, reportIssued, saying, unitStrength, unitStrengths } from '../servers/events.js';
import { describeOnKafka, startKafka } from '../servers/kafka.js';
import { freshDatabase, startPostgres } from '../servers/postgres.js';
import { TopicClient, type SeenMessage } from '../servers/topic-client.js';
import { until } from '../servers/until.js';
import { upTo } from './feed-stage.js';
import { KafkaWires } from './kafka-wires.js';

Logger.overrideLogger(false);

jest.setTimeout(90_000);

describeOnKafka('the relay', () => {
  let wires: KafkaWires;
  let database: Database;
  let log: EventLog;
  let client: TopicClient;
  let running: RunningSubscription | undefined;

  beforeAll(() => startPostgres());
  beforeEach(async () => {
    const brokers = await startKafka();
    database = await Database.open({ url: (await freshDatabase()).url });
    [wires, log, client] = [new KafkaWires(brokers), new EventLog(database), new TopicClient(brokers)];
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    await wires.stopRelays();
    await client.close();
    await database.close();
  });

  const topics = () => wires.linkOf(database).topics;
  const topicsAreThere = () => until('the topics are there', async () => (await client.topics()).includes(topics().alerts));
  const positionOf = ({ headers }: SeenMessage): number => Number(headers['ce_position']);
  const stored = async (): Promise<number> => (await new RelayPosition(database).load(wires.linkOf(database).prefix)).position;
  const relayedUpTo = (position: number) => until(`it has come to ${position}`, async () => (await stored()) === position);
  /** All that the topics hold by now, in the order of each partition. */
  const readAll = async (count: number): Promise<readonly SeenMessage[]> => {
    const seen = await client.read(topics().facts, topics().alerts, topics().reports);
    await until(`${count} messages are read`, () => seen.length >= count);
    return seen;
  };

  it('publishes facts, alerts and reports on topics of their own, each mission in order', async () => {
    wires.startRelay(database);
    await log.append([...unitStrengths('MINUSMA', 1, 50), ...unitStrengths('UNMISS', 1, 50)], at);
    await log.append([saying('MINUSMA', 'military', 1), unitStrength('standby', 1)], at);
    await log.append([reportIssued('MINUSMA', '2018-01'), saying('MINUSMA', 'police', 1)], at);
    await log.append([reportIssued('MINUSMA', '2018-02'), reportIssued('UNMISS', '2018-02')], at);
    await relayedUpTo(110);
    const seen = await readAll(110);
    const sequencesOf = (topic: string, key: string): number[] =>
      seen
        .filter((message) => message.topic === topic && message.key === key)
        .map(({ headers }) => Number(headers['ce_sequence']));
    expect(sequencesOf(topics().facts, 'MINUSMA')).toEqual(upTo(52));
    expect(sequencesOf(topics().facts, 'UNMISS')).toEqual(upTo(52));
    expect(sequencesOf(topics().facts, 'standby')).toEqual([1]);
    expect(sequencesOf(topics().alerts, 'MINUSMA')).toEqual([1, 3]);
    expect(sequencesOf(topics().reports, 'MINUSMA')).toEqual([2, 4]);
    expect(sequencesOf(topics().reports, 'UNMISS')).toEqual([1]);
  });

  it('publishes nothing twice where the one before it has failed to say how far it came', async () => {
    const first = wires.startRelay(database);
    await log.append(unitStrengths('MINUSMA', 1, 20), at);
    await relayedUpTo(22);
    await first.stop();
    await new RelayPosition(database).store(wires.linkOf(database).prefix, 3);
    await log.append([...unitStrengths('MINUSMA', 21, 30), saying('MINUSMA', 'military', 1)], at);
    wires.startRelay(database);
    await relayedUpTo(33);
    expect((await readAll(33)).map(positionOf).sort((a, b) => a - b)).toEqual(upTo(33));
  });

  it('is one at a time, and another takes over', async () => {
    const [first] = [wires.startRelay(database), wires.startRelay(database)];
    await log.append(unitStrengths('MINUSMA', 1, 20), at);
    await relayedUpTo(22);
    await first.stop();
    await log.append(unitStrengths('MINUSMA', 21, 40), at);
    await relayedUpTo(42);
    expect((await readAll(42)).map(positionOf)).toEqual(upTo(42));
  });

  it.each(['deleted', 'emptied'] as const)('fills topics that were %s from position 0, which changes nothing', async (how) => {
    wires.startRelay(database);
    const cursors = new Cursors(database);
    const done: number[] = [];
    const reader = { reader: 'reader', streams: 'facts', from: 'cursor' } as const;
    running = await wires.openFeed(database).subscribe(reader, async ({ stream, events }) => {
      await cursors.once(
        'reader',
        stream,
        events,
        async (_tx, fresh) => void done.push(...fresh.map(({ sequence }) => sequence)),
      );
    });
    await log.append([...unitStrengths('MINUSMA', 1, 20), saying('MINUSMA', 'military', 1)], at);
    await until('it is handled', () => done.length === 22);
    await relayedUpTo(23);
    if (how === 'deleted') await client.deleteTopics(topics().facts, topics().alerts);
    else for (const topic of [topics().facts, topics().alerts]) await client.emptyTopic(topic);
    await log.append(unitStrengths('MINUSMA', 21, 30), at);
    await topicsAreThere();
    const seen = await client.read(topics().facts, topics().alerts);
    await until('all is there again', () => new Set(seen.map(positionOf)).size === 33, 30_000);
    await until('the next are handled', () => done.length === 32, 30_000);
    expect(done).toEqual(upTo(32));
  });

  it.each([
    ['all topics', (): string[] => [topics().facts, topics().alerts, topics().reports]],
    ['the topic of alerts', (): string[] => [topics().alerts]],
    ['the topic of reports', (): string[] => [topics().reports]],
  ])('fills %s again although the relay went before it had seen them emptied, with more published since', async (_, which) => {
    const first = wires.startRelay(database, { check: 3_600_000 });
    const said = (line: string, month: string) => [saying('MINUSMA', line, 1), reportIssued('MINUSMA', month)];
    await log.append([...unitStrengths('MINUSMA', 1, 20), ...said('military', '2018-01')], at);
    await relayedUpTo(24);
    for (const topic of which()) await client.emptyTopic(topic);
    await log.append([...unitStrengths('MINUSMA', 21, 30), ...said('police', '2018-02')], at);
    await relayedUpTo(36);
    await first.stop();
    wires.startRelay(database);
    const seen = await client.read(topics().facts, topics().alerts, topics().reports);
    await until('all is there again', () => new Set(seen.map(positionOf)).size === 36, 30_000);
    const on = (name: string) => seen.filter(({ topic }) => topic === name).map(positionOf);
    const emptied = which();
    expect(on(topics().alerts)).toEqual(emptied.includes(topics().alerts) ? [35, 23, 35] : [23, 35]);
    expect(on(topics().reports)).toEqual(emptied.includes(topics().reports) ? [36, 24, 36] : [24, 36]);
  });

  it('fills a topic of reports that was not there before, and repeats nothing on the others', async () => {
    const first = wires.startRelay(database);
    await log.append([...unitStrengths('MINUSMA', 1, 20), saying('MINUSMA', 'military', 1)], at);
    await log.append([reportIssued('MINUSMA', '2018-01'), reportIssued('MINUSMA', '2018-02')], at);
    await relayedUpTo(25);
    await first.stop();
    await client.deleteTopics(topics().reports);
    await until('it is gone', async () => !(await client.topics()).includes(topics().reports));
    await log.append([saying('MINUSMA', 'police', 1)], at);
    wires.startRelay(database);
    await relayedUpTo(26);
    const seen = await readAll(26);
    expect(seen.map(positionOf).sort((a, b) => a - b)).toEqual(upTo(26));
    expect(seen.filter(({ topic }) => topic === topics().reports).map(positionOf)).toEqual([24, 25]);
  });

  it('fills a topic again although the one that had begun to has failed before the first message', async () => {
    const first = wires.startRelay(database, { check: 3_600_000 });
    await log.append([...unitStrengths('MINUSMA', 1, 20), saying('MINUSMA', 'military', 1)], at);
    await relayedUpTo(23);
    await client.emptyTopic(topics().alerts);
    await log.append([saying('MINUSMA', 'police', 1)], at);
    await relayedUpTo(24);
    await first.stop();
    const real = new WireLog(database);
    const failing = new Proxy<LogBehind>(real, {
      get: (target, name: keyof LogBehind) =>
        name === 'after' ? () => Promise.reject(new Error('the log cannot be read')) : target[name].bind(target),
    });
    const second = wires.startRelay(database, { log: failing });
    await relayedUpTo(0);
    await second.stop();
    wires.startRelay(database);
    const seen = await client.read(topics().alerts);
    await until('all is there again', () => new Set(seen.map(positionOf)).size === 2, 30_000);
    expect(seen.map(positionOf)).toEqual([24, 23, 24]);
  });

  it('publishes nothing on topics that were filled from another log', async () => {
    const first = wires.startRelay(database);
    await log.append(unitStrengths('MINUSMA', 1, 20), at);
    await relayedUpTo(22);
    await first.stop();
    const another = await Database.open({ url: (await freshDatabase()).url });
    await new EventLog(another).append(unitStrengths('UNMISS', 1, 30), at);
    wires.share(database, another);
    const errors: string[] = [];
    const logged = jest
      .spyOn(Logger.prototype, 'error')
      .mockImplementation((told: { err?: Error }) => void errors.push(String(told.err)));
    const relay = wires.startRelay(another);
    await until('it is told', () => errors.some((error) => error.includes('it was filled from another log. Delete the topic')));
    await relay.stop();
    logged.mockRestore();
    expect((await readAll(22)).map(({ key }) => key)).toEqual(Array(22).fill('MINUSMA'));
    await another.close();
  });

  it('goes on after what a broker does not take: a message that names the fact stands for it, and readers have it from the log', async () => {
    for (const topic of [topics().facts, topics().alerts]) await client.createTopic(topic, 3, 20_000);
    wires.startRelay(database);
    const [done, live]: [string[], number[]] = [[], []];
    const cursors = new Cursors(database);
    const feed = wires.openFeed(database);
    const subscriptions = [
      await feed.subscribe({ reader: 'live', streams: 'both', from: 'end' }, async ({ events }) => {
        live.push(...events.map(({ position }) => position));
      }),
      await feed.subscribe({ reader: 'reader', streams: 'facts', from: 'cursor' }, async ({ stream, events }) => {
        await cursors.once('reader', stream, events, async (_tx, fresh) => {
          done.push(...fresh.map(({ sequence, data }) => `${sequence}: ${String(data['note']).length}`));
        });
      }),
    ];
    running = { stop: async () => void (await Promise.all(subscriptions.map((one) => one.stop()))) };
    const sizes = [1_000, 50_000, ...Array<number>(40).fill(1_000), 30_000];
    await log.append(
      sizes.map((size, n) => unitStrength('MINUSMA', n, { note: 'x'.repeat(size) })),
      at,
    );
    await relayedUpTo(45);
    const seen = await readAll(45);
    expect(seen.map(positionOf)).toEqual(upTo(45));
    const named = seen.filter(({ value }) => value === null).map(({ headers }) => headers['ce_dataref']);
    expect(named).toEqual(['/api/facts/4', '/api/facts/45']);
    await until('all is handled', () => done.length === 45 && live.length === 45);
    expect(done.slice(2)).toEqual(sizes.map((size, n) => `${n + 3}: ${size}`));
    expect(live).toEqual(upTo(45));
    await log.append(unitStrengths('MINUSMA', 100, 110), at);
    await relayedUpTo(56);
  });

  it('does not read the log from the first position where nothing has ever been said', async () => {
    const first = wires.startRelay(database);
    await log.append(unitStrengths('MINUSMA', 1, 20), at);
    await relayedUpTo(22);
    await first.stop();
    const readAfter: number[] = [];
    const real = new WireLog(database);
    const behind = new Proxy<LogBehind>(real, {
      get: (target, name: keyof LogBehind) =>
        name === 'after'
          ? (position: number, limit: number) => {
              readAfter.push(position);
              return target.after(position, limit);
            }
          : target[name].bind(target),
    });
    wires.startRelay(database, { log: behind });
    await log.append(unitStrengths('MINUSMA', 21, 30), at);
    await relayedUpTo(32);
    expect(Math.min(...readAfter)).toBe(22);
  });

  it('sends nothing of what it had in hand where it stood still and another has taken the duty', async () => {
    await log.append(unitStrengths('MINUSMA', 1, 20), at);
    const real = new WireLog(database);
    let isLost = false;
    const standsStill = async (position: number, limit: number) => {
      const page = await real.after(position, limit);
      if (isLost) return page;
      // As SIGSTOP does, and a restart of PostgreSQL meanwhile: another relay publishes the page.
      isLost = true;
      wires.startRelay(database);
      await relayedUpTo(22);
      const now = Date.now.bind(Date);
      jest.spyOn(Date, 'now').mockImplementation(() => now() + 1_000);
      return page;
    };
    const behind = new Proxy<LogBehind>(real, {
      get: (target, name: keyof LogBehind) => (name === 'after' ? standsStill : target[name].bind(target)),
    });
    const confirm = async (): Promise<void> => {
      if (isLost) throw new Error('Connection terminated unexpectedly');
    };
    const { signal: over } = new AbortController();
    const stood = wires.relayOf(database, { log: behind }).run({ over, confirm, news: async () => undefined });
    await expect(stood).rejects.toThrow('Connection terminated unexpectedly');
    jest.restoreAllMocks();
    expect(await client.count(topics().facts)).toBe(22);
  });

  it('publishes facts that are larger together than the broker takes at once', async () => {
    wires.startRelay(database);
    const note = 'x'.repeat(400_000);
    await log.append(
      Array.from({ length: 30 }, (_, n) => unitStrength('MINUSMA', n, { note })),
      at,
    );
    await relayedUpTo(32);
    expect((await readAll(32)).map(positionOf)).toEqual(upTo(32));
  });
});
