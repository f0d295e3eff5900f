import { addDays, type Day } from '@muster/force-generation';
import { Client } from 'pg';
import type { Bench } from './bench.js';
import { latencyRows, type Latencies, type RowHead } from './row.js';
import { RunningMonitor } from './running-monitor.js';
import { seededRandom, type Random } from './seeded-random.js';
import { missionsFor } from './stage.js';
import { timed } from './timed.js';

/** Calls of one run; a door that is far off its goal is not waited for. */
const most = { calls: 200, seconds: 15 };
/** The first thousand answers of a process run code that is not compiled yet, and these rows are of a warm one. */
const warmUp = { calls: 1_000, seconds: 20 };

const factsPerMission = 25_000;
const daysWithFacts = 5_000;
const anyDay = (random: Random): Day => addDays('2012-01-01', random.whole(200, daysWithFacts));

type Ask = (monitor: RunningMonitor, mission: string, day: Day) => Promise<unknown>;

const figures: Ask = (monitor, mission, day) => monitor.get(`/api/missions/${mission}?asOf=${day}`);
const alerts: Ask = (monitor, mission, day) => monitor.get(`/api/alerts?mission=${mission}&asOf=${day}`);

/** What anybody may ask about any day, against one row fetched by its key. */
export const answersBench: Bench = {
  name: 'answers',
  measure: async (stage, { runs, facts }) => {
    const missions = missionsFor(facts);
    const database = await stage.generatedLog(missions, factsPerMission);
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const monitor = await RunningMonitor.start(database.url);
    try {
      await monitor.untilAssessed();
      // Warm means that each mission was asked before: the first answer reads all that its facts say of every day.
      for (let mission = 1; mission <= missions; mission += 1)
        await alerts(monitor, `GEN${mission}`, anyDay(seededRandom(mission)));
      const size = `${facts.toLocaleString('en')} facts`;
      const limit = 'a prepared point read by `pg`';
      const measured = async (head: Omit<RowHead, 'size' | 'limit'>, ask: Ask) =>
        latencyRows({ ...head, size, limit }, await runsOf({ monitor, client, missions, runs, ask }));
      return [
        ...(await measured(
          { name: 'figures', what: "`GET` a mission's figures as of any day, warm", goal: { atMost: 8 } },
          figures,
        )),
        ...(await measured(
          { name: 'alerts', what: "`GET` a mission's alerts as of any day, warm", goal: { atMost: 100 } },
          alerts,
        )),
      ];
    } finally {
      await monitor.stop();
      await client.end();
      await stage.drop(database);
    }
  },
};

interface Asking {
  readonly monitor: RunningMonitor;
  readonly client: Client;
  readonly missions: number;
  readonly runs: number;
  readonly ask: Ask;
}

async function runsOf(asking: Asking): Promise<Latencies[]> {
  const random = seededRandom(2);
  const latencies: Latencies[] = [];
  await oneRun(asking, random, warmUp);
  for (let run = 0; run < asking.runs; run += 1) latencies.push(await oneRun(asking, random, most));
  return latencies;
}

const selectPoint = 'select data from event_log where stream = $1 and sequence = $2';

async function oneRun({ monitor, client, missions, ask }: Asking, random: Random, calls: typeof most): Promise<Latencies> {
  const subject: number[] = [];
  const limit: number[] = [];
  for (const end = performance.now() + 1_000 * calls.seconds; subject.length < calls.calls && performance.now() < end;) {
    const mission = `GEN${random.whole(1, missions)}`;
    subject.push(1_000 * (await timed(() => ask(monitor, mission, anyDay(random)))));
    const values = [mission, random.whole(3, factsPerMission)];
    limit.push(1_000 * (await timed(() => client.query({ name: 'point', text: selectPoint, values, rowMode: 'array' }))));
  }
  return { subject, limit };
}
