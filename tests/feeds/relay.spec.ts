import { Logger } from '@nestjs/common';
import type { RunningSubscription } from '@muster/event-log';
import { Cursors, Database, EventLog, RelayPosition } from '@muster/postgres';
import { at, saying, unitStrength, unitStrengths } from '../servers/events.js';
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
  const stored = (): Promise<number> => new RelayPosition(database).load(wires.linkOf(database).prefix);
  const relayedUpTo = (position: number) => until(`it has come to ${position}`, async () => (await stored()) === position);
  /** All that the topics hold by now, in the order of each partition. */
  const readAll = async (count: number): Promise<readonly SeenMessage[]> => {
    const seen = await client.read(topics().facts, topics().alerts);
    await until(`${count} messages are read`, () => seen.length >= count);
    return seen;
  };

  it('publishes facts and alerts on topics of their own, each mission in order', async () => {
    wires.startRelay(database);
    await log.append([...unitStrengths('MINUSMA', 1, 50), ...unitStrengths('UNMISS', 1, 50)], at);
    await log.append([saying('MINUSMA', 'military', 1), unitStrength('standby', 1)], at);
    await relayedUpTo(106);
    const seen = await readAll(106);
    const sequencesOf = (topic: string, key: string): number[] =>
      seen
        .filter((message) => message.topic === topic && message.key === key)
        .map(({ headers }) => Number(headers['ce_sequence']));
    expect(sequencesOf(topics().facts, 'MINUSMA')).toEqual(upTo(52));
    expect(sequencesOf(topics().facts, 'UNMISS')).toEqual(upTo(52));
    expect(sequencesOf(topics().facts, 'standby')).toEqual([1]);
    expect(sequencesOf(topics().alerts, 'MINUSMA')).toEqual([1]);
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
