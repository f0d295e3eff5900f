import { sha256 } from '@muster/contracts';
import { unzipSync } from 'fflate';
import { startMonitor, type Monitor } from './start-monitor.js';
import { IngestModule } from '../../apps/ingest/src/ingest.module.js';

let monitor: Monitor;

beforeAll(async () => {
  monitor = await startMonitor();
  await monitor.app.get(IngestModule).loadCase('minusma');
  await monitor.untilAssessed();
});
afterAll(() => monitor.close());

describe('the report of a mission for a month', () => {
  const path = '/api/reports/MINUSMA/2018-02';

  it('gives the figures of the mission as of the last day of the month, at the position that it names', async () => {
    const { status, body } = await monitor.get(path);
    expect(status).toBe(200);
    expect(body).toMatchObject({ mission: 'MINUSMA', month: '2018-02', asAt: '2018-02-28', withReturn: true });
    const { position } = body.provenance;
    const mission = await monitor.get(`/api/missions/MINUSMA?asOf=2018-02-28&position=${position}`);
    const figures = body.headline.components.map(({ facts: _facts, ...rest }: { facts: unknown }) => rest);
    expect(figures).toEqual(mission.body.components);
    const [military, police] = body.waterfall.components;
    expect([military.to, police.to]).toEqual([11_791, 1741]);
    for (const { from, to, parts } of [body.waterfall, military, police])
      expect(parts.reduce((sum: number, part: { change: number }) => sum + part.change, from)).toBe(to);
  });

  it('cites facts that the log holds at the positions given', async () => {
    const { body } = await monitor.get(path);
    expect(body.facts.length).toBeGreaterThan(20);
    for (const [index, { source, id }] of body.facts.entries()) {
      const fact = await monitor.get(`/api/facts/${body.provenance.positions[index]}`);
      expect(fact.body.event).toMatchObject({ source, id });
    }
  });

  it('is the same bytes at each question, under a tag that spares the second one', async () => {
    for (const query of ['?format=json', '?format=html&lang=en', '?format=html&lang=fr']) {
      const first = await monitor.get(path + query);
      const again = await monitor.get(path + query);
      expect(again.text).toBe(first.text);
      const spared = await monitor.get(path + query, { 'if-none-match': String(first.headers['etag']) });
      expect({ status: spared.status, text: spared.text }).toEqual({ status: 304, text: '' });
      expect((await monitor.get(path + query, { 'if-none-match': '*' })).status).toBe(304);
    }
  });

  it('names in every document the SHA-256 of its JSON', async () => {
    const { text } = await monitor.get(path);
    const { text: page } = await monitor.get(`${path}?format=html&lang=fr`);
    expect(page).toContain(`SHA-256 ${sha256(text)}`);
    expect(page).toContain('11\u00A0791');
    expect(page).toContain('28 février 2018');
  });

  it('is written beside the doors: others answer while a PDF is being made', async () => {
    const came: string[] = [];
    const noted = (what: string) => () => void came.push(what);
    const document = monitor.get(`${path}?format=pdf&lang=fr`).then(noted('PDF'));
    for (const door of ['/api/missions', '/api/alerts', '/api/pledges', '/api/missions/MINUSMA/tasks'])
      await monitor.get(door).then(noted(door));
    await document;
    expect(came).toEqual(['/api/missions', '/api/alerts', '/api/pledges', '/api/missions/MINUSMA/tasks', 'PDF']);
  });

  it.each(['MINUSMA', 'all'])('of %s says of any month to come that it has not ended', async (name) => {
    for (const month of ['2018-05', '2019-12', '9999-12'])
      expect((await monitor.get(`/api/reports/${name}/${month}`)).body.detail).toContain('The month has not ended');
  });

  it('quotes titles of tasks as they were sent, and does not call them French in the French report', async () => {
    const { text } = await monitor.get(`${path}?format=html&lang=fr`);
    expect(text).toContain('<td lang="">1. «\u00A0Help the parties to carry out the 2015 peace agreement\u00A0»</td>');
    expect(text).toContain('cités tels qu’ils ont été communiqués, dans leur langue originale');
    expect(text).not.toMatch(/<td>(\d\. )?(Help|Protect|Support|Make) the/);
    const { rawPayload } = await monitor.app.inject({ method: 'GET', url: `${path}?format=docx&lang=fr` });
    const body = new TextDecoder().decode(unzipSync(rawPayload)['word/document.xml']);
    const runs = body.match(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>/g)!.filter((run) => run.includes('peace agreement'));
    expect(runs.length).toBeGreaterThan(2);
    expect(runs.filter((run) => !run.includes('<w:noProof/>'))).toEqual([]);
  });

  it.each(['pdf', 'docx', 'xlsx'])('is the same file in %s for all who ask at once', async (format) => {
    const asked = [1, 2, 3].map(() => monitor.get(`${path}?format=${format}`));
    const [first, ...others] = await Promise.all(asked);
    expect(first!.status).toBe(200);
    for (const other of others) expect(other.headers['etag']).toBe(first!.headers['etag']);
  });

  it.each([
    ['/api/reports/NOWHERE/2018-02', 404],
    ['/api/reports/MINUSMA/2018-05', 404],
    ['/api/reports?mission=NOWHERE', 404],
    [`${path}?status=issued`, 400],
    ['/api/reports/MINUSMA/2018-13', 400],
    [`${path}?format=doc`, 400],
    [`${path}?lang=de`, 400],
    [`${path}?position=99999999`, 400],
  ])('refuses %s with %d, and says why', async (asked, status) => {
    const answer = await monitor.get(asked);
    expect(answer.status).toBe(status);
    expect(answer.body.detail).not.toBe('');
  });
});

