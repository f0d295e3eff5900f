import { startMonitor, type Monitor } from './start-monitor.js';
import { sentFact, type SentFact } from './sent-facts.js';

const terms = {
  ...{ contributor: 'RWA', component: 'military', capability: 'INF_BN', units: 1, personnel: 850 },
  ...{ availableFrom: '2018-01-01', validUntil: '2018-12-31', level: '2' },
};
const needed = {
  ...{ requirement: 'battalion', component: 'military', capability: 'INF_BN', units: 1, personnel: 850 },
  ...{ requiredBy: '2018-06-01' },
};

describe('a pledge that a mission selects', () => {
  let monitor: Monitor;
  beforeAll(async () => {
    monitor = await startMonitor();
    await monitor.send([sentFact('RequirementStated', { on: '2017-12-01', ...needed })]);
  });
  afterAll(() => monitor.close());

  const onStandby = (name: string, data: Readonly<Record<string, unknown>>) => sentFact(name, data, { subject: 'standby' });
  const registered = (pledge: string) => onStandby('PledgeRegistered', { on: '2017-12-01', pledge, ...terms });
  const withdrawn = (pledge: string) => onStandby('PledgeWithdrawn', { on: '2018-02-01', pledge, reason: 'needed at home' });
  const selected = (pledge: string, on = '2018-02-02') =>
    sentFact('PledgeSelected', { on, pledge, requirement: 'battalion', terms });
  const notesOn = async (...facts: SentFact[]): Promise<readonly (string | undefined)[]> =>
    (await monitor.send(facts)).body.results.map(({ note }: { note?: string }) => note);
  const pageOf = async (pledge: string) => (await monitor.get(`/api/pledges/${pledge}`)).body;
  const personsPledged = async (): Promise<number> => {
    const { body } = await monitor.get('/api/missions/MINUSMA/requirements');
    return body.requirements[0].personnel.pledged;
  };

  it('before it is registered on standby has the registration told that it changes nothing there', async () => {
    expect(await notesOn(selected('late-1'), registered('late-1'))).toEqual([
      undefined,
      expect.stringContaining('late-1 has been selected by MINUSMA, so this changes nothing here'),
    ]);
    expect(await pageOf('late-1')).toMatchObject({ mission: 'MINUSMA', stage: 'selected' });
  });

  it.each([
    ['after it was withdrawn on standby', 'gone-1', '2018-02-02'],
    ['on the day on which it was withdrawn on standby', 'gone-2', '2018-02-01'],
    ['as of the day before it was withdrawn on standby', 'gone-3', '2018-01-31'],
  ])('%s counts there, its page says so, and who selects it is told', async (_, pledge, on) => {
    const before = await personsPledged();
    const [, , note] = await notesOn(registered(pledge), withdrawn(pledge), selected(pledge, on));
    expect(note).toContain(`${pledge} was withdrawn on 2018-02-01, which MINUSMA does not know`);
    expect(await pageOf(pledge)).toMatchObject({ mission: 'MINUSMA', stage: 'selected' });
    expect(await personsPledged()).toBe(before + 850);
  });

  it('before its withdrawal comes to standby counts there, and who withdraws it is told where to say so', async () => {
    const before = await personsPledged();
    const [, , note] = await notesOn(registered('kept-1'), selected('kept-1'), withdrawn('kept-1'));
    expect(note).toContain('kept-1 has been selected by MINUSMA, so this changes nothing here');
    expect(await pageOf('kept-1')).toMatchObject({ mission: 'MINUSMA', stage: 'selected' });
    expect(await personsPledged()).toBe(before + 850);
  });

  it('is withdrawn once that is sent to the mission, on its page and in what it counts', async () => {
    const before = await personsPledged();
    await monitor.send([registered('left-1'), selected('left-1')]);
    await monitor.send([sentFact('PledgeWithdrawn', { on: '2018-02-03', pledge: 'left-1', reason: 'needed at home' })]);
    expect(await pageOf('left-1')).toMatchObject({ mission: 'MINUSMA', stage: 'withdrawn' });
    expect(await personsPledged()).toBe(before);
  });
});
