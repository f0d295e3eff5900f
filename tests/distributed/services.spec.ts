import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { shortfall, strengthReturned } from '../end-to-end/sent-facts.js';
import { describeOnKafka } from '../servers/kafka.js';
import type { SeenMessage } from '../servers/topic-client.js';
import { until } from '../servers/until.js';
import { openLandscape, type Landscape } from './landscape.js';
import { ServiceProcess } from './service-process.js';

jest.setTimeout(180_000);

const post = (url: string, events: readonly object[]): Promise<Response> =>
  fetch(`${url}/api/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/cloudevents-batch+json' },
    body: JSON.stringify(events),
  });

/** What a page hears at the gateway. */
async function listenTo(url: string) {
  const controller = new AbortController();
  const heard: EventSourceMessage[] = [];
  const response = await fetch(`${url}/api/live`, { signal: controller.signal });
  const parser = createParser({ onEvent: (event) => heard.push(event) });
  const decoder = new TextDecoder();
  const ended = (async () => {
    for await (const chunk of response.body!) parser.feed(decoder.decode(chunk, { stream: true }));
  })().catch(() => undefined);
  return { heard, close: () => (controller.abort(), ended) };
}

const revisionsByKey = (messages: readonly SeenMessage[]): Map<string, number[]> => {
  const revisions = new Map<string, number[]>();
  for (const { value } of messages) {
    const { key, revision } = JSON.parse(value ?? '') as { key: string; revision: number };
    revisions.set(key, [...(revisions.get(key) ?? []), revision]);
  }
  return revisions;
};

describeOnKafka('services as processes of their own', () => {
  let landscape: Landscape;
  let ingest: ServiceProcess;
  let gateway: ServiceProcess;
  let assessors: ServiceProcess[];
  let alerts: readonly SeenMessage[];

  beforeAll(async () => {
    landscape = await openLandscape();
    [ingest, gateway, ...assessors] = (await Promise.all(
      (['ingest', 'gateway', 'assessor', 'assessor'] as const).map((name) => landscape.start(name)),
    )) as [ServiceProcess, ServiceProcess, ServiceProcess, ServiceProcess];
    alerts = await landscape.client.read('muster.alerts');
  });
  afterAll(() => landscape?.close());

  it('a fact posted to ingest is an alert on muster.alerts and at the page of the gateway', async () => {
    const page = await listenTo(gateway.url);
    expect((await post(ingest.url, shortfall('MINUSMA'))).status).toBe(200);
    await until('the alert is published', () => alerts.length > 0);
    await until('the page has heard of it', () => page.heard.some(({ event }) => event === 'muster.AlertRaised'));
    await page.close();
    const [raised] = alerts;
    expect(raised).toMatchObject({
      key: 'MINUSMA',
      headers: {
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_type: 'muster.AlertRaised',
        ce_source: '/muster/assessor',
        ce_id: 'MINUSMA/ceiling-shortfall/military#1',
        ce_subject: 'MINUSMA',
        ce_partitionkey: 'MINUSMA',
        ce_sequence: '000000000001',
      },
    });
    expect(JSON.parse(raised!.value!)).toMatchObject({ key: 'MINUSMA/ceiling-shortfall/military', figures: { missing: 150 } });
    const fact = (await (await fetch(`${gateway.url}/api/facts/${raised!.headers['ce_position']}`)).json()) as {
      event: { data: object };
    };
    expect(fact.event.data).toEqual(JSON.parse(raised!.value!));
  });

  it('an assessor that is killed loses nothing, and nothing is said twice', async () => {
    const missions = Array.from({ length: 12 }, (_, n) => `KILLED-${n}`);
    await Promise.all(missions.map((mission) => post(ingest.url, shortfall(mission))));
    const sending = (async () => {
      for (let round = 0; round < 10; round++)
        for (const mission of missions)
          await post(ingest.url, [strengthReturned('2018-04-30', 800 - round * 40, { subject: mission })]);
    })();
    await until('some of it is said', () => alerts.length > 20);
    await assessors[0]!.end('SIGKILL');
    await sending;
    const lag = async (): Promise<number> => {
      const text = await (await fetch(`${gateway.url}/metrics`)).text();
      return Number(/muster_reader_lag_events\{reader="assessor"\} (\d+)/.exec(text)?.[1] ?? NaN);
    };
    await until('the other one has caught up', async () => (await lag()) === 0, 60_000);
    const said = (await (await fetch(`${gateway.url}/api/missions`)).json()) as { position: number };
    await until('all of it is published', async () => {
      const text = await (await fetch(`${ingest.url}/metrics`)).text();
      return Number(/muster_relay_position (\d+)/.exec(text)?.[1]) >= said.position;
    });
    const open = (await (await fetch(`${gateway.url}/api/alerts`)).json()) as { alerts: { key: string; revision: number }[] };
    const lastSaid = (): [string, number][] => [...revisionsByKey(alerts)].map(([key, revisions]) => [key, revisions.at(-1)!]);
    await until('all of it is read', () =>
      open.alerts.every(({ key, revision }) => lastSaid().some((last) => last[0] === key && last[1] === revision)),
    );
    for (const [key, revisions] of revisionsByKey(alerts))
      expect([key, revisions]).toEqual([key, revisions.map((_, index) => index + 1)]);
    expect(open.alerts.filter(({ key }) => key.startsWith('KILLED')).length).toBeGreaterThanOrEqual(12);
    const verification = (await (await fetch(`${gateway.url}/api/verification`)).json()) as object;
    expect(verification).toMatchObject({ ok: true, problems: [], sayings: { differences: [] } });
  });

  it('an ingest that is killed leaves its duties to another one', async () => {
    const second = await landscape.start('ingest');
    await ingest.end('SIGKILL');
    const sent = shortfall('TAKEN-OVER');
    await post(second.url, [sent[0]!]);
    await landscape.client.send(
      'muster.inbound',
      sent.slice(1).map((fact) => ({ value: JSON.stringify(fact), headers: { 'content-type': 'application/cloudevents+json' } })),
    );
    await until('the alert is published', () => alerts.some(({ key }) => key === 'TAKEN-OVER'), 60_000);
  });

  it('ends in order on SIGTERM', async () => {
    await gateway.end('SIGTERM');
    await assessors[1]!.end('SIGTERM');
    expect([gateway.exitCode, assessors[1]!.exitCode]).toEqual([0, 0]);
  });
});

describe('a service', () => {
  it.each(['ingest', 'assessor', 'reporter', 'gateway'] as const)(
    '%s refuses to start without what it shares with the others, in words',
    async (name) => {
      const service = ServiceProcess.begin(name, {});
      await service.untilEnded();
      expect(service.exitCode).toBe(1);
      expect(service.said).toMatch(/^DATABASE_URL: .*\nKAFKA_BROKERS: .*\n$/);
    },
  );
});
