import { WireSigns } from '@muster/kafka';
import { startMonitor, type Monitor } from './start-monitor.js';

describe('GET /health/live', () => {
  let monitor: Monitor;
  beforeAll(async () => {
    monitor = await startMonitor();
  });
  afterAll(() => monitor.close());

  it('is red where a reader has given no sign for three minutes, and names it', async () => {
    const signs = monitor.app.get(WireSigns).of('assessor');
    expect((await monitor.get('/health/live')).status).toBe(200);
    signs.lastSign = Date.now() - 179_000;
    expect((await monitor.get('/health/live')).status).toBe(200);
    signs.lastSign = Date.now() - 181_000;
    expect(await monitor.get('/health/live')).toMatchObject({ status: 503, body: { stuck: ['assessor'] } });
  });
});
