import type { CloudEvent } from '@muster/contracts';
import { toStructured } from '@muster/contracts';
import { Database, EventLog } from '@muster/postgres';
import type { Bench } from './bench.js';
import { ListeningClient } from './listening-client.js';
import { LiveAlerts } from './live-alerts.js';
import { latencyRows, type Latencies, type RowHead } from './row.js';
import { RunningMonitor } from './running-monitor.js';
import { benchToday, recordedAt, type Stage } from './stage.js';
import { timed } from './timed.js';

/** Calls of one run; an alert that takes its time is not waited for. */
const most = { calls: 100, seconds: 10 };

/** From a fact at the door to the alert on somebody's screen, against a row that PostgreSQL tells a listener about. */
export const liveBench: Bench = {
  name: 'live',
  measure: async (stage, { runs }) => {
    const limit = 'one `INSERT` + `NOTIFY` round trip';
    const what = 'event posted → alert visible on SSE';
    const small: RowHead = { name: 'live', what, limit, size: 'a mission of 40 facts', goal: { atMost: 8 } };
    const big: RowHead = { name: 'live-big', what, limit, size: 'a mission of 25,000 facts' };
    return [
      ...latencyRows(small, await runsOf(stage, { facts: 40, runs })),
      ...latencyRows(big, await runsOf(stage, { facts: 25_000, runs })),
    ];
  },
};

async function runsOf(stage: Stage, { facts, runs }: { facts: number; runs: number }): Promise<Latencies[]> {
  const database = await stage.generatedLog(1, facts);
  await record(database.url, shortUnit());
  const monitor = await RunningMonitor.start(database.url);
  const client = await ListeningClient.open(database.url);
  try {
    await monitor.untilAssessed();
    const alerts = await LiveAlerts.of(monitor, mission);
    const latencies: Latencies[] = [];
    // The first is the warm-up.
    for (let run = 0; run <= runs; run += 1) latencies.push(await oneRun({ monitor, alerts, client }));
    alerts.close();
    return latencies.slice(1);
  } finally {
    await monitor.stop();
    await client.close();
    await stage.drop(database);
  }
}

const mission = 'GEN1';
const source = 'urn:muster:bench';
let posted = 0;

const unitFact = (name: string, data: CloudEvent['data']): CloudEvent => ({
  source,
  id: String((posted += 1)).padStart(9, '0'),
  type: `muster.${name}`,
  subject: mission,
  data: { unit: 'BENCH', ...data },
  attributes: { dataschema: `/schemas/${name}/1`, datacontenttype: 'application/json' },
});

/** A unit of a hundred out of 150, and has been for months: each report of it changes the figures of its alert. */
function shortUnit(): CloudEvent[] {
  const terms = { contributor: 'BGD', component: 'military', personnelType: 'Troops', capability: 'INF_BN' };
  return [unitFact('UnitArrived', { on: '2025-01-01', ...terms, part: 'main', women: 0, men: 100, requirement: 'R0' })];
}

async function record(url: string, events: readonly CloudEvent[]): Promise<void> {
  const database = await Database.open({ url });
  await new EventLog(database).append(events, recordedAt);
  await database.close();
}

interface OneRun {
  readonly monitor: RunningMonitor;
  readonly alerts: LiveAlerts;
  readonly client: ListeningClient;
}

async function oneRun({ monitor, alerts, client }: OneRun): Promise<Latencies> {
  const subject: number[] = [];
  const limit: number[] = [];
  for (const end = performance.now() + 1_000 * most.seconds; subject.length < most.calls && performance.now() < end;) {
    const fact = unitFact('UnitStrengthReported', { on: benchToday, women: 0, men: 60 + (posted % 20) });
    const body = JSON.stringify(toStructured(fact));
    let answered: Promise<unknown> | undefined;
    const seen = alerts.next('unit-understrength/BENCH');
    subject.push(
      1_000 *
        (await timed(() => {
          answered = monitor.post('/api/events', 'application/cloudevents+json', body);
          return seen;
        })),
    );
    await answered;
    limit.push(1_000 * (await timed(() => client.insertAndHear())));
  }
  return { subject, limit };
}
