import { Logger } from '@nestjs/common';
import { usualTiming, type Batch, type RecordedEvent, type RunningSubscription, type Subscription } from '@muster/event-log';
import type { LogBehind } from '@muster/kafka';
import { Cursors, Database, EventLog, WireLog } from '@muster/postgres';
import { at, unitStrength, unitStrengths } from '../servers/events.js';
import { brokerOfOurs, describeOnKafka, restartBroker, startKafka } from '../servers/kafka.js';
import { freshDatabase, startPostgres } from '../servers/postgres.js';
import { TopicClient } from '../servers/topic-client.js';
import { until } from '../servers/until.js';
import { feedConformance } from './feed-conformance.js';
import { upTo } from './feed-stage.js';
import { KafkaWires, quickTiming } from './kafka-wires.js';
import { takingEffect } from './taking-effect.js';

// Handlers fail here on purpose.
Logger.overrideLogger(false);

jest.setTimeout(90_000);

const facts: Subscription = { reader: 'reader', streams: 'facts', from: 'cursor' };
const missions = Array.from({ length: 12 }, (_, n) => `MISSION-${n}`);

describeOnKafka('Kafka as a feed', () => {
  let wires: KafkaWires;
  let brokers: string;
  beforeAll(async () => {
    await startPostgres();
    brokers = await startKafka();
    wires = new KafkaWires(brokers);
  });
  afterEach(() => wires.stopRelays());

  const relayed = new WeakSet<Database>();
  feedConformance('Kafka', {
    openFeed: (database) => {
      if (!relayed.has(database)) wires.startRelay(database);
      relayed.add(database);
      return wires.openFeed(database);
    },
    loseConnections: async () => wires.sockets.cut(),
  });

  describe('with the log behind it', () => {
    let database: Database;
    let log: EventLog;
    let cursors: Cursors;
    let client: TopicClient;
    let running: RunningSubscription[];
    let done: RecordedEvent[];

    beforeEach(async () => {
      database = await Database.open({ url: (await freshDatabase()).url });
      [log, cursors, client, running, done] = [new EventLog(database), new Cursors(database), new TopicClient(brokers), [], []];
    });
    afterEach(async () => {
      await Promise.all(running.map((subscription) => subscription.stop()));
      await wires.stopRelays();
      await client.close();
      await database.close();
    });

    const handled = (reader: string, batch: Batch): Promise<void> =>
      takingEffect(cursors, reader, batch, (events) => void done.push(...events));
    const subscribe = async (feed = wires.openFeed(database), reader = 'reader'): Promise<RunningSubscription> => {
      const started = await feed.subscribe({ ...facts, reader }, (batch) => handled(reader, batch));
      running.push(started);
      return started;
    };
    const doneOf = (stream: string): number[] => done.filter((event) => event.stream === stream).map(({ sequence }) => sequence);
    const published = async (position: number): Promise<void> => {
      const topic = await client.read(wires.linkOf(database).topics.facts);
      await until('all is published', () => topic.some(({ headers }) => Number(headers['ce_position']) === position));
    };

    it('takes from Kafka what Kafka has: the log is not read', async () => {
      const unread = async (): Promise<never> => {
        throw new Error('the log was read');
      };
      const real = new WireLog(database);
      const behind: LogBehind = {
        head: () => real.head(),
        headsOf: (streams) => real.headsOf(streams),
        holds: (kind) => real.holds(kind),
        standing: (...asked) => real.standing(...asked),
        eventAt: (...asked) => real.eventAt(...asked),
        after: unread,
        page: unread,
      };
      wires.startRelay(database);
      await log.append(unitStrengths('MINUSMA', 1, 3_000), at);
      await subscribe(wires.openFeed(database, { log: behind, timing: { ...quickTiming, poll: 2_000 } }));
      await log.append(unitStrengths('UNMISS', 1, 100), at);
      await until('all is handled', () => done.length === 3_104);
      expect([doneOf('MINUSMA'), doneOf('UNMISS')]).toEqual([upTo(3_002), upTo(102)]);
    });

    it('reads from the log what Kafka lacks, for a reader that joins late', async () => {
      const relay = wires.startRelay(database);
      await log.append(unitStrengths('MINUSMA', 1, 10), at);
      await published(12);
      await relay.stop();
      await client.emptyTopic(wires.linkOf(database).topics.facts);
      await log.append(unitStrengths('UNMISS', 1, 10), at);
      await subscribe();
      await until('all is handled', () => done.length === 24);
      expect([doneOf('MINUSMA'), doneOf('UNMISS')]).toEqual([upTo(12), upTo(12)]);
    });

    it('takes nothing from topics that were filled from another log, and reads its own', async () => {
      const another = await Database.open({ url: (await freshDatabase()).url });
      wires.share(database, another);
      wires.startRelay(another);
      await new EventLog(another).append(unitStrengths('UNMISS', 1, 5), at);
      await published(7);
      await wires.stopRelays();
      await log.append([unitStrength('MINUSMA', 1), unitStrength('UNMISS', 900)], at);
      await subscribe();
      await until('its own are handled', () => done.length === 6);
      expect(done.map(({ id }) => id)).not.toContain('UNMISS/1');
      await another.close();
    });

    it('brings a mission back that is replayed, though nothing new is recorded', async () => {
      wires.startRelay(database);
      await subscribe();
      await log.append(unitStrengths('MINUSMA', 1, 3), at);
      await until('the first are handled', () => done.length === 5);
      await cursors.park('reader', 'MINUSMA', {
        position: 6,
        source: '/s',
        id: '6',
        type: 'muster.UnitArrived',
        message: 'a defect',
      });
      await log.append([...unitStrengths('MINUSMA', 4, 6), ...unitStrengths('UNMISS', 1, 3)], at);
      await until('the other mission is handled', () => doneOf('UNMISS').length === 5);
      expect(doneOf('MINUSMA')).toEqual(upTo(5));
      await cursors.replay('MINUSMA');
      await until('the mission is handled', () => doneOf('MINUSMA').length === 8);
      expect(doneOf('MINUSMA')).toEqual(upTo(8));
    });

    it('goes on after an error of JavaScript itself, which would end the consumer for good', async () => {
      wires.startRelay(database);
      let failures = 0;
      running.push(
        await wires.openFeed(database).subscribe(facts, async (batch) => {
          if (failures++ < 2) throw new TypeError('undefined is not a function');
          await handled('reader', batch);
        }),
      );
      await log.append(unitStrengths('MINUSMA', 1, 3), at);
      await until('it is handled', () => done.length === 5);
      await log.append(unitStrengths('MINUSMA', 4, 6), at);
      await until('the next are handled', () => done.length === 8);
    });

    it('tells what runs it of a defect of its own, which ends the consumer', async () => {
      wires.startRelay(database);
      const fatal: Error[] = [];
      const real = new WireLog(database);
      const defect = (): never => {
        throw new TypeError('undefined is not a function');
      };
      const behind: LogBehind = {
        head: () => real.head(),
        headsOf: defect,
        holds: (kind) => real.holds(kind),
        standing: (...asked) => real.standing(...asked),
        eventAt: (...asked) => real.eventAt(...asked),
        after: (...asked) => real.after(...asked),
        page: (...asked) => real.page(...asked),
      };
      const feed = wires.openFeed(database, { log: behind, onFatal: (cause) => void fatal.push(cause) });
      await subscribe(feed);
      await log.append(unitStrengths('MINUSMA', 1, 100), at);
      await until('it is told', () => fatal.length > 0);
      expect(fatal[0]).toBeInstanceOf(TypeError);
    });

    it('passes over messages that are none of the relay’s', async () => {
      const { facts: topic } = wires.linkOf(database).topics;
      wires.startRelay(database);
      await subscribe(wires.openFeed(database), 'passing');
      await client.send(topic, [
        { key: 'MINUSMA', value: null },
        { key: 'MINUSMA', value: 'no JSON', headers: { ce_subject: 'MINUSMA', ce_recordedtime: '2018-05-08T00:00:00.000Z' } },
        { key: Buffer.from([0xff]), value: '{}', headers: { ce_id: Buffer.from([0xff]) } },
      ]);
      await until('they are passed over', () => wires.signs.of('passing').unreadable === 3);
      await log.append(unitStrengths('MINUSMA', 1, 3), at);
      await until('what follows is handled', () => done.length === 5);
    });

    it('deals a reader’s missions out to all who share it', async () => {
      wires.startRelay(database);
      const shares: Set<string>[] = [new Set(), new Set()];
      for (const own of shares)
        running.push(
          await wires.openFeed(database).subscribe(facts, async (batch) => {
            own.add(batch.stream);
            await handled('reader', batch);
          }),
        );
      const append = (n: number) =>
        log.append(
          missions.map((mission) => unitStrength(mission, n)),
          at,
        );
      await append(1);
      await until('all is handled', () => done.length === 3 * missions.length);
      for (const own of shares) own.clear();
      await append(2);
      await until('all is handled', () => done.length === 4 * missions.length);
      expect([...shares[0]!, ...shares[1]!].sort()).toEqual([...missions].sort());
      expect(Math.min(...shares.map(({ size }) => size))).toBeGreaterThan(0);
    });

    it('stays in its group while a batch takes longer than the session', async () => {
      wires.startRelay(database);
      let isInHand = false;
      let finish!: () => void;
      const inHand = new Promise<void>((resolve) => (finish = resolve));
      running.push(
        await wires.openFeed(database).subscribe({ ...facts, reader: 'slow' }, async (batch) => {
          isInHand = true;
          if (done.length === 0) await inHand;
          await handled('slow', batch);
        }),
      );
      await log.append(unitStrengths('MINUSMA', 1, 3), at);
      await until('it is in hand', () => wires.signs.of('slow').rebalances > 0 && isInHand);
      const { rebalances } = wires.signs.of('slow');
      const longerThanTheSession = setTimeout(finish, 12_000);
      await until('it is handled', () => done.length === 5, 30_000);
      clearTimeout(longerThanTheSession);
      await log.append(unitStrengths('MINUSMA', 4, 6), at);
      await until('the next are handled', () => done.length === 8);
      expect(wires.signs.of('slow').rebalances).toBe(rebalances);
    });

    it('hands over in the order of the positions to a live page, whatever partition they come from', async () => {
      wires.startRelay(database);
      const positions: number[] = [];
      const live = await wires
        .openFeed(database)
        .subscribe({ reader: 'live', streams: 'both', from: 'end' }, async ({ events }) => {
          positions.push(...events.map(({ position }) => position));
        });
      running.push(live);
      await Promise.all(Array.from({ length: 300 }, (_, n) => log.append([unitStrength(missions[n % 12]!, n)], at)));
      await until('all is delivered', () => positions.length >= 324);
      expect(positions).toEqual(upTo(324));
    });

    it('finds the broker again after it was stopped and after it was killed, and loses nothing', async () => {
      const broker = await brokerOfOurs();
      if (broker === undefined) return;
      wires.startRelay(database);
      await subscribe(wires.openFeed(database, { timing: { ...usualTiming, poll: 200 } }));
      await log.append(unitStrengths('MINUSMA', 1, 3), at);
      await until('the first are handled', () => done.length === 5);
      await broker.stop();
      await log.append(unitStrengths('MINUSMA', 4, 6), at);
      const second = await restartBroker(broker);
      await until('the next are handled', () => done.length === 8, 30_000);
      await second.kill();
      await log.append(unitStrengths('MINUSMA', 7, 9), at);
      await restartBroker(second);
      await published(11);
      await log.append(unitStrengths('MINUSMA', 10, 12), at);
      await until('the last are handled', () => done.length === 14, 45_000);
      expect(doneOf('MINUSMA')).toEqual(upTo(14));
    });
  });
});
