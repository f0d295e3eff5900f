import { canonicalJson, sha256 } from '@muster/contracts';
import { answerOf } from '../crash/answer-of.js';
import { inboundMessage } from '../distributed/inbound-message.js';
import { disorderOf, lastByKey, readSayings } from '../distributed/said-in-order.js';
import { toldByAsyncApi } from '../distributed/told-by-async-api.js';
import { shortfall } from '../end-to-end/sent-facts.js';
import { describeOnKafka } from '../servers/kafka.js';
import { TopicClient, type SeenMessage } from '../servers/topic-client.js';
import { until } from '../servers/until.js';
import { startDemo, startDistributedDemo, type RunningDistributedDemo } from './running-demo.js';

jest.setTimeout(240_000);

interface Shown {
  readonly key: string;
  readonly revision: number;
  readonly [member: string]: unknown;
}

/** How it came to be said is left out: facts of one day may be read in other portions, and then what ends the day is said at once. */
function alertText(said: object): string {
  const { revision, upTo, causes, on, previous, ...alert } = said as Record<string, unknown>;
  void [revision, upTo, causes, on, previous];
  return canonicalJson(alert);
}

const textsByKey = (alerts: Iterable<Shown>): Record<string, string> =>
  Object.fromEntries([...alerts].map((alert): [string, string] => [alert.key, alertText(alert)]).sort());

async function alertsOfOneProcess(): Promise<readonly Shown[]> {
  const demo = await startDemo();
  try {
    return (await answerOf<{ alerts: Shown[] }>(demo.url, '/api/alerts')).alerts;
  } finally {
    await demo.stop();
  }
}

const isOpen = ({ headers }: SeenMessage): boolean => headers['ce_type'] !== 'muster.AlertResolved';

describeOnKafka('the demo on services that are processes of their own', () => {
  let demo: RunningDistributedDemo;
  let client: TopicClient;
  let alerts: readonly SeenMessage[];

  beforeAll(async () => {
    demo = await startDistributedDemo({ MUSTER_REPORTS_FROM: '2018-02' });
    client = new TopicClient(demo.brokers);
    alerts = await client.read('muster.alerts');
  });
  afterAll(async () => {
    if (process.env['KAFKA_BROKERS'] !== undefined)
      await client?.deleteTopics(...(await client.topics()).filter((topic) => topic.startsWith('muster.')));
    await client?.close();
    await demo?.stop();
  });

  it('last says on muster.alerts of every alert what the one-process demo shows', async () => {
    const expected = await alertsOfOneProcess();
    const { alerts: said } = await answerOf<{ alerts: Shown[] }>(demo.gateway, '/api/alerts?state=any');
    await until('every last saying is read', () => {
      const last = lastByKey(readSayings(alerts));
      return said.every(({ key, revision }) => last.get(key)?.revision === revision);
    });
    const lastMessages = new Map(alerts.map((message) => [readSayings([message])[0]!.key, message]));
    const open = readSayings([...lastMessages.values()].filter(isOpen));
    expect(textsByKey(open)).toEqual(textsByKey(expected));
    expect(open.length).toBeGreaterThan(15);
  });

  it('counts the revisions of each alert 1, 2, 3 …, without a gap or another content', () => {
    expect(alerts.length).toBeGreaterThan(60);
    expect(disorderOf(readSayings(alerts))).toEqual([]);
    expect(alerts.filter(({ key }) => key !== 'MINUSMA')).toEqual([]);
  });

  it('issues each report that is due once, on muster.reports alone, with the hash of what the gateway gives', async () => {
    const reports = await client.read('muster.reports');
    await until('February and March are issued', () => reports.length >= 4, 60_000);
    const issued = reports.map(({ value }) => JSON.parse(value!) as { mission: string; month: string; sha256: string });
    expect(issued.map(({ mission, month }) => `${mission} ${month}`).sort()).toEqual(
      ['ALL', 'MINUSMA'].flatMap((mission) => ['2018-02', '2018-03'].map((month) => `${mission} ${month}`)),
    );
    for (const { mission, month, sha256: recorded } of issued)
      expect(sha256(await (await fetch(`${demo.gateway}/api/reports/${mission}/${month}`)).text())).toBe(recorded);
    expect(alerts.filter(({ headers }) => !headers['ce_type']!.startsWith('muster.Alert'))).toEqual([]);
  });

  it('rejects no fact of the case, and its log verifies', async () => {
    expect(await client.read('muster.rejected')).toEqual([]);
    expect(await answerOf(demo.gateway, '/api/verification')).toMatchObject({ ok: true });
  });

  it('takes a trace from muster.inbound to the alert, and answers what it cannot take', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const traced = shortfall('TRACED').map((fact) => inboundMessage({ ...fact, attributes: { traceparent } }));
    const broken = { key: 'TRACED', value: '{}', headers: { ce_id: 'broken', 'content-type': 'application/json' } };
    const rejected = await client.read('muster.rejected');
    await client.send('muster.inbound', [...traced, broken]);
    await until('the alert has come', () => alerts.some(({ key }) => key === 'TRACED'));
    const [raised] = alerts.filter(({ key }) => key === 'TRACED');
    expect(raised!.headers).toMatchObject({ ce_type: 'muster.AlertRaised', ce_traceparent: traceparent });
    await until('the broken message is answered', () => rejected.length > 0);
    expect(JSON.parse(rejected[0]!.value!)).toMatchObject({ id: 'broken', message: { value: '{}' } });
  });

  it('sends on every topic what /asyncapi.json tells', async () => {
    const sent = await client.read('muster.facts', 'muster.alerts', 'muster.reports', 'muster.rejected');
    await until('all of it is read', () => sent.length >= 210 + alerts.length + 2 + 1);
    const document = await answerOf<Parameters<typeof toldByAsyncApi>[0]>(demo.gateway, '/asyncapi.json');
    expect(toldByAsyncApi(document, sent)).toEqual([]);
    const { ce_position: _position, ...headers } = alerts[0]!.headers;
    const misled = [
      { ...alerts[0]!, headers },
      { ...alerts[0]!, value: '{}' },
      { ...alerts[0]!, topic: 'muster.facts' },
    ];
    expect(toldByAsyncApi(document, misled)).toHaveLength(3);
  });

  it('ends all that it has started on SIGTERM', async () => {
    await client.close();
    const { gateway, brokers } = demo;
    expect(await demo.stop()).toBe(0);
    await expect(fetch(`${gateway}/health/live`)).rejects.toThrow();
    if (process.env['KAFKA_BROKERS'] === undefined) await expect(fetch(`http://${brokers}`)).rejects.toThrow();
  });
});
