import { toStructured } from '@muster/contracts';
import { benchAlert, benchMission, recordShortUnit, strengthReported } from './bench-unit.js';
import type { Bench } from './bench.js';
import { ListeningClient } from './listening-client.js';
import { LiveAlerts } from './live-alerts.js';
import { latencyRows, type Latencies, type RowHead } from './row.js';
import { RunningMonitor } from './running-monitor.js';
import type { Stage } from './stage.js';
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
  await recordShortUnit(database.url);
  const monitor = await RunningMonitor.start(database.url);
  const client = await ListeningClient.open(database.url);
  try {
    await monitor.untilAssessed();
    const alerts = await LiveAlerts.of(monitor, benchMission);
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

interface OneRun {
  readonly monitor: RunningMonitor;
  readonly alerts: LiveAlerts;
  readonly client: ListeningClient;
}

async function oneRun({ monitor, alerts, client }: OneRun): Promise<Latencies> {
  const subject: number[] = [];
  const limit: number[] = [];
  for (const end = performance.now() + 1_000 * most.seconds; subject.length < most.calls && performance.now() < end;) {
    const body = JSON.stringify(toStructured(strengthReported()));
    let answered: Promise<unknown> | undefined;
    const seen = alerts.next(benchAlert);
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
