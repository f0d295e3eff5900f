import { shortfall } from '../end-to-end/sent-facts.js';
import { brokerOfOurs, describeOnKafka, restartBroker } from '../servers/kafka.js';
import { until } from '../servers/until.js';
import { openLandscape, type Landscape } from './landscape.js';
import type { ServiceProcess } from './service-process.js';

jest.setTimeout(180_000);

const names = ['ingest', 'assessor', 'gateway', 'reporter'] as const;

describeOnKafka('services that are started while Kafka is away', () => {
  let landscape: Landscape;

  beforeAll(async () => {
    await brokerOfOurs();
    landscape = await openLandscape();
  });
  afterAll(() => landscape?.close());

  const openAlerts = async (gateway: ServiceProcess): Promise<unknown[]> =>
    ((await (await fetch(`${gateway.url}/api/alerts`)).json()) as { alerts: unknown[] }).alerts;

  it('listen, take and show facts, and do the rest once Kafka has come', async () => {
    const broker = await brokerOfOurs();
    if (broker === undefined) return;
    await broker.stop();
    const [ingest, ...others] = await Promise.all(names.map((name) => landscape.start(name)));
    const second = await landscape.start('ingest');
    const gateway = others.find(({ name }) => name === 'gateway')!;

    const body = JSON.stringify(shortfall('MINUSMA'));
    const headers = { 'content-type': 'application/cloudevents-batch+json' };
    expect((await fetch(`${ingest!.url}/api/events`, { method: 'POST', headers, body })).status).toBe(200);
    expect(await (await fetch(`${gateway.url}/api/missions/MINUSMA`)).json()).toMatchObject({ mission: 'MINUSMA' });
    for (const { url } of [ingest!, ...others]) expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const hasFailed = ({ said }: ServiceProcess): boolean => /"msg":"a duty failed[^\n]*"duty":"relay"/.test(said);
    await until('the relay has failed in both', () => hasFailed(ingest!) && hasFailed(second), 60_000);

    await restartBroker(broker);
    await until('it is alerted', async () => (await openAlerts(gateway)).length > 0, 60_000);
    for (const { said } of [ingest!, second])
      expect(said.match(/"msg":"this process has the duty","duty":"relay"/g)).toHaveLength(1);
  });
});
