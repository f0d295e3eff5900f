import { CurrentPolicy, Config } from '@muster/runtime';
import { Database, EventLog } from '@muster/postgres';
import { factFromTheFuture, shortfall } from '../end-to-end/sent-facts.js';
import { describeOnKafka } from '../servers/kafka.js';
import { until } from '../servers/until.js';
import { openLandscape, pinnedDay, type Landscape } from './landscape.js';
import type { ServiceProcess } from './service-process.js';

jest.setTimeout(120_000);

describeOnKafka('a fact that breaks the assessor', () => {
  let landscape: Landscape;
  let database: Database;
  let ingest: ServiceProcess;
  let assessor: ServiceProcess;
  let gateway: ServiceProcess;

  beforeAll(async () => {
    landscape = await openLandscape();
    [ingest, assessor, gateway] = (await Promise.all(
      (['ingest', 'assessor', 'gateway'] as const).map((name) => landscape.start(name)),
    )) as [ServiceProcess, ServiceProcess, ServiceProcess];
    database = await Database.open({ url: landscape.databaseUrl, poolSize: 2 });
  });
  afterAll(async () => {
    await database?.close();
    await landscape?.close();
  });

  const ready = async ({ url }: ServiceProcess) => {
    const response = await fetch(`${url}/health/ready`);
    return {
      status: response.status,
      body: (await response.json()) as { parked: { mission: string; message: string; id: string }[] },
    };
  };
  const post = (url: string, type: string, body: object): Promise<Response> =>
    fetch(url, { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) });
  const send = (facts: readonly object[]) => post(`${ingest.url}/api/events`, 'application/cloudevents-batch+json', facts);
  const hasAlert = async (mission: string): Promise<boolean> =>
    (await fetch(`${gateway.url}/api/alerts/${mission}/ceiling-shortfall/military`)).status === 200;

  it('parks its mission only, and every service says which and why', async () => {
    const policy = CurrentPolicy.load(Config.from({}).policyFile);
    await new EventLog(database).append([factFromTheFuture('MINUSMA')], { today: pinnedDay, policy });
    await until('the mission is parked', async () => (await ready(assessor)).status === 503);
    await send([...shortfall('MINUSMA'), ...shortfall('UNFICYP')]);
    await until('the other mission is assessed', () => hasAlert('UNFICYP'));
    for (const service of [ingest, assessor, gateway]) {
      const { status, body } = await ready(service);
      expect([status, body.parked[0]?.mission, body.parked[0]?.id]).toEqual([503, 'MINUSMA', 'from the future']);
      expect(body.parked[0]!.message).toContain('/schemas/StrengthReturned/2');
      expect(await (await fetch(`${service.url}/metrics`)).text()).toContain('muster_parked_missions 1');
    }
    expect(await hasAlert('MINUSMA')).toBe(false);
  });

  it('parks it again where it is replayed by a build that knows it no better, though nothing new is recorded', async () => {
    const parkedSince = async () => (await ready(assessor)).body.parked as unknown;
    const before = await parkedSince();
    const replayed = await post(`${assessor.url}/api/missions/MINUSMA/replay`, 'application/json', {});
    const at = { today: pinnedDay, position: expect.any(Number) };
    expect(await replayed.json()).toEqual({ ...at, mission: 'MINUSMA', resumed: [{ reader: 'assessor', stream: 'MINUSMA' }] });
    await until('it is parked anew', async () => {
      const { status, body } = await ready(assessor);
      return status === 503 && JSON.stringify(body.parked) !== JSON.stringify(before);
    });
  });
});