describe('the report over all missions for a month', () => {
  const path = '/api/reports/all/2018-02';
  const strength = { personnelType: 'Troops', women: 20, men: 380 };
  const returned = (subject: string, on: string) => ({
    ...{ specversion: '1.0', source: 'https://example.org/returns', id: `${subject}/${on}`, type: 'muster.StrengthReturned' },
    ...{ subject, dataschema: '/schemas/StrengthReturned/1', datacontenttype: 'application/json' },
    data: { on, publishedOn: '2018-04-09', detail: 'byType', rows: [strength] },
  });

  beforeAll(async () => {
    const { body } = await monitor.send([returned('UNMIL', '2018-02-28'), returned('UNOCI', '2015-02-28')]);
    expect(body.recorded).toBe(2);
  });

  it('is built out of the reports of the missions that are active, and its sums are theirs', async () => {
    const { status, body } = await monitor.get(path);
    expect(status).toBe(200);
    expect(body).toMatchObject({ mission: 'ALL', month: '2018-02', status: 'draft', asAt: '2018-02-28' });
    const read = body.provenance.missions as { mission: string; position: number; chain: string }[];
    expect(read.map(({ mission }) => mission)).toEqual(['MINUSMA', 'UNMIL']);
    const own = await Promise.all(
      read.map(async ({ mission, position }) => (await monitor.get(`/api/reports/${mission}/2018-02?position=${position}`)).body),
    );
    expect(own.map(({ provenance }) => provenance.chain)).toEqual(read.map(({ chain }) => chain));
    const [mali, liberia] = own.map(({ headline }) => headline);
    expect([mali.deployed, liberia.deployed, body.headline.deployed]).toEqual([13_532, 400, 13_932]);
    expect(body.headline).toMatchObject({ authorized: mali.authorized, missing: mali.missing, withoutCeiling: ['UNMIL'] });
    expect(body.gaps.map(({ requirement }: { requirement: string }) => requirement)).toEqual(
      own[0].gaps.map(({ requirement }: { requirement: string }) => requirement),
    );
    expect(body.waterfall).toMatchObject({ to: mali.deployed, notKnown: ['UNMIL'] });
  });

  it('is the same bytes at its position, whatever is recorded afterwards, in all letters of its name', async () => {
    const { body, text } = await monitor.get(path);
    const { position } = body.provenance;
    const page = await monitor.get(`${path}?format=html&lang=fr`);
    await monitor.send([returned('UNMIL', '2018-01-31')]);
    const later = await monitor.get(path);
    expect(later.body.provenance.position).toBeGreaterThan(position);
    expect(later.body.waterfall.notKnown).toEqual([]);
    expect((await monitor.get(`${path}?position=${position}`)).text).toBe(text);
    const again = await monitor.get(`/api/reports/All/2018-02?format=html&lang=fr&position=${position}`);
    expect(again.text).toBe(page.text);
    expect(again.text).toContain('Toutes les missions');
    expect(again.headers['content-disposition']).toBe('inline; filename="ALL-2018-02-fr.html"');
  });

  it('cites facts that the log holds at the positions given', async () => {
    const { body } = await monitor.get(path);
    for (const [index, { source, id }] of body.facts.entries()) {
      const fact = await monitor.get(`/api/facts/${body.provenance.positions[index]}`);
      expect(fact.body.event).toMatchObject({ source, id });
    }
  });

  it('stands in the list before the missions, by itself where it is asked for', async () => {
    const { body } = await monitor.get('/api/reports');
    expect(body.reports[0]).toMatchObject({ mission: 'ALL', month: '2018-04', status: 'draft', url: '/api/reports/all/2018-04' });
    const { body: own } = await monitor.get('/api/reports?mission=ALL');
    expect(own.reports.map(({ mission }: { mission: string }) => mission)).toEqual(['ALL']);
  });

  it.each(['ALL', 'all', 'All'])('has a name that no mission may have: %s', async (mission) => {
    const { status, body } = await monitor.send([returned(mission, '2018-03-31')]);
    expect(status).toBe(400);
    expect(body.results[0].problems[0].problem).toMatch(/stands for all missions/);
  });

  it.each([
    ['/api/reports/all/2018-05', 404],
    ['/api/reports/all/1999-01', 404],
    ['/api/reports/all/2018-13', 400],
  ])('refuses %s with %d, and says why', async (asked, status) => {
    const answer = await monitor.get(asked);
    expect(answer.status).toBe(status);
    expect(answer.body.detail).not.toBe('');
  });
});

it('lists the reports that there are', async () => {
  const { status, body } = await monitor.get('/api/reports?mission=MINUSMA');
  expect(status).toBe(200);
  expect(body.reports[0]).toMatchObject({ mission: 'MINUSMA', month: '2018-04', status: 'draft' });
});
