import { Logger } from '@nestjs/common';
import type { FeedTiming, RunningSubscription } from '@muster/event-log';
import { Cursors, Database, EventLog } from '@muster/postgres';
import { at, reportIssued, saying, unitStrength } from '../servers/events.js';
import { describeOnKafka, startKafka } from '../servers/kafka.js';
import { freshDatabase, startPostgres } from '../servers/postgres.js';
import { until } from '../servers/until.js';
import { upTo } from './feed-stage.js';
import { KafkaWires, quickTiming } from './kafka-wires.js';

Logger.overrideLogger(false);

jest.setTimeout(90_000);

const missions = ['MINUSMA', 'UNMISS', 'MINUSCA'];

interface Effect {
  readonly mission: string;
  readonly sequence: number;
}

/** Nothing is to be found by looking at the log now and then. */
const neverLooking: FeedTiming = { ...quickTiming, poll: 3_600_000 };

describeOnKafka('what was said of a mission, alerts on one topic and reports on another, is handed over', () => {
  let wires: KafkaWires;
  let database: Database;
  let log: EventLog;
  const running: RunningSubscription[] = [];

  beforeAll(() => startPostgres());
  beforeEach(async () => {
    wires = new KafkaWires(await startKafka());
    database = await Database.open({ url: (await freshDatabase()).url });
    log = new EventLog(database);
    wires.startRelay(database);
    await log.append([unitStrength('MINUSMA', 1)], at);
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((subscription) => subscription.stop()));
    await wires.stopRelays();
    await database.close();
  });

  const openFeed = () => wires.openFeed(database, { timing: neverLooking });

  /** Sixty of each mission; every fifth is a report, the last one too. */
  const sayMuch = async (): Promise<void> => {
    for (let n = 1; n <= 60; n += 1)
      for (const mission of missions)
        await log.append([n % 5 === 0 ? reportIssued(mission, `20${n + 10}-01`) : saying(mission, `line-${n}`, 1)], at);
  };

  it.each([
    ['one process', 1],
    ['two processes, of which one has the alerts of a mission and the other its reports', 2],
  ])('to %s in the order of its stream, each once, and nobody waits', async (_, processes) => {
    // Work that comes to nothing leaves nothing there.
    await database.pool.query('create table effect (n serial, mission text, sequence integer)');
    const cursors = new Cursors(database);
    for (let n = 0; n < processes; n += 1)
      running.push(
        await openFeed().subscribe({ reader: 'reader', streams: 'said', from: 'cursor' }, async ({ stream, events }) => {
          await cursors.once('reader', stream, events, async (tx, fresh) => {
            for (const { subject, sequence } of fresh)
              await tx.query('insert into effect (mission, sequence) values ($1, $2)', [subject, sequence]);
          });
        }),
      );
    await sayMuch();
    const effects = async (): Promise<readonly Effect[]> =>
      (await database.pool.query<Effect>('select mission, sequence from effect order by n')).rows;
    await until('all is handled', async () => (await effects()).length >= 180);
    const done = await effects();
    const sequencesOf = (mission: string) => done.filter((one) => one.mission === mission).map(({ sequence }) => sequence);
    for (const mission of missions) expect([mission, sequencesOf(mission)]).toEqual([mission, upTo(60)]);
  });

  it('to a live page in the order of the log, and nobody waits', async () => {
    const positions: number[] = [];
    running.push(
      await openFeed().subscribe({ reader: 'live', streams: 'both', from: 'end' }, async ({ events }) => {
        positions.push(...events.map(({ position }) => position));
      }),
    );
    await sayMuch();
    await until('all is delivered', () => positions.length >= 180);
    expect(positions).toEqual(upTo(183).slice(3));
  });
});
