import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Started } from '../distributed/started.js';
import { chaosRun } from './chaos-run.js';

// Disturbs services that are processes of their own, and their servers, while facts come in; then sees that every promise holds.
const { values } = parseArgs({
  options: { seed: { type: 'string', default: String(Date.now() % 1_000_000) }, seconds: { type: 'string', default: '60' } },
});
const [seed, seconds] = [Number(values.seed), Number(values.seconds)];
if (![seed, seconds].every((number) => Number.isSafeInteger(number) && number >= 0))
  throw new Error('write whole numbers: npm run chaos -- --seed 7 --seconds 60');

console.log(`Seed ${seed}: ${seconds} s.`);
const started = new Started();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void started.end().then(() => process.exit(1)));
const { facts, sayings, repeats, reports, problems, logs } = await chaosRun(
  { seed, seconds, tell: (line) => console.log(`  ${line}`) },
  started,
);
for (const problem of problems) console.log(`  ${problem}`);
if (problems.length === 0)
  console.log(
    `All holds: ${facts} facts, ${sayings} sayings published, ${repeats} of them again, ${reports} reports and corrigenda.`,
  );
else {
  const folder = mkdtempSync(join(tmpdir(), 'muster-chaos-logs-'));
  for (const [name, text] of logs) writeFileSync(join(folder, name), text);
  console.log(
    `${problems.length} problems; npm run chaos -- --seed ${seed} --seconds ${seconds} repeats it. What the services said: ${folder}`,
  );
}
process.exitCode = problems.length === 0 ? 0 : 1;
