import type { RecordedEvent } from '@muster/event-log';
import { at, saying, unitStrengths } from '../../../tests/servers/events.js';
import { freshDatabase } from '../../../tests/servers/postgres.js';
import { CursorMoved, Cursors, Database, EventLog, type ParkingError, type Work } from './index.js';

let database: Database;
let log: EventLog;
let cursors: Cursors;
let events: RecordedEvent[];
let worked: number[];

const note: Work = async (_tx, batch) => void worked.push(...batch.map(({ sequence }) => sequence));
const numbers = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

beforeEach(async () => {
  database = await Database.open({ url: (await freshDatabase()).url });
  log = new EventLog(database);
  cursors = new Cursors(database);
  worked = [];
  // With its day and its policy the stream has 20 events.
  await log.append(unitStrengths('MINUSMA', 1, 18), at);
  events = await log.events({ mission: 'MINUSMA' });
});
afterEach(() => database.close());

describe('once', () => {
  it('hands a batch over, and not again', async () => {
    expect(await cursors.once('assessor', 'MINUSMA', events.slice(0, 5), note)).toBe('handled');
    expect(await cursors.once('assessor', 'MINUSMA', events.slice(0, 5), note)).toBe('known');
    expect(worked).toEqual(numbers(1, 5));
  });

  it('drops what was handled and hands over the rest', async () => {
    await cursors.once('assessor', 'MINUSMA', events.slice(0, 5), note);
    await cursors.once('assessor', 'MINUSMA', events.slice(3, 8), note);
    expect(worked).toEqual(numbers(1, 8));
  });

  it('reads what is missing before the batch from the log', async () => {
    await cursors.once('assessor', 'MINUSMA', events.slice(0, 2), note);
    await cursors.once('assessor', 'MINUSMA', events.slice(10, 12), note);
    expect(worked).toEqual(numbers(1, 12));
  });

  it('fills a gap larger than one transaction takes, part by part', async () => {
    await log.append(unitStrengths('MINUSMA', 19, 5_000), at);
    const last = await log.eventAt(await log.head());
    expect(await cursors.once('assessor', 'MINUSMA', [last!], note)).toBe('handled');
    expect(worked).toEqual(numbers(1, 5_002));
  });

  it('refuses a batch that the log does not lead up to', async () => {
    const beyond = { ...events[0]!, sequence: 30 };
    await expect(cursors.once('assessor', 'MINUSMA', [beyond], note)).rejects.toThrow('MINUSMA: the log holds no sequence 21');
  });

  it('keeps neither the work nor the cursor where the work fails', async () => {
    const failing: Work = async (tx) => {
      await log.appendIn(tx, [saying('MINUSMA', 'military', 1)]);
      throw new Error('a defect');
    };
    await expect(cursors.once('assessor', 'MINUSMA', events, failing)).rejects.toThrow('a defect');
    expect(await log.lastSayings('MINUSMA')).toEqual([]);
    await cursors.once('assessor', 'MINUSMA', events, note);
    expect(worked).toEqual(numbers(1, 20));
  });

  it('lets two owners at once say each thing once', async () => {
    const say: Work = async (tx, batch) => {
      await log.appendIn(
        tx,
        batch.map(({ sequence }) => saying('MINUSMA', 'military', sequence)),
      );
      await note(tx, batch);
    };
    const owner = async (): Promise<void> => {
      for (let n = 0; n < 20; n += 2) await cursors.once('assessor', 'MINUSMA', events.slice(n, n + 4), say);
    };
    await Promise.all([owner(), owner(), owner()]);
    expect(worked).toEqual(numbers(1, 20));
    expect(await log.history('MINUSMA/ceiling-shortfall/military')).toHaveLength(20);
  });

  it('records what the work gives together with the cursor', async () => {
    const say: Work = async (_tx, batch) => batch.map(({ sequence }) => saying('MINUSMA', 'military', sequence));
    await cursors.once('assessor', 'MINUSMA', events.slice(0, 2), say);
    await cursors.once('assessor', 'MINUSMA', events.slice(0, 4), say);
    const [first] = await cursors.lags();
    expect(first).toEqual({ reader: 'assessor', stream: 'MINUSMA', behind: 16 });
    const said = await log.history('MINUSMA/ceiling-shortfall/military');
    expect(said.map(({ data }) => data['revision'])).toEqual([1, 2, 3, 4]);
    expect((await log.verifyChains()).broken).toEqual([]);
  });

  it('records it also where another process has said something of the mission since', async () => {
    const other = await Database.open({ url: database.url });
    const owners = [cursors, new Cursors(other)];
    const say: Work = async (_tx, batch) => batch.map(({ sequence }) => saying('MINUSMA', 'military', sequence));
    for (let n = 0; n < 12; n += 2) await owners[(n / 2) % 2]!.once('assessor', 'MINUSMA', events.slice(n, n + 2), say);
    const said = await log.history('MINUSMA/ceiling-shortfall/military');
    expect(said.map(({ data }) => data['revision'])).toEqual(numbers(1, 12));
    expect(await cursors.lags()).toEqual([{ reader: 'assessor', stream: 'MINUSMA', behind: 8 }]);
    expect((await log.verifyChains()).broken).toEqual([]);
    await other.close();
  });

  it('leaves nothing of work that began before it was known that another process had handled the batch', async () => {
    const other = await Database.open({ url: database.url });
    const say: Work = async (_tx, batch) => batch.map(({ sequence }) => saying('MINUSMA', 'military', sequence));
    await cursors.once('assessor', 'MINUSMA', events.slice(0, 2), say);
    await new Cursors(other).once('assessor', 'MINUSMA', events.slice(2, 6), say);
    await expect(cursors.once('assessor', 'MINUSMA', events.slice(2, 4), say)).rejects.toThrow(CursorMoved);
    expect(await cursors.once('assessor', 'MINUSMA', events.slice(2, 4), say)).toBe('known');
    expect(await cursors.once('assessor', 'MINUSMA', events.slice(2, 8), say)).toBe('handled');
    const said = await log.history('MINUSMA/ceiling-shortfall/military');
    expect(said.map(({ data }) => data['revision'])).toEqual(numbers(1, 8));
    await other.close();
  });

  it('leaves nothing of it either where another process has parked the stream', async () => {
    await cursors.once('assessor', 'MINUSMA', events.slice(0, 2), note);
    const { position, source, id, type } = events[2]!;
    const other = await Database.open({ url: database.url });
    await new Cursors(other).park('assessor', 'MINUSMA', { position, source, id, type, message: 'a defect' });
    await expect(cursors.once('assessor', 'MINUSMA', events.slice(2, 4), note)).rejects.toThrow(CursorMoved);
    expect(await cursors.once('assessor', 'MINUSMA', events.slice(2, 4), note)).toBe('parked');
    expect((await cursors.lags())[0]).toMatchObject({ behind: 18 });
    await other.close();
  });

  it('keeps readers apart', async () => {
    await cursors.once('assessor', 'MINUSMA', events.slice(0, 5), note);
    await cursors.once('reporter', 'MINUSMA', events.slice(0, 3), note);
    expect(await cursors.lags()).toEqual([
      { reader: 'assessor', stream: 'MINUSMA', behind: 15 },
      { reader: 'reporter', stream: 'MINUSMA', behind: 17 },
    ]);
  });
});

