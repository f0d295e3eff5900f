import { startMonitor, type Monitor } from '../end-to-end/start-monitor.js';
import { shortfall } from '../end-to-end/sent-facts.js';
import { brokerOfOurs, describeOnKafka, restartBroker } from '../servers/kafka.js';
import type { Broker } from '../servers/kafka/broker.js';
import { until } from '../servers/until.js';
import { openLandscape, type Landscape } from './landscape.js';

jest.setTimeout(180_000);

/** The clock of the services, not that of the test: sixty seconds are not waited for. */
let later = 0;
const realNow = Date.now.bind(Date);

describeOnKafka('GET /health/ready of services on Kafka', () => {
  let landscape: Landscape;
  let monitor: Monitor;
  let broker: Broker | undefined;

  beforeAll(async () => {
    broker = await brokerOfOurs();
    landscape = await openLandscape();
    jest.spyOn(Date, 'now').mockImplementation(() => realNow() + later);
    monitor = await startMonitor({ KAFKA_BROKERS: landscape.brokers }, landscape.databaseUrl);
  });
  afterAll(async () => {
    await monitor?.close();
    jest.restoreAllMocks();
    await landscape?.close();
  });

  const told = async (): Promise<string> => {
    const { status, body } = await monitor.get('/health/ready');
    return `${status} ${body.detail ?? ''}`;
  };
  const says = (words: RegExp) => until(`it says ${words}`, async () => words.test(await told()), 60_000);

  it('stays green while Kafka answers, however long that lasts', async () => {
    await says(/^200 /);
    later += 61_000;
    await says(/^200 /);
  });

  it('turns red once Kafka has been away for a minute, says who asks in vain and since when nothing is published, and green again', async () => {
    if (broker === undefined) return;
    await broker.stop();
    expect(await told()).toMatch(/^200 /);
    await monitor.send(shortfall('MINUSMA'));
    later += 61_000;
    await says(/^503 (?=.*Kafka has not answered [^.]*assessor)(?=.*What was recorded since 20\S+ has not been published)/);
    await restartBroker(broker);
    await says(/^200 /);
  });
});
