import { at, saying, unitStrength, unitStrengths } from '../../../tests/servers/events.js';
import { asSuperuser, freshDatabase, type TestDatabase } from '../../../tests/servers/postgres.js';
import { Database, EventLog } from './index.js';

let place: TestDatabase;
let database: Database;
let log: EventLog;

beforeEach(async () => {
  place = await freshDatabase();
  database = await Database.open({ url: place.url });
  log = new EventLog(database);
});
afterEach(() => database.close());

const collect = async (stream: string, range = {}): Promise<string[]> => {
  const ids: string[] = [];
  for await (const page of log.eventsOf(stream, range)) ids.push(...page.map(({ id }) => id));
  return ids;
};

describe('append', () => {
  it('records what is new, knows what it has, and refuses other content under the same id', async () => {
    const first = await log.append([unitStrength('MINUSMA', 1)], at);
    const again = await log.append(
      [unitStrength('MINUSMA', 1), unitStrength('MINUSMA', 1, { men: 91 }), unitStrength('MINUSMA', 2)],
      at,
    );
    expect(first.map(({ outcome, position }) => [outcome, position])).toEqual([['recorded', 3]]);
    expect(again.map(({ outcome, position }) => [outcome, position])).toEqual([
      ['known', 3],
      ['conflict', 3],
      ['recorded', 4],
    ]);
  });

  it('gives an event back as it was sent, whatever its characters', async () => {
    const sent = {
      ...unitStrength('MINUSMA', 1),
      id: 'a "b" \\ {,} \n null',
      data: { on: '2018-01-31', note: '\u0000 "é" \\n \u2028 {}' },
    };
    const [recorded] = await log.append([sent], at);
    const { source, id, type, subject, data, attributes } = (await log.eventBy(sent.source, sent.id)) ?? {};
    expect({ source, id, type, subject, data, attributes }).toEqual(sent);
    expect(await log.eventAt(recorded!.position)).toMatchObject({
      id: sent.id,
      stream: 'MINUSMA',
      sequence: 3,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('records an import larger than one part in one transaction', async () => {
    const outcomes = await log.append([...unitStrengths('MINUSMA', 1, 6_000), ...unitStrengths('MINUSMA', 1, 10)], at);
    expect(outcomes.filter(({ outcome }) => outcome === 'recorded')).toHaveLength(6_000);
    expect(outcomes.slice(6_000).every(({ outcome }) => outcome === 'known')).toBe(true);
    expect(await collect('MINUSMA')).toHaveLength(6_002);
    expect((await log.verifyChains()).broken).toEqual([]);
  });

  it('leaves no hole where it fails half-way', async () => {
    const broken = { ...unitStrength('MINUSMA', 6_000), source: 'nul \u0000' };
    await expect(log.append([...unitStrengths('MINUSMA', 1, 5_500), broken], at)).rejects.toThrow();
    expect(await log.head()).toBe(0);
    const [recorded] = await log.append([unitStrength('MINUSMA', 1)], at);
    expect(recorded?.position).toBe(3);
    expect((await log.verifyChains()).broken).toEqual([]);
  });

  it('ties a selected pledge that an earlier append registered on standby', async () => {
    await log.append([{ ...unitStrength('standby', 1, { pledge: 'GER-1' }), type: 'muster.PledgeRegistered' }], at);
    await log.append([{ ...unitStrength('MINUSMA', 1, { pledge: 'GER-1' }), type: 'muster.PledgeSelected' }], at);
    expect(await log.events({ mission: 'standby', type: 'muster.PledgeTied' })).toMatchObject([
      { id: 'tied/GER-1/MINUSMA', data: { on: '2018-01-31', mission: 'MINUSMA', pledge: 'GER-1' } },
    ]);
  });
});

describe('many writers', () => {
  it('get positions without a hole, which become visible in order', async () => {
    const writers = [database, await Database.open({ url: place.url }), await Database.open({ url: place.url })];
    const seen: number[] = [];
    let writing = true;
    const reading = (async () => {
      while (writing) {
        const after = await log.eventsAfter(seen.at(-1) ?? 0, 1_000);
        seen.push(...after.map(({ position }) => position));
      }
    })();
    await Promise.all(
      writers.flatMap((writer, w) =>
        ['MINUSMA', 'UNMISS', 'MINUSCA'].map(async (mission) => {
          for (let n = 0; n < 30; n++)
            await new EventLog(writer).append([unitStrength(mission, w * 30 + n), unitStrength(mission, n)], at);
        }),
      ),
    );
    writing = false;
    await reading;
    const head = await log.head();
    expect(head).toBe(3 * (90 + 2));
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => index + 1));
    expect((await log.verifyChains()).broken).toEqual([]);
    await Promise.all(writers.slice(1).map((writer) => writer.close()));
  });

  it('in turn on one stream go on from what the other has recorded, also a day and a policy', async () => {
    const other = await Database.open({ url: place.url });
    const logs = [log, new EventLog(other)];
    for (let n = 1; n <= 6; n += 1) await logs[n % 2]!.append([unitStrength('MINUSMA', n)], at);
    await logs[1]!.turnDay('2018-05-09', at.policy);
    await log.append([unitStrength('MINUSMA', 7)], { ...at, today: '2018-05-09' });
    expect((await logs[1]!.append([unitStrength('MINUSMA', 7, { men: 1 }), unitStrength('MINUSMA', 8)], at))[0]?.outcome).toBe(
      'conflict',
    );
    expect(await log.append([unitStrength('MINUSMA', 8)], at)).toMatchObject([{ outcome: 'known', position: 11 }]);
    expect(await collect('MINUSMA')).toHaveLength(2 + 6 + 1 + 2);
    expect((await log.verifyChains()).broken).toEqual([]);
    await other.close();
  });

  it('tell the position of each event, whoever wrote between', async () => {
    const other = await Database.open({ url: place.url });
    const [one, two] = [unitStrength('MINUSMA', 1), unitStrength('MINUSMA', 2)];
    await log.append([one], at);
    await new EventLog(other).append([unitStrength('UNMISS', 1)], at);
    const outcomes = await log.append([two, two, unitStrength('MINUSMA', 3)], at);
    expect(outcomes.map(({ outcome, position }) => [outcome, position])).toEqual([
      ['recorded', 7],
      ['known', 7],
      ['recorded', 8],
    ]);
    expect(await log.eventBy(two.source, two.id)).toMatchObject({ position: 7 });
    await other.close();
  });

  it('of one fact record it once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => log.append([unitStrength('MINUSMA', 1)], at)));
    expect(outcomes.flat().filter(({ outcome }) => outcome === 'recorded')).toHaveLength(1);
  });

  it('who prepare their events see what the one before has recorded', async () => {
    const next = () =>
      log.appendPrepared(at, async (locked) => {
        const facts = await locked.events({ mission: 'MINUSMA', type: 'muster.UnitStrengthReported' });
        return [unitStrength('MINUSMA', facts.length + 1)];
      });
    const outcomes = await Promise.all(Array.from({ length: 20 }, next));
    expect(new Set(outcomes.flat().map(({ id }) => id)).size).toBe(20);
    expect(outcomes.flat().every(({ outcome }) => outcome === 'recorded')).toBe(true);
  });

  it('who turn the day write it once for each mission, and only the newest', async () => {
    await log.append([unitStrength('MINUSMA', 1), unitStrength('UNMISS', 1), saying('MINUSMA', 'military', 1)], at);
    const turned = await Promise.all(Array.from({ length: 10 }, () => log.turnDay('2018-05-20', at.policy)));
    expect(turned.flat()).toEqual(['MINUSMA', 'UNMISS']);
    expect(await log.turnDay('2018-05-19', at.policy)).toEqual([]);
    expect(await log.events({ mission: ['MINUSMA', 'UNMISS'], type: 'muster.DayTurned', from: '2018-05-09' })).toMatchObject([
      { id: 'day/MINUSMA/2018-05-20' },
      { id: 'day/UNMISS/2018-05-20' },
    ]);
    expect((await log.streams()).map(({ stream, day }) => [stream, day])).toEqual([
      ['MINUSMA', '2018-05-20'],
      ['MINUSMA/said', null],
      ['UNMISS', '2018-05-20'],
    ]);
  });

  it('adopt a new policy for quiet missions too', async () => {
    await log.append([unitStrength('MINUSMA', 1)], at);
    expect(await log.turnDay(at.today, { hash: 'policy-2', table: { hold: 10 } })).toEqual([]);
    expect(await log.events({ mission: 'MINUSMA', type: 'muster.PolicyAdopted' })).toMatchObject([
      { id: 'policy/MINUSMA/1', data: { hash: 'policy-1' } },
      { id: 'policy/MINUSMA/2', data: { hash: 'policy-2', table: { hold: 10 } } },
    ]);
  });
});

describe('the log is append-only', () => {
  const statements = ['update event_log set type = type', 'delete from event_log', 'truncate event_log'];
  beforeEach(() => log.append([unitStrength('MINUSMA', 1)], at));

  it.each(statements)('by grant: the monitor may not %s', async (statement) => {
    const superuser = (
      await database.pool.query<{ is: boolean }>('select rolsuper as is from pg_roles where rolname = current_user')
    ).rows[0]?.is;
    await expect(database.pool.query(statement)).rejects.toThrow(superuser ? /append-only/ : /permission denied/);
  });

  it.each(statements)('by trigger: a superuser may not %s', async (statement) => {
    await expect(asSuperuser(place, statement)).rejects.toThrow(/append-only/);
  });
});

describe('reads', () => {
  it('give a stream in pages from a sequence up to a position', async () => {
    await log.append(unitStrengths('MINUSMA', 1, 25), at);
    expect(await collect('MINUSMA', { afterSequence: 2, limit: 7 })).toEqual(unitStrengths('MINUSMA', 1, 25).map(({ id }) => id));
    expect(await collect('MINUSMA', { afterSequence: 20, upToPosition: 22 })).toEqual(['MINUSMA/19', 'MINUSMA/20']);
    expect(await collect('MINUSMA', { afterSequence: 27 })).toEqual([]);
  });

  it('find facts by mission, type and day', async () => {
    const days = ['2018-01-31', '2018-02-28', '2018-03-31'];
    await log.append(
      days.map((on, n) => unitStrength('MINUSMA', n, { on })),
      at,
    );
    const found = async (query: object): Promise<unknown[]> =>
      (await log.events({ mission: 'MINUSMA', type: 'muster.UnitStrengthReported', ...query })).map(({ data }) => data.on);
    expect(await found({})).toEqual(days);
    expect(await found({ from: '2018-02-28' })).toEqual(days.slice(1));
    expect(await found({ to: '2018-02-28' })).toEqual(days.slice(0, 2));
    expect(await found({ from: '2018-02-28', to: '2018-02-28' })).toEqual(days.slice(1, 2));
    expect(await found({ limit: 1 })).toEqual(days.slice(0, 1));
    expect(await found({ upToPosition: 4 })).toEqual(days.slice(0, 2));
    expect(await found({ mission: ['UNMISS'] })).toEqual([]);
    expect(await log.events({ mission: 'MINUSMA' })).toHaveLength(5);
  });

  it('give the newest saying of each alert, its history, and the sayings after a position', async () => {
    await log.append(
      [
        saying('MINUSMA', 'military', 1),
        unitStrength('MINUSMA', 1),
        saying('MINUSMA', 'police', 1),
        saying('UNMISS', 'military', 1),
      ],
      at,
    );
    await log.append([saying('MINUSMA', 'military', 2, 'AlertResolved')], at);
    expect((await log.lastSayings('MINUSMA')).map(({ id }) => id)).toEqual([
      'MINUSMA/ceiling-shortfall/military#2',
      'MINUSMA/ceiling-shortfall/police#1',
    ]);
    expect((await log.history('MINUSMA/ceiling-shortfall/military')).map(({ data }) => data['revision'])).toEqual([1, 2]);
    expect((await log.sayingsAfter(1)).map(({ position }) => position)).toEqual([5, 6, 7]);
    expect(await log.sayingsAfter(7)).toEqual([]);
  });

  it('of a log that is no longer what it was, such as a restored backup, are not taken from memory', async () => {
    await log.append(unitStrengths('MINUSMA', 1, 3), at);
    await asSuperuser(
      place,
      'set session_replication_role = replica; delete from event_log where position > 4; ' +
        "update stream_head set position = 4, sequence = 4, hash = (select hash from event_log where position = 4) where stream = 'MINUSMA'",
    );
    await log.append([unitStrength('MINUSMA', 9)], at);
    expect((await log.events({ mission: 'MINUSMA' })).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    expect((await log.verifyChains()).broken).toEqual([]);
  });

  it('inside a transaction see what it has written', async () => {
    await database.transaction(async (tx) => {
      await log.appendIn(tx, [saying('MINUSMA', 'military', 1)]);
      expect(await log.lastSayings('MINUSMA', tx)).toHaveLength(1);
      expect(await log.lastSayings('MINUSMA')).toHaveLength(0);
    });
    expect(await log.lastSayings('MINUSMA')).toHaveLength(1);
  });
});

it('migrations that were applied are not applied again, also by processes that start together', async () => {
  await log.append([unitStrength('MINUSMA', 1)], at);
  const others = await Promise.all(Array.from({ length: 3 }, () => Database.open({ url: place.url, poolSize: 2 })));
  expect(await new EventLog(others[0]!).head()).toBe(3);
  await Promise.all(others.map((other) => other.close()));
});