describe('how long a reader’s oldest event has waited', () => {
  it('is told by reader, and is nothing where all is handled', async () => {
    expect(await cursors.ages()).toEqual([]);
    await cursors.once('assessor', 'MINUSMA', events.slice(0, 5), note);
    await cursors.once('reporter', 'MINUSMA', events, note);
    const [assessor, reporter] = await cursors.ages();
    const waited = (Date.now() - Date.parse(events[5]!.recordedAt)) / 1000;
    expect(assessor!.seconds).toBeGreaterThan(0);
    expect(assessor!.seconds).toBeLessThanOrEqual(waited + 1);
    expect(reporter).toEqual({ reader: 'reporter', seconds: 0 });
  });
});

describe('a parked stream', () => {
  const error: ParkingError = {
    position: 4,
    source: '/s',
    id: '4',
    type: 'muster.UnitArrived',
    message: 'schema version 9 is unknown',
  };

  it('passes its events over, with the error that names the fact, until it is replayed', async () => {
    await cursors.once('assessor', 'MINUSMA', events.slice(0, 3), note);
    await cursors.park('assessor', 'MINUSMA', error);
    expect(await cursors.once('assessor', 'MINUSMA', events.slice(3, 6), note)).toBe('parked');
    expect(await cursors.parked()).toMatchObject([{ reader: 'assessor', stream: 'MINUSMA', sequence: 3, error }]);
    expect(await cursors.replay('MINUSMA')).toEqual([{ reader: 'assessor', stream: 'MINUSMA' }]);
    expect(await cursors.parked()).toEqual([]);
    await cursors.once('assessor', 'MINUSMA', events.slice(6, 8), note);
    expect(worked).toEqual(numbers(1, 8));
  });

  it('holds up no other reader and no other mission', async () => {
    await log.append(unitStrengths('UNMISS', 1, 1), at);
    await cursors.park('assessor', 'MINUSMA', error);
    expect(await cursors.once('reporter', 'MINUSMA', events, note)).toBe('handled');
    expect(await cursors.once('assessor', 'UNMISS', await log.events({ mission: 'UNMISS' }), note)).toBe('handled');
  });

  it('is replayed for one reader where it is named', async () => {
    await cursors.park('assessor', 'MINUSMA', error);
    await cursors.park('reporter', 'MINUSMA', error);
    await cursors.replay('MINUSMA', 'reporter');
    expect((await cursors.parked()).map(({ reader }) => reader)).toEqual(['assessor']);
  });
});
