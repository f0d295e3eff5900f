import { EventLog } from '@muster/postgres';
import { CurrentPolicy } from '@muster/runtime';
import { generateLog } from '../bench/generate-log.js';
import { startMonitor, type Monitor } from './start-monitor.js';

/** Enough for one to take a second or more. */
const factsPerMission = 2_500;

describe('while a report is being built of a mission with many facts', () => {
  let monitor: Monitor;

  beforeAll(async () => {
    monitor = await startMonitor();
    const facts = [...generateLog({ seed: 1, missions: 2, factsPerMission })];
    await monitor.app.get(EventLog).append(facts, { today: '2018-05-08', policy: monitor.app.get(CurrentPolicy) });
    await monitor.untilAssessed();
    // The threads are there: what is counted is not what is answered while they start.
    await monitor.get('/api/reports/all/2017-10?format=html');
  }, 120_000);
  afterAll(() => monitor.close());

  it.each([
    ['one mission', '/api/reports/GEN1/2017-12'],
    ['all missions', '/api/reports/all/2017-11'],
  ])(
    'the other doors answer: the report of %s',
    async (_of, path) => {
      await monitor.get('/api/missions');
      let isBuilt = false;
      const report = monitor.get(path).finally(() => (isBuilt = true));
      let answered = 0;
      while (!isBuilt) {
        await monitor.get('/api/missions');
        answered += 1;
      }
      expect((await report).status).toBe(200);
      // Of one that is built on the event loop only those are answered that are asked while it looks where to read.
      expect(answered).toBeGreaterThan(50);
    },
    60_000,
  );
});
