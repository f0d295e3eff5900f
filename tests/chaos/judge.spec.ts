import type { CloudEvent } from '@muster/contracts';
import { Cursors, Database, EventLog } from '@muster/postgres';
import { CurrentPolicy } from '@muster/runtime';
import { factFromTheFuture, shortfall } from '../end-to-end/sent-facts.js';
import { freshDatabase } from '../servers/postgres.js';
import { judge, type Judged } from './judge.js';

const today = '2018-05-08';
const policy = CurrentPolicy.load(undefined);
const eventOf = ({ specversion: _version, ...event }: ReturnType<typeof shortfall>[number]): CloudEvent => event as CloudEvent;

describe('the judge of a run', () => {
  const facts = shortfall('MINUSMA').map(eventOf);
  const poison = factFromTheFuture('POISONED', '2015-04-30');
  let database: Database;
  let judged: Judged;

  beforeEach(async () => {
    const { url: databaseUrl } = await freshDatabase();
    database = await Database.open({ url: databaseUrl });
    judged = { databaseUrl, facts, poison, alerts: [] };
  });
  afterEach(() => database.close());

  const recorded = (events: readonly CloudEvent[]) => new EventLog(database).append(events, { today, policy });
  const handled = (upTo: number) =>
    new Cursors(database)
      .once('assessor', 'MINUSMA', [{ sequence: upTo } as never], async () => undefined)
      .catch(() => undefined);

  it('finds a fact that is lost, one that nobody sent, and one with other content', async () => {
    const foreign = { ...facts[0]!, id: 'foreign' };
    const changed = { ...facts[1]!, data: { ...facts[1]!.data, rows: [] } };
    await recorded([changed, facts[2]!, foreign]);
    const problems = await judge(judged);
    expect(problems).toEqual(
      expect.arrayContaining([
        `${facts[0]!.source} ${facts[0]!.id} is in the log 0 times`,
        `${facts[1]!.source} ${facts[1]!.id} has other content in the log`,
        `${foreign.source} foreign was never sent`,
      ]),
    );
  });

  it('finds what is true and was not said, a cursor that is behind, and a poison fact that parked nobody', async () => {
    await recorded([...facts, poison]);
    await handled(1);
    expect(await judge(judged)).toEqual(
      expect.arrayContaining([
        'MINUSMA/ceiling-shortfall/military: AlertRaised is true and was not said',
        expect.stringMatching(/^MINUSMA: the assessor's cursor is \d+ behind the head$/),
        expect.stringContaining('and should be POISONED with from the future'),
      ]),
    );
  });

  it('finds a saying of the log that is not on the topic', async () => {
    const said: CloudEvent = {
      source: '/muster/assessor',
      id: 'MINUSMA/a/b#1',
      type: 'muster.AlertRaised',
      subject: 'MINUSMA',
      data: { on: today, key: 'MINUSMA/a/b', revision: 1 },
    };
    await recorded([...facts, said]);
    expect(await judge(judged)).toContain('MINUSMA/a/b#1 was not published');
  });
});
