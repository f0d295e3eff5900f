import { startMonitor, type Monitor } from './start-monitor.js';
import { strengthReturned, type SentFact } from './sent-facts.js';

const structured = 'application/cloudevents+json';

describe('POST /api/events', () => {
  let monitor: Monitor;
  beforeAll(async () => {
    monitor = await startMonitor();
  });
  afterAll(() => monitor.close());

  it('refuses an event in which a name stands twice, with its place, in whichever mode it came, and no other', async () => {
    const doubled = (fact: SentFact): string =>
      JSON.stringify(fact).replace('"men":', '"men":7,"men":').replace('"id":', '"id":"x","id":');
    const [good, bad] = [strengthReturned('2017-02-28', 900), strengthReturned('2017-03-31', 900)];
    const one = await monitor.post('/api/events', structured, doubled(bad));
    expect(one.status).toBe(400);
    expect(one.body.problems).toMatchObject([
      { path: '/id', problem: 'This name stands more than once in its object; send it once.' },
      { path: '/data/rows/0/men' },
    ]);
    const batch = await monitor.post(
      '/api/events',
      'application/cloudevents-batch+json',
      `[${doubled(bad)},${JSON.stringify(good)}]`,
    );
    expect(batch).toMatchObject({ status: 200, body: { recorded: 1, rejected: 1 } });
    expect(batch.body.results[0].problems).toMatchObject([{ path: '/id' }, { path: '/data/rows/0/men' }]);
    const { data, ...attributes } = bad;
    const headers = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce-${name}`, String(value)]));
    const body = JSON.stringify(data).replace('"men":', '"men":7,"men":');
    const binary = await monitor.post('/api/events', 'application/json', body, headers);
    expect(binary).toMatchObject({ status: 400, body: { problems: [{ path: '/data/rows/0/men' }] } });
  });
});
