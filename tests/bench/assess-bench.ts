import { Client } from 'pg';
import type { Bench } from './bench.js';
import { assessLog } from './assess-log.js';
import { rowOf, type Pair } from './row.js';
import { missionsFor, type Stage } from './stage.js';
import { timed } from './timed.js';

/** From the recorded facts to durable sayings, against reading the same log and parsing its JSON. */
export const assessBench: Bench = {
  name: 'assess',
  measure: async (stage, { runs, facts }) => {
    const missions = missionsFor(facts);
    const pairs: Pair[] = [];
    await assessAndRead(stage, missions);
    for (let run = 0; run < runs; run += 1) pairs.push(await assessAndRead(stage, missions));
    const head = {
      name: 'assess',
      what: 'assess from the log: read, fold, rules, sayings durable',
      limit: 'reading and JSON-parsing the same log',
      size: `${facts.toLocaleString('en')} facts`,
      goal: { atLeast: 0.5 },
    };
    return [
      rowOf(
        head,
        'facts/s',
        pairs.map(({ subject, limit }) => ({ subject: facts / subject, limit: facts / limit })),
      ),
    ];
  },
};

async function assessAndRead(stage: Stage, missions: number): Promise<Pair> {
  const database = await stage.generatedLog(missions, 25_000);
  try {
    const limit = await readAndParsed(database.url);
    const assessed = await assessLog(database.url);
    await assessed.stop();
    return { subject: assessed.seconds, limit: (limit + (await readAndParsed(database.url))) / 2 };
  } finally {
    await stage.drop(database);
  }
}

const selectStream = `select position::float8, sequence::float8, source, id, type, subject, data, attributes, known_on
  from event_log where stream = $1 and sequence > $2 order by sequence limit 2000`;

type LogRow = [position: number, sequence: number, source: string, id: string, type: string, subject: string, data: string];

async function readAndParsed(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows: streams } = await client.query<{ stream: string }>(
    `select stream from stream_head where stream not like '%/said' order by stream`,
  );
  const seconds = await timed(async () => {
    for (const { stream } of streams) await readStream(client, stream);
  });
  await client.end();
  return seconds;
}

/** Page by page; what is parsed is kept, as whoever assesses it must. */
async function readStream(client: Client, stream: string): Promise<unknown[]> {
  const parsed: unknown[] = [];
  for (let last = 0; ;) {
    const query = { name: 'stream', text: selectStream, values: [stream, last], rowMode: 'array' as const };
    const { rows } = await client.query<LogRow>(query);
    for (const row of rows) parsed.push(JSON.parse(row[6]));
    const next = rows.at(-1)?.[1];
    if (next === undefined) return parsed;
    last = next;
  }
}
