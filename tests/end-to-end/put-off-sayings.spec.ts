import type { CloudEvent, EventData } from '@muster/contracts';
import type { Batch, BatchHandler, EventFeed, RecordedEvent } from '@muster/event-log';
import { Cursors, Database, EventLog } from '@muster/postgres';
import { CurrentPolicy } from '@muster/runtime';
import { Logger } from '@nestjs/common';
import { Assessor } from '../../apps/assessor/src/assessor.js';
import { freshDatabase } from '../servers/postgres.js';
import { factFromTheFuture, shortfall, strengthReturned, type SentFact } from './sent-facts.js';

const mission = 'MINUSMA';
const recorded = ({ source, id, type, subject, data }: SentFact): CloudEvent => ({
  source,
  id,
  type,
  subject,
  data: data as EventData,
});
const breaking = factFromTheFuture(mission);

/** A log with a mission's facts, and assessors that are handed them in batches that the test cuts. */
async function openTable(facts: readonly CloudEvent[]) {
  const { url } = await freshDatabase();
  const database = await Database.open({ url });
  const log = new EventLog(database);
  const cursors = new Cursors(database);
  await log.append(facts, { today: '2018-05-08', policy: CurrentPolicy.load(undefined) });
  const events: RecordedEvent[] = [];
  for await (const page of log.eventsOf(mission)) events.push(...page);
  return {
    events,
    log,
    /** An assessor as another process would have it: nothing of the mission is in its memory. */
    join: async () => {
      let hand: BatchHandler | undefined;
      const feed: EventFeed = {
        subscribe: (_subscription, handle) => {
          hand = handle;
          return Promise.resolve({ stop: () => Promise.resolve() });
        },
      };
      await new Assessor(feed, log, new Cursors(database)).onApplicationBootstrap();
      return (from: number, to: number, more: Batch['more']) =>
        hand!({ mission, stream: mission, events: events.slice(from, to), more });
    },
    said: async () => (await log.lastSayings(mission)).map(({ data }) => [data['key'], (data['causes'] as number[]).length > 0]),
    parked: async () => (await cursors.parked()).map(({ sequence, error }) => [sequence, error.id]),
    close: () => database.close(),
  };
}

describe('sayings that were put off while more of a mission waited', () => {
  let table: Awaited<ReturnType<typeof openTable>>;
  beforeAll(() => Logger.overrideLogger(false));
  afterEach(() => table.close());
  const isShort = [[`${mission}/ceiling-shortfall/military`, true]];

  it('are said when what waited turns out to break the assessor', async () => {
    table = await openTable([...shortfall(mission).map(recorded), breaking]);
    const count = table.events.length;
    const hand = await table.join();
    await hand(0, count - 1, true);
    expect(await table.said()).toEqual([]);
    await hand(count - 1, count, false);
    expect(await table.said()).toEqual(isShort);
    expect(await table.parked()).toEqual([[count - 1, breaking.id]]);
  });

  it('are said where the breaking fact is in the middle of a batch, and no fact after it counts', async () => {
    const recovered = recorded(strengthReturned('2018-03-31', 1000));
    table = await openTable([...shortfall(mission).map(recorded), breaking, recovered]);
    const count = table.events.length;
    const hand = await table.join();
    await hand(0, 2, true);
    await hand(2, count, false);
    expect(await table.said()).toEqual(isShort);
    expect(await table.parked()).toEqual([[count - 2, breaking.id]]);
  });

  it('are said when what waited had been handled before', async () => {
    table = await openTable(shortfall(mission).map(recorded));
    const count = table.events.length;
    const hand = await table.join();
    await hand(0, count, true);
    expect(await table.said()).toEqual([]);
    await hand(1, count, false);
    expect(await table.said()).toEqual(isShort);
  });

  it('are said by another process, with their causes, where the one that put them off is gone', async () => {
    table = await openTable(shortfall(mission).map(recorded));
    const count = table.events.length;
    await (
      await table.join()
    )(0, count, true);
    const hand = await table.join();
    await hand(1, count, false);
    expect(await table.said()).toEqual(isShort);
  });

  it('are said once, however often the last batch is repeated', async () => {
    table = await openTable(shortfall(mission).map(recorded));
    const count = table.events.length;
    const [hand, other] = [await table.join(), await table.join()];
    await hand(0, count, true);
    for (const again of [hand, other, hand, other]) await again(0, count, false);
    expect(await table.log.head()).toBe(count + 1);
  });

  it('are said once where another process has handled meanwhile what this one has begun to work on', async () => {
    table = await openTable(shortfall(mission).map(recorded));
    const count = table.events.length;
    const [hand, handOther] = [await table.join(), await table.join()];
    await hand(0, 2, true);
    await handOther(2, count, false);
    await hand(2, count, false);
    expect(await table.said()).toEqual(isShort);
    expect(await table.log.history(`${mission}/ceiling-shortfall/military`)).toHaveLength(1);
  });
});
