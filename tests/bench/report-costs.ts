import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { reportFormats, type ReportFormat } from '@muster/documents';
import type { BenchAsked } from './bench.js';
import { rowOf, type Pair, type Row } from './row.js';
import type { Stage } from './stage.js';

/** What one process took for one mission. */
interface Cost {
  /** Seconds: reading and folding the mission; its first report; another one. */
  readonly folded: number;
  readonly first: number;
  readonly next: number;
  /** Heap of the ledger, and what the first report needs of memory at its peak, beside it. */
  readonly ledgerBytes: number;
  readonly reportBytes: number;
}

export const reportMonth = '2025-08';

/** Time and memory of one report, in each format: against what it takes to have the mission in memory at all. */
export async function reportCosts(stage: Stage, { runs, facts }: BenchAsked): Promise<Row[]> {
  const rows: Row[] = [];
  for (const format of reportFormats) rows.push(...(await costRows(stage, format, { runs, facts: Math.min(facts, 25_000) })));
  return rows;
}

async function costRows(stage: Stage, format: ReportFormat, { runs, facts }: BenchAsked): Promise<Row[]> {
  const [first, next, memory]: [Pair[], Pair[], Pair[]] = [[], [], []];
  for (let run = 0; run < runs; run += 1) {
    const cost = await costOf(stage, format, facts);
    first.push({ subject: 1_000 * cost.first, limit: 1_000 * cost.folded });
    next.push({ subject: 1_000 * cost.next, limit: 1_000 * cost.folded });
    memory.push({ subject: cost.reportBytes / 1e6, limit: cost.ledgerBytes / 1e6 });
  }
  const size = `a mission of ${facts.toLocaleString('en')} facts`;
  const read = 'reading and folding the mission from the log';
  const name = (what: string): string => `report-${format}-${what}`;
  return [
    rowOf({ name: name('first'), what: `monthly report, ${format}: the first of a process`, limit: read, size }, 'ms', first),
    rowOf({ name: name('next'), what: `monthly report, ${format}: each after it`, limit: read, size }, 'ms', next),
    rowOf({ name: name('memory'), what: `monthly report, ${format}: peak memory`, limit: 'the ledger', size }, 'MB', memory),
  ];
}

async function costOf(stage: Stage, format: ReportFormat, facts: number): Promise<Cost> {
  const database = await stage.generatedLog(1, facts);
  const program = fileURLToPath(new URL('./report-process.js', import.meta.url));
  const child = fork(program, [database.url, reportMonth, format], { execArgv: ['--expose-gc'] });
  const [cost] = (await Promise.race([once(child, 'message'), once(child, 'exit').then(notMeasured)])) as [Cost];
  if (child.exitCode === null) await once(child, 'exit');
  await stage.drop(database);
  return cost;
}

function notMeasured(): never {
  throw new Error('the process ended before it had measured anything');
}
