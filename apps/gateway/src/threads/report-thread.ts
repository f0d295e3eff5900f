import { parentPort } from 'node:worker_threads';
import { rendered, reportJson } from '@muster/documents';
import { consolidatedReport, type MonthlyReport } from '@muster/force-generation';
import { Database, EventLog } from '@muster/postgres';
import { builtReport } from './built-report.js';
import type { Building, Given, ThreadAnswer, ThreadJob } from './thread-job.js';

/** Does one thing at a time, in a thread that nobody else waits for. */
parentPort!.on('message', (job: ThreadJob) => {
  void done(job).then(
    (given) => answer({ given }),
    (cause: unknown) => answer({ problem: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }),
  );
});

const answer = (told: ThreadAnswer): void => parentPort!.postMessage(told);

const parsed = (json: string): MonthlyReport => JSON.parse(json) as MonthlyReport;

async function done(job: ThreadJob): Promise<Given[ThreadJob['what']]> {
  switch (job.what) {
    case 'write':
      return rendered(parsed(job.json), job.format, job.language);
    case 'build':
      return build(job);
    case 'sum':
      return reportJson(consolidatedReport(job.reports.map(parsed), job.from));
    default:
      return job satisfies never;
  }
}

let opened: Promise<Database> | undefined;

/** On a connection of its own, which is kept for the next report. */
async function build({ databaseUrl, from }: Building): Promise<string | null> {
  opened ??= Database.open({ url: databaseUrl, poolSize: 2 });
  opened.catch(() => (opened = undefined));
  const report = await builtReport(new EventLog(await opened), from);
  return report === undefined ? null : reportJson(report);
}
