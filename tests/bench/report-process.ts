import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { factOf } from '@muster/contracts';
import { rendered, type ReportFormat } from '@muster/documents';
import { Ledger } from '@muster/force-generation';
import { Database, EventLog, StreamEnds } from '@muster/postgres';
import { builtAt } from '../../apps/reporter/src/built-at.js';
import { benchMission } from './bench-unit.js';
import { median } from './statistics.js';
import { timed } from './timed.js';

// Started with --expose-gc: folds a mission, then builds and writes its report, and tells what each of the two took.
const [url, month, format] = process.argv.slice(2) as [string, string, ReportFormat];

const collect = (): void => {
  for (let time = 0; time < 3; time += 1) globalThis.gc!();
};

/** The most that the process has had of the machine's memory since it was last told to count anew; Linux alone can do that. */
function peakBytes(): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))!;
    return 1_024 * Number(kilobytes);
  } catch {
    return 1_024 * process.resourceUsage().maxRSS;
  }
}

function countPeakAnew(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Then the peak of folding is in it, which is rarely the higher one.
  }
}

const database = await Database.open({ url, poolSize: 2 });
const [log, ends] = [new EventLog(database), new StreamEnds(database)];
const [mission, standby] = [new Ledger(benchMission), new Ledger('standby')];
collect();
const empty = process.memoryUsage().heapUsed;
const folded = await timed(async () => {
  for await (const page of log.eventsOf(benchMission)) for (const event of page) mission.fold(factOf(event));
});
collect();
const ledgerBytes = process.memoryUsage().heapUsed - empty;
const end = (await ends.endOf(benchMission, await log.head()))!;

const write = async (): Promise<void> => {
  const report = builtAt({ mission, standby }, { month, end, lastPosition: null, status: 'draft' });
  if (report === undefined) throw new Error(`${benchMission} was not active in ${month}`);
  await rendered(report, format, 'en');
};
const before = process.memoryUsage().rss;
countPeakAnew();
const first = await timed(write);
const reportBytes = peakBytes() - before;
const next = [await timed(write), await timed(write), await timed(write)];
await database.close();
process.send!({ folded, first, next: median(next), ledgerBytes, reportBytes });
