import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { answersBench } from './answers-bench.js';
import { assessBench } from './assess-bench.js';
import { assessorsBench } from './assessors-bench.js';
import type { Bench } from './bench.js';
import { eventsBench } from './events-bench.js';
import { growthBench } from './growth-bench.js';
import { importBench } from './import-bench.js';
import { inboundBench } from './inbound-bench.js';
import { kafkaBench } from './kafka-bench.js';
import { liveBench } from './live-bench.js';
import { machine } from './machine.js';
import { reportsBench } from './reports-bench.js';
import { writeReadmeBlock } from './write-readme-block.js';
import type { Results } from './results.js';
import { resultsTable } from './results-table.js';
import type { Row } from './row.js';
import { Stage } from './stage.js';

Logger.overrideLogger(['fatal', 'error', 'warn']);

const benches: readonly Bench[] = [
  importBench,
  eventsBench,
  assessBench,
  kafkaBench,
  assessorsBench,
  inboundBench,
  liveBench,
  answersBench,
  growthBench,
  reportsBench,
];

const usage = `npm run bench -- [options]
  --json           print the results as JSON instead of a table
  --only NAME      one of ${benches.map(({ name }) => name).join(', ')}; may be repeated
  --runs N         5 unless given
  --facts N        of the generated log, in missions of 25,000: 100,000 unless given
  --readme FILE    measure nothing: put the results of that file into README.md`;

const { values: asked } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    runs: { type: 'string', default: '5' },
    facts: { type: 'string', default: '100000' },
    readme: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (asked.help) console.log(usage);
else if (asked.readme !== undefined) writeReadmeBlock('README.md', JSON.parse(readFileSync(asked.readme, 'utf8')) as Results);
else await measure();

async function measure(): Promise<void> {
  const chosen = benches.filter(({ name }) => asked.only?.includes(name) ?? true);
  if (chosen.length === 0) throw new Error(`there is no such benchmark\n${usage}`);
  const [runs, facts] = [Number(asked.runs), Number(asked.facts)];
  const rows: Row[] = [];
  const stage = await Stage.open();
  try {
    for (const bench of chosen) {
      console.error(`measuring ${bench.name} …`);
      rows.push(...(await bench.measure(stage, { runs, facts })));
    }
  } finally {
    await stage.close();
  }
  const results: Results = { machine: machine(), runs, rows };
  console.log(asked.json ? JSON.stringify(results, null, 2) : resultsTable(results));
}
