import { IngestModule } from '../../apps/ingest/src/ingest.module.js';
import { startMonitor, type Monitor } from './start-monitor.js';
import { told } from './told.js';

describe('the reading doors, on the case of MINUSMA', () => {
  let monitor: Monitor;
  beforeAll(async () => {
    monitor = await startMonitor();
    await monitor.app.get(IngestModule).loadCase('minusma');
    await monitor.untilAssessed();
  });
  afterAll(() => monitor.close());

  const keys = (alerts: readonly { readonly key: string }[]): string[] => alerts.map(({ key }) => key);

  it('tell the strength of 28 February 2018 against the ceilings, as of that day', async () => {
    const { body } = await monitor.get('/api/missions/MINUSMA?asOf=2018-02-28');
    expect(body).toMatchObject({ mission: 'MINUSMA', today: '2018-02-28', reported: 13532, observedOn: '2018-02-28' });
    expect(body.components).toMatchObject([
      { component: 'military', authorized: 13289, deployed: 11791, missing: 1498, fillRate: 0.8873 },
      { component: 'police', authorized: 1920, deployed: 1741, missing: 179, fillRate: 0.9068 },
    ]);
  });

  it.each([
    '/api/missions',
    '/api/missions?asOf=2016-12-31',
    '/api/missions/MINUSMA',
    '/api/missions/MINUSMA/curves',
    '/api/missions/MINUSMA/curves?from=2017-01-01&to=2017-12-31&figure=deployed',
    '/api/missions/MINUSMA/requirements',
    '/api/missions/MINUSMA/contributors',
    '/api/missions/MINUSMA/units',
    '/api/missions/MINUSMA/tasks',
    '/api/missions/MINUSMA/calendar',
    '/api/missions/MINUSMA/partners',
    '/api/missions/MINUSMA/explanation?asOf=2018-02-28',
    '/api/alerts',
    '/api/alerts?state=any',
    '/api/alerts?state=any&asOf=2017-06-30',
    '/api/alerts/MINUSMA/ceiling-shortfall/military',
    '/api/alerts/MINUSMA/ceiling-shortfall/military/explanation',
    '/api/alerts/MINUSMA/ceiling-shortfall/military/history',
    '/api/pledges',
    '/api/pledges?asOf=2017-06-30&stage=selected',
    '/api/pledges/can-helicopters',
    '/api/pledges/khm-eod-centre',
    '/api/pledges/jor-special-forces',
    '/api/needs',
    '/api/needs?capability=EOD&asOf=2017-06-30',
    '/api/facts/1',
    '/api/facts?mission=MINUSMA&type=UnitArrived',
    '/api/verification',
  ])('%s answers in the form that /openapi.json tells, with its day and its position', async (path) => {
    const [answer, contract] = [await monitor.get(path), await monitor.get('/openapi.json')];
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(told(contract.body, path, answer.body)).toEqual([]);
    expect(answer.body).toMatchObject({ today: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/), position: expect.any(Number) });
  });

  it.each([
    ['/api/missions?asOf=2018-02-30', 400],
    ['/api/missions?position=999999', 400],
    ['/api/missions/NOWHERE', 404],
    ['/api/missions/NOWHERE/curves', 404],
    ['/api/missions/MINUSMA/tasks?knownAt=yesterday', 400],
    ['/api/alerts?mission=NOWHERE', 404],
    ['/api/alerts?state=bad', 400],
    ['/api/alerts/MINUSMA/ceiling-shortfall/nobody', 404],
    ['/api/pledges/none', 404],
    ['/api/needs?nope=1', 400],
    ['/api/facts', 400],
    ['/api/facts/0', 404],
    ['/api/live?mission=NOWHERE', 404],
    ['/api/reports/MINUSMA/2018-13', 400],
    ['/api/reports/MINUSMA/2030-01', 404],
    ['/schemas/StrengthReturned/9', 404],
  ])('%s is refused with %i in the form that /openapi.json tells', async (path, status) => {
    const [answer, contract] = [await monitor.get(path), await monitor.get('/openapi.json')];
    expect(answer.status).toBe(status);
    expect(told(contract.body, path, answer.body, { status, type: 'application/problem+json' })).toEqual([]);
  });

  it.each(['/health/live', '/health/ready', '/api/reports/MINUSMA/2018-02?format=html'])(
    '%s answers in a type that /openapi.json tells',
    async (path) => {
      const [answer, contract] = [await monitor.get(path), await monitor.get('/openapi.json')];
      const door = path.startsWith('/api/reports') ? '/api/reports/{mission}/{month}' : path;
      const [type = ''] = String(answer.headers['content-type']).split(';');
      expect(contract.body.paths[door].get.responses['200'].content).toHaveProperty([type]);
    },
  );

  it('show live alerts as they were said, and those of another viewpoint as they are computed', async () => {
    const { body: live } = await monitor.get('/api/alerts');
    const { body: computed } = await monitor.get('/api/alerts?asOf=2018-05-08');
    const unsaid = ({ revision: _revision, upTo: _upTo, ...alert }: Record<string, unknown>) => alert;
    expect(live.alerts.map(unsaid)).toEqual(computed.alerts.map(unsaid));
    expect(live.alerts.length).toBeGreaterThan(10);
    expect(live.alerts[0]).toMatchObject({ revision: expect.any(Number), upTo: expect.any(Number) });
    expect(computed.alerts[0]).toMatchObject({ revision: null, upTo: null });
    expect(live.alerts.map(({ severity }: { severity: string }) => severity)).toEqual(
      [
        ...live.alerts.filter((alert: { severity: string }) => alert.severity === 'critical'),
        ...live.alerts.filter((alert: { severity: string }) => alert.severity === 'warning'),
        ...live.alerts.filter((alert: { severity: string }) => alert.severity === 'watch'),
      ].map(({ severity }) => severity),
    );
  });

  it('sift the alerts', async () => {
    const { body: all } = await monitor.get('/api/alerts');
    const sifted = async (query: string) => keys((await monitor.get(`/api/alerts?${query}`)).body.alerts);
    expect(await sifted('rule=mandate-ending')).toEqual(['MINUSMA/mandate-ending/mission']);
    expect(await sifted('contributor=TGO')).toEqual(['MINUSMA/return-suspect/TGO.troops']);
    expect(await sifted('contributor=KHM')).toEqual([
      'MINUSMA/pledge-stalled/khm-eod-centre',
      'MINUSMA/pledge-lapsing/khm-eod-centre',
      'MINUSMA/dependency/EOD',
    ]);
    expect(await sifted('contributor=KHM&asOf=2018-04-05')).not.toContain('MINUSMA/pledge-lapsing/khm-eod-centre');
    expect(await sifted('contributor=KHM&asOf=2018-04-06')).toContain('MINUSMA/pledge-lapsing/khm-eod-centre');
    expect(await sifted('state=unknown')).toEqual(['MINUSMA/equipment-shortfall/mission.APC']);
    expect(await sifted(`since=${all.position}`)).toEqual([]);
    expect((await sifted('since=0')).length).toBe((await sifted('state=any')).length);
    expect((await sifted('state=resolved')).length).toBeGreaterThan(0);
  });

  it('give the list of alerts as CSV to whoever prefers it', async () => {
    const { text, headers } = await monitor.get('/api/alerts', { accept: 'text/csv' });
    expect(headers['content-type']).toContain('text/csv');
    expect(text.split('\r\n')[0]).toMatch(/^key,mission,rule/);
    expect(text.split('\r\n')).toHaveLength(2 + (await monitor.get('/api/alerts')).body.alerts.length);
  });

  it('answer the auditor alike for ever: position names the first so many events', async () => {
    const { body: now } = await monitor.get('/api/missions/MINUSMA');
    const { body: then } = await monitor.get(`/api/missions/MINUSMA?position=${now.position}`);
    expect(then).toEqual(now);
    const { body: half } = await monitor.get(`/api/missions/MINUSMA?position=${Math.floor(now.position / 2)}`);
    expect(half.today < now.today).toBe(true);
    expect(await monitor.get(`/api/missions/MINUSMA?position=${now.position + 1}`)).toMatchObject({
      status: 400,
      body: { problems: [{ path: '/position' }] },
    });
  });

  it('answer the historian from what was known then', async () => {
    const { body } = await monitor.get('/api/missions/MINUSMA?asOf=2018-02-28&knownAt=2018-02-28');
    expect(body.observedOn < '2018-02-28').toBe(true);
  });

  it('find a fact by its position and by its name, as it was sent', async () => {
    const { body } = await monitor.get('/api/facts?mission=MINUSMA&type=muster.CeilingAuthorized&from=2016-06-29&to=2016-06-29');
    expect(body.facts).toHaveLength(2);
    const [{ position, event }] = body.facts;
    const { body: at } = await monitor.get(`/api/facts/${position}`);
    expect(at).toMatchObject({ position, event, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const name = new URLSearchParams({ source: event.source, id: event.id }).toString();
    expect((await monitor.get(`/api/facts?${name}`)).body).toEqual(at);
  });

  it('say all that was said again from the facts, without a difference', async () => {
    const { body } = await monitor.get('/api/verification');
    expect(body).toMatchObject({ ok: true, problems: [], sayings: { differences: [] } });
    expect(body.sayings.checked).toBeGreaterThan(20);
    expect(body.streams.map(({ stream }: { stream: string }) => stream)).toEqual(
      expect.arrayContaining(['MINUSMA', 'MINUSMA/said']),
    );
  });

  it.each([
    ['/api/missions/NOWHERE', 404],
    ['/api/missions/standby', 404],
    ['/api/missions/NOWHERE/curves', 404],
    ['/api/alerts?mission=NOWHERE', 404],
    ['/api/alerts/MINUSMA/ceiling-shortfall/nothing', 404],
    ['/api/alerts/MINUSMA/ceiling-shortfall/nothing/explanation', 404],
    ['/api/alerts/MINUSMA/ceiling-shortfall/nothing/history', 404],
    ['/api/missions/NOWHERE/calendar', 404],
    ['/api/pledges/nothing', 404],
    ['/api/pledges?mission=NOWHERE', 404],
    ['/api/pledges/can-helicopters?contributor=ROU', 404],
    ['/api/facts/999999', 404],
    ['/api/facts?source=a&id=b', 404],
    ['/schemas/UnitArrived/2', 404],
    ['/schemas/Nothing/1', 404],
    ['/api/nothing', 404],
    ['/api/missions?asOf=2018-02-30', 400],
    ['/api/missions?knownAt=yesterday', 400],
    ['/api/missions?position=-1', 400],
    ['/api/missions?asof=2018-02-28', 400],
    ['/api/missions?asOf=2018-02-27&asOf=2018-02-28', 400],
    ['/api/missions/MINUSMA/curves?figure=speed', 400],
    ['/api/missions/MINUSMA/curves?from=2018-01-02&to=2018-01-01', 400],
    ['/api/facts?mission=MINUSMA&from=2018-01-02&to=2018-01-01', 400],
    ['/api/alerts?rule=nothing', 400],
    ['/api/alerts?since=1&asOf=2018-02-28', 400],
    ['/api/pledges?stage=nothing', 400],
    ['/api/pledges?contributor=Canada', 400],
    ['/api/needs?capability=NOTHING', 400],
    ['/api/facts', 400],
    ['/api/facts?source=a', 400],
    ['/api/facts?mission=MINUSMA&type=Nothing', 400],
    ['/api/facts/first', 400],
    ['/api/%zz', 400],
  ])('%s is answered with a problem, %i', async (path, status) => {
    const answer = await monitor.get(path);
    expect(answer).toMatchObject({ status, body: { status, type: 'about:blank', detail: expect.any(String) } });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(Array.isArray(answer.body.problems)).toBe(true);
  });

  it.each([
    ['POST', '/api/missions', 'GET, HEAD'],
    ['DELETE', '/api/alerts/MINUSMA/ceiling-shortfall/military', 'GET, HEAD'],
    ['GET', '/api/events', 'POST'],
    ['GET', '/api/alerts/silences?since=1', 'POST'],
  ] as const)('tell what methods there are where one asks by another: %s %s', async (method, url, allow) => {
    const answer = await monitor.app.inject({ method, url });
    expect(answer).toMatchObject({ statusCode: 405, headers: { allow } });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ status: 405, title: 'Method Not Allowed', detail: expect.stringContaining(allow) });
  });

  it('say of a parameter that is given twice that it is, whatever it may hold', async () => {
    for (const query of ['asOf=2018-02-27&asOf=2018-02-28', 'figure=women&figure=deployed', 'position=1&position=2']) {
      const { body } = await monitor.get(`/api/missions/MINUSMA/curves?${query}`);
      expect(body.problems).toMatchObject([{ value: 'a list of 2', problem: expect.stringContaining('more than once') }]);
    }
  });

  it('serve the schema of each fact, the docs and the metrics', async () => {
    for (const name of ['UnitArrived', 'AlertRaised', 'MessageRejected'])
      expect((await monitor.get(`/schemas/${name}/1`)).body).toMatchObject({ $id: `/schemas/${name}/1`, title: name });
    expect((await monitor.get('/docs')).text).toContain('swagger');
    const { text } = await monitor.get('/metrics');
    expect(text).toContain('muster_reader_lag_events{reader="assessor"} 0');
    expect(text).toContain('muster_open_alerts{rule="ceiling-shortfall",severity="warning"} 1');
    expect(text).toContain('muster_parked_missions 0');
    expect(text).toMatch(
      /muster_http_request_duration_seconds_count\{method="GET",route="\/api\/missions\/:mission",status="200"\} \d/,
    );
  });

  it('are described by a valid OpenAPI document, each with its answer', async () => {
    const { Validator } = await import('@seriousme/openapi-schema-validator');
    const { body } = await monitor.get('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(await new Validator().validate(structuredClone(body))).toMatchObject({ valid: true });
  });

  it('describe what travels on Kafka by a valid AsyncAPI document, to which /docs leads', async () => {
    const { Parser } = await import('@asyncapi/parser');
    const { body, text } = await monitor.get('/asyncapi.json');
    expect(body.asyncapi).toMatch(/^3\./);
    expect(await new Parser().validate(text)).toEqual([]);
    expect((await monitor.get('/openapi.json')).body.info.description).toContain('(/asyncapi.json)');
  });

  it('answer only to a loopback name', async () => {
    expect((await monitor.get('/api/missions', { host: 'evil.example' })).status).toBe(403);
    expect((await monitor.get('/api/missions', { host: '127.0.0.1:3000' })).status).toBe(200);
  });
});
