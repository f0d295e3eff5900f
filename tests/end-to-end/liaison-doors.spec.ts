import { IngestModule } from '../../apps/ingest/src/ingest.module.js';
import { sentFact, type SentFact } from './sent-facts.js';
import { startMonitor, type Monitor } from './start-monitor.js';

interface Line {
  readonly pledge: string;
  readonly contributor: string;
  readonly mission: string | null;
  readonly stage: string;
}

const terms = (contributor: string, more: object = {}) => ({
  ...{ contributor, component: 'military', capability: 'EOD', units: 1, personnel: 140 },
  ...{ availableFrom: '2018-06-01', validUntil: '2019-01-31', level: '1' },
  ...more,
});

const onStandby = (name: string, data: object, id?: string): SentFact =>
  sentFact(name, { ...data }, { subject: 'standby', ...(id !== undefined && { id }) });

describe('the doors for liaisons, on the case of MINUSMA', () => {
  let monitor: Monitor;
  beforeAll(async () => {
    monitor = await startMonitor();
    await monitor.app.get(IngestModule).loadCase('minusma');
    await monitor.untilAssessed();
  });
  afterAll(() => monitor.close());

  const pledges = async (query = ''): Promise<readonly Line[]> => (await monitor.get(`/api/pledges${query}`)).body.pledges;
  const record = async (...facts: SentFact[]): Promise<void> => {
    expect((await monitor.send(facts)).body).toMatchObject({ recorded: facts.length });
    await monitor.untilAssessed();
  };

  it('tell of a pledge where it stands, what it waits for, whose move it is, and when it lapses', async () => {
    const { body } = await monitor.get('/api/pledges/nor-airfield-support');
    expect(body).toMatchObject({
      ...{ today: '2018-05-08', contributor: 'NOR', mission: 'MINUSMA', requirement: 'airfield-support' },
      ...{ stage: 'reconnoitred', since: '2018-04-18', next: { waitsFor: 'agreement', move: 'secretariat' } },
      ...{ lapsesOn: '2018-11-15', fits: [{ requirement: 'airfield-support', misses: expect.any(Array) }] },
    });
    expect(body.ladder[0]).toEqual({ stage: 'registered', on: '2017-11-15', fact: expect.any(Number) });
    const { body: fact } = await monitor.get(`/api/facts/${body.ladder[0].fact}`);
    expect(fact.event).toMatchObject({ type: 'muster.PledgeRegistered', data: { pledge: 'nor-airfield-support' } });
  });

  it('tell the open alerts of a pledge as the door for alerts does, and none where nothing is open', async () => {
    const { body: pledge } = await monitor.get('/api/pledges/khm-eod-centre');
    const { body: lapsing } = await monitor.get('/api/alerts/MINUSMA/pledge-lapsing/khm-eod-centre');
    const { body: stalled } = await monitor.get('/api/alerts/MINUSMA/pledge-stalled/khm-eod-centre');
    expect(pledge.alerts).toHaveLength(2);
    expect(stalled).toMatchObject(pledge.alerts[0]);
    expect(lapsing).toMatchObject(pledge.alerts[1]);
    expect((await monitor.get('/api/pledges/can-helicopters')).body.alerts).toEqual([]);
    const alertsOn = async (day: string) => (await monitor.get(`/api/pledges/khm-eod-centre?asOf=${day}`)).body.alerts.length;
    expect([await alertsOn('2018-01-13'), await alertsOn('2018-01-14')]).toEqual([0, 1]);
  });

  it('give the reason of a pledge that was declined', async () => {
    const { body } = await monitor.get('/api/pledges/bgd-infantry');
    expect(body).toMatchObject({ stage: 'declined', next: null, lapsesOn: null });
    expect(body.decisions.at(-1)).toMatchObject({
      ...{ on: '2017-03-15', decision: 'declined', reason: expect.stringContaining('infantry battalions are filled') },
    });
  });

  it('show the pledges of a day as they stood then', async () => {
    const stageOn = async (day: string) =>
      (await pledges(`?asOf=${day}`)).find(({ pledge }) => pledge === 'nor-airfield-support')?.stage;
    expect([await stageOn('2017-11-14'), await stageOn('2017-11-15')]).toEqual([undefined, 'registered']);
    expect([await stageOn('2018-04-17'), await stageOn('2018-04-18')]).toEqual(['selected', 'reconnoitred']);
  });

  it('sift the pledges: by contributor exactly, by mission, by stage', async () => {
    const all = await pledges();
    expect(all.length).toBeGreaterThan(10);
    const ofCanada = await pledges('?contributor=CAN');
    expect(ofCanada).toEqual(all.filter(({ contributor }) => contributor === 'CAN'));
    expect(ofCanada.length).toBeGreaterThan(0);
    expect(await pledges('?stage=declined')).toEqual(all.filter(({ stage }) => stage === 'declined'));
    expect(await pledges('?mission=standby')).toEqual([]);
    expect(await pledges('?mission=MINUSMA')).toEqual(all);
  });

  it('show a candidate on standby, and the same pledge with its past once a mission has selected it', async () => {
    await record(
      onStandby('PledgeRegistered', { on: '2018-04-01', pledge: 'tza-eod', ...terms('TZA') }),
      onStandby('PledgeDecided', { on: '2018-04-10', pledge: 'tza-eod', decision: 'received' }),
    );
    expect(await pledges('?mission=standby')).toMatchObject([{ pledge: 'tza-eod', mission: null, stage: 'received' }]);
    const { body: candidate } = await monitor.get('/api/pledges/tza-eod');
    const { body: needs } = await monitor.get('/api/needs?capability=EOD');
    expect(candidate.fits.map(({ requirement }: { requirement: string }) => requirement)).toEqual(
      needs.needs.map(({ requirement }: { requirement: string }) => requirement),
    );
    const { position } = candidate;

    const selected = { on: '2018-05-08', pledge: 'tza-eod', requirement: 'none-yet', terms: terms('TZA', { level: '2' }) };
    await record(sentFact('PledgeSelected', selected));
    const { body } = await monitor.get('/api/pledges/tza-eod');
    expect(body).toMatchObject({ mission: 'MINUSMA', stage: 'selected', requirement: 'none-yet', fits: [] });
    expect(body.decisions.map(({ decision }: { decision: string }) => decision)).toEqual(['received', 'selected']);
    expect(await pledges('?mission=standby')).toEqual([]);
    expect((await monitor.get(`/api/pledges/tza-eod?position=${position}`)).body).toEqual(candidate);
  });

  it("tell of a pledge nothing of another state's, even where two gave the same id", async () => {
    await record(
      onStandby('PledgeRegistered', { on: '2018-04-01', pledge: 'eod-1', ...terms('KHM') }),
      onStandby('PledgeDecided', { on: '2018-04-02', pledge: 'eod-1', decision: 'declined', reason: 'a matter of Cambodia' }),
      sentFact('PledgeRegistered', { on: '2018-04-03', pledge: 'eod-1', ...terms('NPL') }),
    );
    const several = await monitor.get('/api/pledges/eod-1');
    expect(several).toMatchObject({ status: 400, body: { problems: [{ path: '/pledge', value: 'eod-1' }] } });
    const ofNepal = await monitor.get('/api/pledges/eod-1?contributor=NPL');
    expect(ofNepal.body).toMatchObject({ contributor: 'NPL', mission: 'MINUSMA', stage: 'registered' });
    expect(ofNepal.text).not.toMatch(/KHM|Cambodia/);
  });

  it('list what is still needed, and neither who has pledged nor which pledge', async () => {
    const { body, text } = await monitor.get('/api/needs');
    expect(body.needs[0]).toMatchObject({ mission: 'MINUSMA', alert: { severity: 'critical' } });
    expect(body.needs.map(({ requirement }: { requirement: string }) => requirement)).toContain('special-forces');
    const all = await pledges();
    for (const { pledge } of all) expect(text).not.toContain(`"${pledge}"`);
    const { body: sifted } = await monitor.get('/api/needs?capability=SF');
    expect(sifted.needs).toEqual(body.needs.filter(({ capability }: { capability: string }) => capability === 'SF'));
  });

  it.each([
    ['needs', 'requirement'],
    ['pledges', 'pledge'],
    ['alerts', 'key'],
  ])('give the %s as CSV to whoever prefers it, a line for each in the same order', async (list, name) => {
    const { text, headers } = await monitor.get(`/api/${list}`, { accept: 'text/csv' });
    const { body } = await monitor.get(`/api/${list}`);
    expect(headers).toMatchObject({ vary: 'accept', 'content-type': 'text/csv; charset=utf-8' });
    expect(headers['content-disposition']).toContain(`${list}.csv`);
    const [head, ...lines] = text.trimEnd().split('\r\n');
    const column = head!.split(',').indexOf(name);
    expect(lines.map((line) => line.split(',')[column])).toEqual(body[list].map((line: Record<string, string>) => line[name]));
    expect(lines.length).toBeGreaterThan(3);
  });

  it('give a pledge as its line of the list where CSV is preferred, and the pledges that were asked for', async () => {
    const [, ...ofGermany] = (await monitor.get('/api/pledges?contributor=DEU', { accept: 'text/csv' })).text
      .trimEnd()
      .split('\r\n');
    expect(ofGermany.map((line) => line.split(',')[1])).toEqual(['DEU', 'DEU']);
    const { text, headers } = await monitor.get('/api/pledges/nor-airfield-support', { accept: 'text/csv' });
    expect(headers['content-disposition']).toContain('pledge.csv');
    expect(text.trimEnd().split('\r\n')).toEqual([
      expect.stringMatching(/^pledge,contributor,mission,requirement,/),
      expect.stringMatching(
        /^nor-airfield-support,NOR,MINUSMA,airfield-support,.*,reconnoitred,2018-04-18,agreement,secretariat,2018-11-15,/,
      ),
    ]);
  });

  it('tell the days ahead of a mission: the end of its mandate, an arrival, a departure, days uncovered', async () => {
    const { body } = await monitor.get('/api/missions/MINUSMA/calendar');
    expect(body).toMatchObject({ mission: 'MINUSMA', today: '2018-05-08', to: '2019-05-09' });
    const onDay = (on: string) => body.entries.filter((entry: { on: string }) => entry.on === on);
    expect(onDay('2018-06-30')).toContainEqual(
      expect.objectContaining({ kind: 'mandate-ends', resolution: 'S/RES/2364 (2017)' }),
    );
    expect(onDay('2018-06-15')).toContainEqual(expect.objectContaining({ kind: 'arrival', subject: 'egy-convoy-2' }));
    const kinds = new Set(body.entries.map(({ kind }: { kind: string }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['pledge-lapses', 'uncovered', 'task-ends', 'partner-ends']));
    expect(body.entries.map(({ on }: { on: string }) => on)).toEqual(body.entries.map(({ on }: { on: string }) => on).toSorted());
  });

  it('tell which partner stands in for what', async () => {
    const { body } = await monitor.get('/api/missions/MINUSMA/partners');
    expect(body.partners).toContainEqual(
      expect.objectContaining({ partner: 'Barkhane', capability: 'QRF', until: '2018-06-30' }),
    );
  });

  it('tell the share of women in each group against the target that a source gives', async () => {
    const { body } = await monitor.get('/api/missions/MINUSMA?asOf=2018-02-28');
    const told = body.women.map(({ subject, share, target }: Record<string, unknown>) => [subject, share, target]);
    expect(told).toEqual([
      ['troops', 0.0248, 15],
      ['officers-and-experts', 0.075, 25],
      ['formed-police', 0.0468, 20],
      ['individual-police', 0.2161, 30],
    ]);
    expect(body.women[0]).toMatchObject({ targetYear: 2028, due: false, state: 'known' });
  });

  it('put each task behind those that must come first, and say what would free it', async () => {
    const { body } = await monitor.get('/api/missions/MINUSMA/tasks');
    const names = body.tasks.map(({ task }: { task: string }) => task);
    for (const { task, after } of body.tasks)
      if (after !== null) expect([task, names.indexOf(after) < names.indexOf(task)]).toEqual([task, true]);
    const elections = body.tasks.find(({ task }: { task: string }) => task === 'elections-support');
    expect(elections.first).toMatchObject({ key: expect.stringMatching(/^MINUSMA\//), action: expect.any(String) });
  });
});
