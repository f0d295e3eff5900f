import { CurrentPolicy } from '@muster/runtime';
import { EventLog } from '@muster/postgres';
import { until } from '../servers/until.js';
import { startMonitor, type Monitor } from './start-monitor.js';
import { factFromTheFuture, shortfall, strengthReturned } from './sent-facts.js';

describe('a fact of a schema version that this build does not know', () => {
  let monitor: Monitor;
  beforeAll(async () => {
    monitor = await startMonitor();
  });
  afterAll(() => monitor.close());

  const plant = (mission: string) =>
    monitor.app
      .get(EventLog)
      .append([factFromTheFuture(mission)], { today: '2018-05-08', policy: monitor.app.get(CurrentPolicy) });

  it('parks its mission, names it in /health/ready, and holds up no other', async () => {
    await monitor.send(shortfall('MINUSMA'));
    await monitor.untilAssessed();
    expect((await monitor.get('/health/ready')).status).toBe(200);
    await plant('MINUSMA');
    await until('the mission is parked', async () => (await monitor.get('/health/ready')).status === 503);
    await monitor.send([...shortfall('UNFICYP'), strengthReturned('2018-03-31', 900, { subject: 'MINUSMA' })]);
    const key = '/api/alerts/UNFICYP/ceiling-shortfall/military';
    await until('the other mission is assessed', async () => (await monitor.get(key)).status === 200);
    const ready = await monitor.get('/health/ready');
    expect(ready).toMatchObject({ status: 503, headers: { 'content-type': expect.stringContaining('problem+json') } });
    expect(ready.body.parked).toMatchObject([
      { mission: 'MINUSMA', reader: 'assessor', id: 'from the future', position: expect.any(Number) },
    ]);
    expect(ready.body.detail).toContain('/schemas/StrengthReturned/2');
    expect((await monitor.get('/metrics')).text).toContain('muster_parked_missions 1');
  });

  it('leaves the mission to be seen as before that fact', async () => {
    const { status, body } = await monitor.get('/api/missions/MINUSMA');
    expect([status, body.components[0].deployed]).toEqual([200, 850]);
    expect((await monitor.get('/health/live')).status).toBe(200);
  });

  it('parks it again where it is replayed by a build that knows it no better', async () => {
    const replayed = await monitor.post('/api/missions/MINUSMA/replay', 'application/json', '{}');
    expect(replayed).toMatchObject({
      status: 200,
      body: {
        today: expect.any(String),
        position: expect.any(Number),
        mission: 'MINUSMA',
        resumed: [{ reader: 'assessor', stream: 'MINUSMA' }],
      },
    });
    await until('the mission is parked', async () => (await monitor.get('/health/ready')).status === 503);
    expect((await monitor.post('/api/missions/NOWHERE/replay', 'application/json', '{}')).status).toBe(404);
  });
});

describe('a log that has recorded a day', () => {
  it('is not opened with a day before it', async () => {
    const monitor = await startMonitor();
    await monitor.send(shortfall('MINUSMA'));
    await monitor.close();
    await expect(startMonitor({ MUSTER_TODAY: '2018-05-07' }, monitor.url)).rejects.toThrow(
      /MUSTER_TODAY is 2018-05-07.*2018-05-08/s,
    );
    const later = await startMonitor({ MUSTER_TODAY: '2018-05-09' }, monitor.url);
    await later.untilAssessed();
    expect((await later.get('/api/missions/MINUSMA')).body.today).toBe('2018-05-09');
    await later.close();
  });
});
