import { canonicalJson } from '@muster/contracts';
import { seededRandom } from '../bench/seeded-random.js';
import { startMonitor, type Monitor } from '../end-to-end/start-monitor.js';
import { contributionsFile, describePublished, linesOf } from './published-files.js';
import { publishedParts, shuffledParts, type Part } from './parts.js';

const seed = Number(process.env['SEED'] ?? 20_200_131);

/** How an answer came about, which an order of arrival may change. */
const howItCame: ReadonlySet<string> = new Set(['position', 'revision', 'upTo', 'causes']);

const withoutHow = (answer: unknown): string =>
  canonicalJson(JSON.parse(JSON.stringify(answer, (name, value: unknown) => (howItCame.has(name) ? undefined : value))));

/** What the doors answer at each month end, and what stands at the end. */
async function answersAfter(parts: readonly Part[], monthEnds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const monitor = await startMonitor({ MUSTER_TODAY: '2020-01-31' });
  try {
    for (const { door, csv } of parts) expect((await monitor.post(door, 'text/csv', csv)).status).toBe(200);
    await monitor.untilAssessed();
    return await answersOf(monitor, [
      '/api/alerts',
      ...monthEnds.flatMap((day) => [`/api/alerts?state=any&asOf=${day}`, `/api/missions?asOf=${day}`]),
    ]);
  } finally {
    await monitor.close();
  }
}

async function answersOf(monitor: Monitor, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const path of paths) {
    const { status, body } = await monitor.get(path);
    expect([path, status]).toEqual([path, 200]);
    answers.set(path, withoutHow(body));
  }
  return answers;
}

describePublished('months and rows in any order', () => {
  it(`come to the same at each of the 39 published month ends (seed ${seed})`, async () => {
    const monthEnds = [...new Set(linesOf(contributionsFile).rows.map(({ month }) => month))].sort();
    expect(monthEnds).toHaveLength(39);
    const inOrder = await answersAfter(publishedParts(), monthEnds);
    expect(inOrder.size).toBe(79);
    for (const shuffle of [1, 2, 3]) {
      const answers = await answersAfter(shuffledParts(seededRandom(seed + shuffle)), monthEnds);
      const other = [...inOrder.keys()].filter((path) => answers.get(path) !== inOrder.get(path));
      expect([shuffle, other]).toEqual([shuffle, []]);
    }
  }, 400_000);
});
