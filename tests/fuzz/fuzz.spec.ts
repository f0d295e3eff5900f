import { startMonitor, type Monitor } from '../end-to-end/start-monitor.js';
import { seededRandom } from '../bench/seeded-random.js';
import { contributionsCsv, sentFact } from '../end-to-end/sent-facts.js';
import { Claims } from './claims.js';
import { fuzzedRun } from './fuzzed-run.js';
import { logProblems } from './log-problems.js';

describe('the monitor, sent whatever one might send', () => {
  let monitor: Monitor;
  beforeAll(async () => {
    monitor = await startMonitor();
    await monitor.app.listen(0, '127.0.0.1');
  });
  afterAll(() => monitor.close());

  it('never fails, names what it refuses, and holds exactly what it said is recorded', async () => {
    const { statuses, recorded, problems } = await fuzzedRun(await monitor.app.getUrl(), seededRandom(20180508), 600);
    expect(problems).toEqual([]);
    // A run in which nothing was taken, or nothing refused, would have tried nothing.
    expect(recorded).toBeGreaterThan(100);
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 415]));
    // Nothing that was sent has become a property of every object.
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });

  it('would be caught with a fact that it told and has not, has and did not tell, or has otherwise', async () => {
    const url = await monitor.app.getUrl();
    const moved = (location: string) => sentFact('UnitRelocated', { on: '2018-02-01', unit: 'a', location });
    const { body } = await monitor.send([moved('Gao'), moved('Kidal')]);
    const [{ position, source, id }, untold] = body.results;
    await monitor.post('/api/contributions', 'text/csv', contributionsCsv(['TGO,Togo,Troops,20,898'], 'MINUSCA'));
    const claims = new Claims();
    claims.byPosition.set(position, { source, id, content: '{}' });
    claims.byPosition.set(1_000_000, { source, id: 'lost', content: '{}' });
    expect(await logProblems(url, claims)).toEqual(
      expect.arrayContaining([
        `position ${position} is not what was answered`,
        'position 1000000 was told, and is not there',
        `position ${untold.position} holds muster.UnitRelocated ${untold.id}, which no answer told`,
        expect.stringMatching(/^\d+ facts of files are there, 0 were told$/),
      ]),
    );
  });
});
