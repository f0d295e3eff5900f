import { toStructured, type CloudEvent } from '@muster/contracts';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { Client } from 'pg';
import type { Bench } from './bench.js';
import { generateLog } from './generate-log.js';
import { postTo } from './post-to.js';
import { readAll } from './read-all.js';
import { rowOf, type Pair } from './row.js';
import { RunningMonitor } from './running-monitor.js';
import { missionsFor, type Stage } from './stage.js';
import { timed } from './timed.js';

const batch = { type: 'application/cloudevents-batch+json', events: 2_000 };
const factsPerMission = 25_000;

/**
 * The generated log through `POST /api/events`, against a bare server that parses the same bodies. Nothing may be lost: every event
 * is answered *recorded*, stands in the log, is assessed, and the log verifies.
 */
export const eventsBench: Bench = {
  name: 'events',
  measure: async (stage, { runs, facts }) => {
    const pairs: Pair[] = [];
    for (let run = 0; run < runs; run += 1) pairs.push(await postedAndParsed(stage, facts));
    const head = {
      name: 'events',
      what: 'the generated log through `POST /api/events`: parsed, checked, recorded; nothing lost',
      limit: 'a bare HTTP server that parses the same JSON',
      size: `${facts.toLocaleString('en')} facts`,
    };
    return [rowOf(head, 'facts/s', pairs)];
  },
};

async function postedAndParsed(stage: Stage, facts: number): Promise<Pair> {
  const database = await stage.emptyDatabase();
  const monitor = await RunningMonitor.start(database.url);
  try {
    const posted = await timed(async () => {
      for (const body of bodies(facts)) await postBatch(monitor, body);
    });
    await monitor.untilAssessed();
    await nothingIsLost(monitor, database.url, facts);
    return { subject: facts / posted, limit: facts / (await parsedByABareServer(facts)) };
  } finally {
    await monitor.stop();
    await stage.drop(database);
  }
}

interface Body {
  readonly text: string;
  readonly events: number;
}

function* bodies(facts: number): Generator<Body> {
  let events: CloudEvent[] = [];
  for (const event of generateLog({ seed: 1, missions: missionsFor(facts), factsPerMission })) {
    if (events.push(event) < batch.events) continue;
    yield bodyOf(events);
    events = [];
  }
  if (events.length > 0) yield bodyOf(events);
}

const bodyOf = (events: readonly CloudEvent[]): Body => ({
  text: JSON.stringify(events.map(toStructured)),
  events: events.length,
});

async function postBatch(monitor: RunningMonitor, { text, events }: Body): Promise<void> {
  const { recorded } = JSON.parse(await monitor.post('/api/events', batch.type, text)) as { recorded: number };
  if (recorded !== events) throw new Error(`of ${events} events ${recorded} were recorded`);
}

/** As many facts as were sent, and everything said follows from them. */
async function nothingIsLost(monitor: RunningMonitor, databaseUrl: string, facts: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const text = `select count(*)::float8 as count from event_log where source like 'urn:muster:generated:%'`;
  const { rows } = await client.query<{ count: number }>(text).finally(() => client.end());
  if (rows[0]?.count !== facts) throw new Error(`of ${facts} facts the log holds ${rows[0]?.count}`);
  const report = JSON.parse(await monitor.get('/api/verification')) as { ok: boolean };
  if (!report.ok) throw new Error(`the log does not verify: ${JSON.stringify(report).slice(0, 2_000)}`);
}

/** Seconds. The bodies are made while they are sent, as they are for the monitor. */
async function parsedByABareServer(facts: number): Promise<number> {
  const server = createServer((request, response) => {
    void readAll(request).then((body) => response.end(JSON.stringify({ recorded: (JSON.parse(body) as unknown[]).length })));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as { port: number };
  const seconds = await timed(async () => {
    for (const { text } of bodies(facts)) await postTo(`http://127.0.0.1:${port}/`, batch.type, text);
  });
  server.close();
  return seconds;
}
