import { setTimeout as pause } from 'node:timers/promises';
import { startMonitor, type Monitor } from '../end-to-end/start-monitor.js';
import { strengthReturned } from '../end-to-end/sent-facts.js';
import { brokerOfOurs, describeOnKafka, restartBroker } from '../servers/kafka.js';
import type { Broker } from '../servers/kafka/broker.js';
import { until } from '../servers/until.js';
import { openLandscape, type Landscape } from './landscape.js';

jest.setTimeout(180_000);

let years = 0;

describeOnKafka('GET /health/ready where a broker goes away', () => {
  let landscape: Landscape;
  let monitor: Monitor;
  let broker: Broker | undefined;

  beforeAll(async () => {
    broker = await brokerOfOurs();
    landscape = await openLandscape();
    monitor = await startMonitor({ KAFKA_BROKERS: landscape.brokers }, landscape.databaseUrl);
  });
  afterAll(async () => {
    await monitor?.close();
    await landscape?.close();
  });

  const told = async (): Promise<string> => {
    const { status, body } = await monitor.get('/health/ready');
    return `${status} ${body.detail ?? ''}`;
  };
  const says = async (words: RegExp): Promise<void> => {
    let last = '';
    const holds = async (): Promise<boolean> => words.test((last = await told()));
    await until(`it says ${words}`, holds, 60_000).catch((cause: unknown) => {
      throw new Error(`it said last: ${last}`, { cause });
    });
  };

  /** How a broker of ours goes away and comes back. */
  const ways: readonly (readonly [string, (broker: Broker) => Promise<unknown>, (broker: Broker) => Promise<Broker>])[] = [
    [
      'stands still',
      async ({ pid }) => process.kill(pid, 'SIGSTOP'),
      async (standing) => (process.kill(standing.pid, 'SIGCONT'), standing),
    ],
    ['has ended', (running) => running.stop(), (stopped) => restartBroker(stopped)],
  ];

  it.each(ways)(
    'says within fifteen seconds that a broker that %s cannot be reached, and is green again without a restart',
    async (_, goAway, comeBack) => {
      if (broker === undefined) return;
      await says(/^200 /);
      await goAway(broker);
      const began = Date.now();
      await says(/^503 .*Kafka \(127\.0\.0\.1:\d+\) cannot be reached: it has not answered since 20\S+Z/);
      expect(Date.now() - began).toBeLessThan(15_000);
      broker = await comeBack(broker);
      await says(/^200 /);
      const fact = strengthReturned(`201${++years}-12-31`, 800);
      const headers = { 'content-type': 'application/cloudevents+json' };
      await landscape.client.send('muster.inbound', [{ key: 'MINUSMA', value: JSON.stringify(fact), headers }]);
      await until('what is sent then is taken', async () =>
        (await monitor.get('/api/facts?mission=MINUSMA')).text.includes(fact.id),
      );
    },
  );

  it('stays green while a broker stands still for five seconds', async () => {
    if (broker === undefined) return;
    const end = Date.now() + 10_000;
    process.kill(broker.pid, 'SIGSTOP');
    for (const { pid } = broker; Date.now() < end; await pause(100)) {
      if (Date.now() > end - 5_000) process.kill(pid, 'SIGCONT');
      expect(await told()).toMatch(/^200 /);
    }
  });
});
