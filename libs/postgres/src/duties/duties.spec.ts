import { Logger } from '@nestjs/common';
import { usualTiming } from '@muster/event-log';
import { at, unitStrengths } from '../../../../tests/servers/events.js';
import { asSuperuser, freshDatabase, type TestDatabase } from '../../../../tests/servers/postgres.js';
import { until } from '../../../../tests/servers/until.js';
import { dutyLockSpace } from '../advisory-locks.js';
import { Database, Duties, EventLog, type Turn } from '../index.js';

Logger.overrideLogger(false);

const timing = { ...usualTiming, retake: 20, firstRetry: 5, longestRetry: 50 };

const holder = `from pg_locks join pg_database on pg_database.oid = database
  where datname = current_database() and locktype = 'advisory' and classid = ${dutyLockSpace} and granted`;

const untilOver = ({ over }: Turn): Promise<void> =>
  new Promise((resolve) => (over.aborted ? resolve() : over.addEventListener('abort', () => resolve())));

describe('a duty', () => {
  let place: TestDatabase;
  let database: Database;
  let processes: Duties[];

  beforeEach(async () => {
    place = await freshDatabase();
    database = await Database.open({ url: place.url, poolSize: 3 });
    processes = [new Duties(database, timing), new Duties(database, timing)];
  });
  afterEach(async () => {
    await Promise.all(processes.map((duties) => duties.beforeApplicationShutdown()));
    await database.close();
  });

  /** Who works, and the most who worked at once. */
  const takeEverywhere = (duty: string) => {
    const told = { working: new Set<number>(), most: 0, turns: [] as number[] };
    const held = processes.map((duties, who) =>
      duties.take(duty, async (turn) => {
        told.working.add(who);
        told.turns.push(who);
        told.most = Math.max(told.most, told.working.size);
        await untilOver(turn);
        told.working.delete(who);
      }),
    );
    return { told, held };
  };

  it('is one process’s at a time, and another takes it over', async () => {
    const { told, held } = takeEverywhere('relay');
    await until('somebody works', () => told.working.size === 1);
    const [first] = told.turns;
    await held[first!]!.stop();
    await until('the other one works', () => told.working.size === 1);
    expect([told.turns, told.most]).toEqual([[first, 1 - first!], 1]);
  });

  it('is apart from every other', async () => {
    const [relay, clock] = [takeEverywhere('relay'), takeEverywhere('clock')];
    await until('both are had', () => relay.told.working.size === 1 && clock.told.working.size === 1);
  });

  it('is over where the connection that holds its lock is lost, and is taken up again', async () => {
    const { told } = takeEverywhere('relay');
    await until('somebody works', () => told.working.size === 1);
    // Only the holder's: ending the waiting one too, a moment later, could end the turn that it has just taken.
    await asSuperuser(place, `select pg_terminate_backend(pid) ${holder}`);
    await until('it is taken up again', () => told.turns.length === 2 && told.working.size === 1);
    expect(told.most).toBe(1);
  });

  it('is taken up again after it failed', async () => {
    let tries = 0;
    processes[0]!.take('relay', async (turn) => {
      if (++tries < 3) throw new Error('a passing fault');
      await untilOver(turn);
    });
    await until('it works', () => tries === 3);
  });

  it('hears when something is recorded', async () => {
    let heard = 0;
    let isListening = false;
    processes[0]!.take('relay', async (turn) => {
      isListening = true;
      while (!turn.over.aborted) await turn.news(60_000).then(() => heard++);
    });
    await until('it listens', () => isListening);
    await new EventLog(database).append(unitStrengths('MINUSMA', 1, 1), at);
    await until('it has heard', () => heard > 0);
  });
});
