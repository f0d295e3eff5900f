import { parseArgs } from 'node:util';
import { seededRandom } from '../bench/seeded-random.js';
import { crashedRun } from './crashed-run.js';
import { importFiles, type ImportFile } from './import-files.js';
import { drawKillPoint, killPointText, type KillPoint } from './kill-point.js';
import { undisturbedRun } from './undisturbed-run.js';
import type { WhatStands } from './what-stands.js';

// Kills the built monitor in the middle of imports, and sees that doing them again comes to what an undisturbed one comes to.
const { values } = parseArgs({
  options: { seed: { type: 'string', default: String(Date.now() % 1_000_000) }, runs: { type: 'string', default: '20' } },
});
const [seed, runs] = [Number(values.seed), Number(values.runs)];
if (![seed, runs].every((number) => Number.isSafeInteger(number) && number >= 0))
  throw new Error('write whole numbers: npm run crash -- --seed 7 --runs 20');

/** Told where a run does not hold: there may be hundreds. */
const mostTold = 5;

async function broken(files: readonly ImportFile[], point: KillPoint, expected: WhatStands): Promise<boolean> {
  const began = performance.now();
  const result = await crashedRun(files, point, expected).catch((error: Error) => error);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (result instanceof Error) console.log(`  FAILED after ${seconds} s: ${result.message}`);
  else if (result.differences.length > 0) console.log(`  DIFFERS: ${result.differences.slice(0, mostTold).join('\n    ')}`);
  else console.log(`  same facts, same alerts, verified; ${result.known} facts were known to the second import; ${seconds} s`);
  return result instanceof Error || result.differences.length > 0;
}

const { files, origin } = importFiles();
console.log(`Seed ${seed}: ${runs} runs with ${origin}.`);
const { stands, pace } = await undisturbedRun(files);
const { recordingMilliseconds, assessingMilliseconds } = pace;
console.log(
  `Undisturbed: ${stands.facts.length} facts, ${stands.alerts.size} alerts, verified; recorded in ${recordingMilliseconds.join(' + ')} ms, assessed ${assessingMilliseconds} ms later.`,
);

const random = seededRandom(seed);
let failed = 0;
for (let run = 1; run <= runs; run += 1) {
  const point = drawKillPoint(random, pace);
  console.log(`Run ${run}: killed ${killPointText(point)}.`);
  if (await broken(files, point, stands)) failed += 1;
}
console.log(failed === 0 ? `All ${runs} runs hold.` : `${failed} of ${runs} runs do not hold; seed ${seed} repeats them.`);
process.exitCode = failed === 0 ? 0 : 1;
