import { parseArgs } from 'node:util';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../bench/seeded-random.js';
import { BuiltMonitor } from '../crash/built-monitor.js';
import { fuzzedRun } from './fuzzed-run.js';

// Sends the built monitor whatever one might send, and sees that it refuses by name, never fails, and holds exactly what it said.
const { values } = parseArgs({
  options: { seed: { type: 'string', default: String(Date.now() % 1_000_000) }, count: { type: 'string', default: '10000' } },
});
const [seed, count] = [Number(values.seed), Number(values.count)];
if (![seed, count].every((number) => Number.isSafeInteger(number) && number >= 0))
  throw new Error('write whole numbers: npm run fuzz -- --seed 7 --count 10000');

/** Told where a run does not hold: there may be hundreds. */
const mostTold = 20;

const folder = mkdtempSync(join(tmpdir(), 'muster-fuzz-'));
const monitor = await BuiltMonitor.start({ folder, today: '2018-05-08' });
try {
  console.log(`Seed ${seed}: ${count} requests.`);
  const { statuses, recorded, problems } = await fuzzedRun(monitor.url, seededRandom(seed), count);
  const counted = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status}: ${times}`);
  console.log(`Answered ${counted.join(', ')}; ${recorded} events recorded.`);
  for (const problem of problems.slice(0, mostTold)) console.log(`  ${problem}`);
  console.log(problems.length === 0 ? 'All holds.' : `${problems.length} problems; seed ${seed} repeats them.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  await monitor.stop();
  rmSync(folder, { recursive: true, force: true });
}
