import { gzipSync } from 'node:zlib';
import { connect } from 'node:net';
import { IngestModule } from '../../apps/ingest/src/ingest.module.js';
import { startMonitor, type Monitor } from './start-monitor.js';

describe('a door that is asked for what cannot be', () => {
  let monitor: Monitor;
  let address: URL;
  beforeAll(async () => {
    monitor = await startMonitor();
    await monitor.app.get(IngestModule).loadCase('minusma');
    await monitor.untilAssessed();
    await monitor.app.listen(0, '127.0.0.1');
    address = new URL(await monitor.app.getUrl());
  });
  afterAll(() => monitor.close());

  /** What comes back for these bytes, until the connection is closed. */
  const answerTo = (bytes: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const connection = connect(Number(address.port), address.hostname, () => connection.write(bytes));
      let text = '';
      connection.on('data', (chunk) => (text += chunk.toString()));
      connection.on('error', reject);
      connection.on('close', () => resolve(text));
    });

  it.each([
    '/api/missions/%00',
    '/api/missions/%00/tasks?position=1',
    '/api/alerts?mission=MINUSMA%00',
    '/api/alerts/MINUSMA/capability-gap/%00',
    '/api/facts?source=%00&id=1',
    '/api/pledges/%00',
    '/api/reports/%00/2018-02',
    '/schemas/%00/1',
  ])('refuses %s: no name has such a sign', async (path) => {
    expect(await monitor.get(path)).toMatchObject({ status: 400, body: { detail: expect.stringContaining('%00') } });
  });

  it.each([
    ['/api/alerts?since=99999', '/since', {}],
    ['/api/live', '/last-event-id', { 'last-event-id': '99999' }],
    ['/api/facts/5?position=99999', '/position', {}],
  ])('%s refuses a position that the log has not reached, and says where it ends', async (path, named, headers) => {
    const { status, body } = await monitor.get(path, headers);
    expect({ status, detail: body.detail }).toEqual({ status: 400, detail: 'This position is not there yet.' });
    expect(body.problems).toMatchObject([{ path: named, value: 99999, problem: expect.stringMatching(/^The log ends at/) }]);
  });

  it('does not let anybody wait for a mission that there is not', async () => {
    const { status, body } = await monitor.get('/api/live?mission=MINUSMAA');
    expect({ status, detail: body.detail }).toEqual({ status: 404, detail: 'There is no mission MINUSMAA.' });
  });

  it('shows a fact only from where it can be seen', async () => {
    const seen = async (path: string) => (await monitor.get(path)).status;
    const { event, position } = (await monitor.get('/api/facts?mission=MINUSMA&type=UnitArrived')).body.facts[0];
    const [dayBefore, named] = ['2013-01-01', `source=${encodeURIComponent(event.source)}&id=${event.id}`];
    expect(await seen(`/api/facts/${position}?position=${position}`)).toBe(200);
    expect(await seen(`/api/facts/${position}?position=${position - 1}`)).toBe(404);
    expect(await seen(`/api/facts/${position}?asOf=${dayBefore}`)).toBe(404);
    expect(await seen(`/api/facts?${named}&mission=MINUSMA&type=UnitArrived`)).toBe(200);
    expect(await seen(`/api/facts?${named}&mission=standby`)).toBe(404);
    expect(await seen(`/api/facts?${named}&type=UnitRepatriated`)).toBe(404);
    expect(await seen(`/api/facts?${named}&to=${dayBefore}`)).toBe(404);
  });

  it.each([
    ['/api/missions/MINUSMAA', 404],
    ['/api/missions/MINUSMA?asOf=yesterday', 400],
    ['/api/pledges/none', 404],
    ['/api/nowhere', 404],
  ])('%s is refused with the day and the position of the log, as every answer has them', async (path, refused) => {
    const { position } = (await monitor.get('/api/missions')).body;
    const { status, body } = await monitor.get(path);
    expect({ status, today: body.today, position: body.position }).toEqual({ status: refused, today: '2018-05-08', position });
  });

  it('names the day that it was at the position asked for, as all doors do', async () => {
    const { position, today } = (await monitor.get('/api/missions/MINUSMA?position=3')).body;
    expect(today < '2018-05-08').toBe(true);
    expect((await monitor.get('/api/facts?mission=MINUSMA&position=3')).body).toMatchObject({ position, today });
    expect((await monitor.get('/api/facts/3?position=3')).body.today).toBe(today);
    expect((await monitor.get('/api/facts?mission=standby&position=3')).body.today).toBe(today);
  });

  it('names the policy in lists, and in a table day, position and policy in its headers', async () => {
    const { policy, today, position } = (await monitor.get('/api/missions/MINUSMA')).body;
    expect(policy).toMatch(/^[0-9a-f]{64}$/);
    for (const list of ['/api/missions', '/api/missions?position=50', '/api/alerts', '/api/pledges', '/api/needs'])
      expect({ list, policy: (await monitor.get(list)).body.policy }).toEqual({ list, policy });
    for (const list of ['/api/alerts', '/api/pledges', '/api/needs', '/api/pledges/can-helicopters']) {
      const { headers } = await monitor.get(list, { accept: 'text/csv' });
      const named = { 'muster-today': today, 'muster-position': String(position), 'muster-policy': policy };
      expect({ list, ...headers }).toMatchObject({ list, ...named });
    }
  });

  it('makes no report of a mission of which nothing is recorded yet', async () => {
    const { status, body } = await monitor.get('/api/reports/MINUSMA/1990-01');
    expect(status).toBe(404);
    expect(body.detail).toBe(
      'There is no report of MINUSMA for 1990-01. Nothing is recorded of the mission up to the end of that month.',
    );
  });

  it.each([
    ['GET', '//api/missions', 404],
    ['GET', '/api//missions', 404],
    ['GET', '/../package.json', 404],
    ['GET', '/', 200],
    ['PUT', '/', 405],
    ['DELETE', '/index.html', 405],
  ])('%s %s is answered with %i', async (method, path, status) => {
    const answer = await answerTo(`${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(answer.split('\r\n')[0]).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    if (status === 405) expect(answer).toMatch(/^allow: GET, HEAD\r$/im);
  });

  it.each([
    ['headers that are too long', `GET / HTTP/1.1\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['what is no HTTP', 'HELO muster\r\n\r\n', 400],
  ])('answers %s as a problem too', async (_what, bytes, status) => {
    const [head = '', body = ''] = (await answerTo(bytes)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toMatch(/^content-type: application\/problem\+json/im);
    expect(JSON.parse(body)).toMatchObject({ status, title: expect.any(String), detail: expect.any(String), problems: [] });
  });

  it.each([
    ['/api/contributions', 'text/csv'],
    ['/api/events', 'application/cloudevents-batch+json'],
  ])('%s tells who sends it compressed to send it as it is', async (door, type) => {
    const answer = await monitor.post(door, type, gzipSync('a,b'), { 'content-encoding': 'gzip' });
    expect(answer.status).toBe(415);
    expect(answer.headers['accept-encoding']).toBe('identity');
    expect(answer.body.detail).toBe('No door takes a body in gzip; send it as it is, without a Content-Encoding.');
    const asItIs = await monitor.post(door, type, '[]', { 'content-encoding': 'Identity' });
    expect(asItIs.status).not.toBe(415);
  });

  it.each(['', 'foo'])('tells who sends a body as "%s" what a door takes', async (type) => {
    const { status, body } = await monitor.post('/api/events', type, 'x');
    expect(status).toBe(415);
    expect(body.detail).toMatch(/^No door takes a body (of this|without a) Content-Type/);
  });
});
