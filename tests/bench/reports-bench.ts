import { toStructured } from '@muster/contracts';
import { reportFormats } from '@muster/documents';
import { benchAlert, benchMission, recordShortUnit, strengthReported } from './bench-unit.js';
import type { Bench, BenchAsked } from './bench.js';
import { LiveAlerts } from './live-alerts.js';
import { reportCosts, reportMonth } from './report-costs.js';
import { latencyRows, rowOf, type Latencies, type Pair, type Row } from './row.js';
import { RunningMonitor } from './running-monitor.js';
import type { Stage } from './stage.js';
import { timed } from './timed.js';

const missions = 20;
/** Of a mission: a run of two hundred files then takes minutes, not an hour. */
const mostFacts = 1_000;
const languages = ['en', 'fr'];

/** Calls before the files are asked for; while they are written as many are made as fit in. */
const callsWithout = 50;

/** What one report costs, and what two hundred files at once make of the way of an alert. */
export const reportsBench: Bench = {
  name: 'reports',
  measure: async (stage, asked) => [
    ...(await reportCosts(stage, asked)),
    ...(await rowsOf(stage, asked, 'the process that assesses')),
    ...(await rowsOf(stage, asked, 'another process')),
  ],
};

type Writer = 'the process that assesses' | 'another process';

async function rowsOf(stage: Stage, { runs, facts }: BenchAsked, writer: Writer): Promise<Row[]> {
  const latencies: Latencies[] = [];
  const files: Pair[] = [];
  const factsPerMission = Math.min(mostFacts, Math.round(facts / missions));
  for (let run = 0; run < runs; run += 1) {
    const measured = await oneRun(stage, { factsPerMission, writer });
    latencies.push(measured.latencies);
    files.push(measured.files);
  }
  const what = `event posted → alert visible on SSE, while ${writer} writes 200 reports`;
  const size = `${missions} missions of ${factsPerMission.toLocaleString('en')} facts`;
  const name = writer === 'another process' ? 'reports-beside' : 'reports-within';
  const all = `${missions} missions × 5 formats × 2 languages, by ${writer}`;
  return [
    ...latencyRows({ name, what, limit: 'the same while nobody asks for reports', size }, latencies),
    rowOf({ name: `${name}-files`, what: all, limit: 'as many as JSON, asked for before', size }, 's', files),
  ];
}

interface Measured {
  readonly latencies: Latencies;
  readonly files: Pair;
}

async function oneRun(stage: Stage, { factsPerMission, writer }: { factsPerMission: number; writer: Writer }): Promise<Measured> {
  const database = await stage.generatedLog(missions, factsPerMission);
  await recordShortUnit(database.url);
  const assessing = await RunningMonitor.start(database.url);
  const writing = writer === 'another process' ? await RunningMonitor.start(database.url) : assessing;
  try {
    await assessing.untilAssessed();
    const alerts = await LiveAlerts.of(assessing, benchMission);
    const measured = await measure({ assessing, writing, alerts });
    alerts.close();
    return measured;
  } finally {
    for (const monitor of new Set([writing, assessing])) await monitor.stop();
    await stage.drop(database);
  }
}

interface OnStage {
  readonly assessing: RunningMonitor;
  readonly writing: RunningMonitor;
  readonly alerts: LiveAlerts;
}

async function measure({ assessing, writing, alerts }: OnStage): Promise<Measured> {
  const call = (): Promise<number> => millisecondsOfAlert(assessing, alerts);
  const asJson = pathsOf(() => 'json');
  // Missions are read from the log at the first question, which is no matter of reports.
  await askFor(writing, asJson.slice(0, missions));
  for (let n = 0; n < callsWithout; n += 1) await call();
  const limit: number[] = [];
  for (let n = 0; n < callsWithout; n += 1) limit.push(await call());
  const json = await timed(() => askFor(writing, asJson));
  let isDone = false;
  const written = timed(() =>
    askFor(
      writing,
      pathsOf((format) => format),
    ),
  ).finally(() => (isDone = true));
  const subject: number[] = [];
  while (!isDone) subject.push(await call());
  return { latencies: { subject, limit }, files: { subject: await written, limit: json } };
}

const pathsOf = (asked: (format: string) => string): string[] =>
  reportFormats.flatMap((format) =>
    languages.flatMap((lang) =>
      Array.from({ length: missions }, (_, n) => `/api/reports/GEN${n + 1}/${reportMonth}?format=${asked(format)}&lang=${lang}`),
    ),
  );

/** One after the other, as whoever sends them out asks for them. */
async function askFor(monitor: RunningMonitor, paths: readonly string[]): Promise<void> {
  for (const path of paths) await monitor.get(path);
}

async function millisecondsOfAlert(monitor: RunningMonitor, alerts: LiveAlerts): Promise<number> {
  const body = JSON.stringify(toStructured(strengthReported()));
  let answered: Promise<unknown> | undefined;
  const seen = alerts.next(benchAlert);
  const seconds = await timed(() => {
    answered = monitor.post('/api/events', 'application/cloudevents+json', body);
    return seen;
  });
  await answered;
  return 1_000 * seconds;
}
