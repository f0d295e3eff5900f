import { freshDatabase } from '../servers/postgres.js';
import { until } from '../servers/until.js';
import { wayTo } from '../servers/way-to.js';
import { shortfall } from './sent-facts.js';
import { startMonitor, type Monitor } from './start-monitor.js';

describe('where PostgreSQL takes questions and answers none', () => {
  let way: Awaited<ReturnType<typeof wayTo>>;
  let monitor: Monitor;
  beforeAll(async () => {
    way = await wayTo((await freshDatabase()).url);
    monitor = await startMonitor({}, way.url);
    await monitor.send(shortfall('MINUSMA'));
    await monitor.untilAssessed();
  });
  afterAll(async () => {
    way?.goOn();
    await monitor?.close();
    way?.close();
  });

  it('whoever asks whether the service is ready is told that the log does not answer, and gets the figures that need no log', async () => {
    expect((await monitor.get('/metrics')).text).toMatch(/^muster_log_position [1-9]/m);
    way.stop();
    const [ready, metrics] = await Promise.all([monitor.get('/health/ready'), monitor.get('/metrics')]);
    expect(ready).toMatchObject({ status: 503, body: { detail: 'The log cannot be reached.' } });
    expect(metrics.status).toBe(200);
    expect(metrics.text).toMatch(/^process_cpu_seconds_total /m);
    expect(metrics.text).not.toMatch(/^muster_log_position /m);
    way.goOn();
    await until('it is ready again', async () => (await monitor.get('/health/ready')).status === 200);
    expect((await monitor.get('/metrics')).text).toMatch(/^muster_log_position [1-9]/m);
  });
});
