import { startMonitor, type Monitor } from '../end-to-end/start-monitor.js';
import { strengthReturned } from '../end-to-end/sent-facts.js';
import { describeOnKafka } from '../servers/kafka.js';
import type { OutgoingMessage } from '../servers/topic-client.js';
import { until } from '../servers/until.js';
import { openLandscape, type Landscape } from './landscape.js';

jest.setTimeout(180_000);

/** The clock of the services, not that of the test: sixty seconds are not waited for. */
let later = 0;
const realNow = Date.now.bind(Date);

/** All of one partition. */
const message = (value: string): OutgoingMessage => ({
  key: 'MINUSMA',
  value,
  headers: { 'content-type': 'application/cloudevents+json' },
});

const usualLimit = 16_777_216;

describeOnKafka('what waits on muster.inbound', () => {
  let landscape: Landscape;
  let holder: Monitor;
  let other: Monitor;

  beforeAll(async () => {
    landscape = await openLandscape();
    jest.spyOn(Date, 'now').mockImplementation(() => realNow() + later);
    holder = await startMonitor({ KAFKA_BROKERS: landscape.brokers }, landscape.databaseUrl);
    await until('the first one has the duty', async () => (await lagOf(holder, 'events')) === 0);
    other = await startMonitor({ KAFKA_BROKERS: landscape.brokers }, landscape.databaseUrl);
  });
  afterAll(async () => {
    await other?.close();
    await holder?.close();
    jest.restoreAllMocks();
    await landscape?.close();
  });

  const lagOf = async (monitor: Monitor, what: 'events' | 'seconds'): Promise<number | undefined> => {
    const { text } = await monitor.get('/metrics');
    const found = new RegExp(`^muster_inbound_lag_${what} (\\S+)$`, 'm').exec(text);
    return found === null ? undefined : Number(found[1]);
  };
  const readyOf = async (monitor: Monitor): Promise<string> => {
    const { status, body } = await monitor.get('/health/ready');
    return `${status} ${body.detail ?? ''}`;
  };
  const send = (...values: string[]) => landscape.client.send('muster.inbound', values.map(message));
  /** As an operator limits a topic. */
  const largestAnswer = (bytes: number) => landscape.client.limitTopic('muster.rejected', bytes);

  it('is nothing where each message is recorded, and only the ingest that has the duty tells it', async () => {
    await send(...['2018-01-31', '2018-02-28'].map((day) => JSON.stringify(strengthReturned(day, 800))));
    await until('both are recorded', async () => (await holder.get('/api/facts?mission=MINUSMA')).text.includes('2018-02-28'));
    await until('nothing waits', async () => (await lagOf(holder, 'events')) === 0);
    expect(await lagOf(holder, 'seconds')).toBe(0);
    expect(await lagOf(other, 'events')).toBeUndefined();
    expect(await lagOf(other, 'seconds')).toBeUndefined();
  });

  it('is told in messages and seconds where an answer cannot be sent, and turns that ingest red after a minute, with the cause', async () => {
    await largestAnswer(100);
    await send('{', JSON.stringify(strengthReturned('2018-03-31', 800)), JSON.stringify(strengthReturned('2018-04-30', 800)));
    await until('three messages wait', async () => (await lagOf(holder, 'events')) === 3);
    expect(await readyOf(holder)).toMatch(/^200 /);
    later += 61_000;
    await until('it is red', async () => (await readyOf(holder)).startsWith('503'));
    expect(await readyOf(holder)).toMatch(/Messages on muster\.inbound have not been taken since 20\S+Z: .*message larger than/);
    await until('the seconds are known', async () => ((await lagOf(holder, 'seconds')) ?? 0) > 60);
    expect(await readyOf(other)).toMatch(/^200 /);
  });

  it('is taken once the answer can be sent, and the ingest is ready again', async () => {
    await largestAnswer(usualLimit);
    await until('it is ready again', async () => (await readyOf(holder)).startsWith('200'));
    await until('nothing waits', async () => (await lagOf(holder, 'events')) === 0);
    expect(await lagOf(holder, 'seconds')).toBe(0);
    expect(await landscape.client.count('muster.rejected')).toBe(1);
  });
});
