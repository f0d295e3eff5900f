import { sha256 } from '@muster/contracts';
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

  it.each(['pdf', 'docx', 'xlsx'])('is the same file in %s for all who ask at once', async (format) => {
    const asked = [1, 2, 3].map(() => monitor.get(`${path}?format=${format}`));
    const [first, ...others] = await Promise.all(asked);
    expect(first!.status).toBe(200);
    for (const other of others) expect(other.headers['etag']).toBe(first!.headers['etag']);
  });

  it.each([
    ['/api/reports/NOWHERE/2018-02', 404],
    ['/api/reports/MINUSMA/2018-05', 404],
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

it('lists the reports that there are', async () => {
  const { status, body } = await monitor.get('/api/reports?mission=MINUSMA');
  expect(status).toBe(200);
  expect(body.reports[0]).toMatchObject({ mission: 'MINUSMA', month: '2018-04', status: 'draft' });
});
