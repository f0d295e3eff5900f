import { Client } from 'pg';
import type { Bench } from './bench.js';
import { copyRows } from './copy-rows.js';
import { ofOtherMissions, publishedRows, type PublishedRows } from './published-rows.js';
import { rowOf, type Pair } from './row.js';
import { RunningMonitor } from './running-monitor.js';
import { benchToday, type Stage } from './stage.js';
import { timed } from './timed.js';

const door = `/api/contributions?publishedOn=${benchToday}`;

/** What a file of contributions costs at the door, against what its rows cost PostgreSQL alone. */
export const importBench: Bench = {
  name: 'import',
  measure: async (stage, { runs }) => {
    const published = publishedRows();
    const pairs: Pair[] = [];
    for (let run = 0; run < runs; run += 1) pairs.push(await importAndCopy(stage, published));
    const head = {
      name: 'import',
      what: `import of ${published.rows.toLocaleString('en')} ${published.origin} rows by CSV: parsed, checked, recorded`,
      limit: '`COPY` of the same rows into a table with the same columns and a primary key',
      size: `${published.rows.toLocaleString('en')} rows`,
      goal: { atLeast: 0.35 },
    };
    return [rowOf(head, 'rows/s', pairs)];
  },
};

async function importAndCopy(stage: Stage, published: PublishedRows): Promise<Pair> {
  const { csv, rows } = published;
  const database = await stage.emptyDatabase();
  const monitor = await RunningMonitor.start(database.url);
  try {
    // The process is warm, as one that has run for a month: the rows of other missions came before.
    await monitor.post(door, 'text/csv', ofOtherMissions(published));
    await monitor.untilAssessed();
    const imported = await timed(() => monitor.post(door, 'text/csv', csv));
    await monitor.untilAssessed();
    return { subject: rows / imported, limit: rows / (await copied(database.url, csv)) };
  } finally {
    await monitor.stop();
    await stage.drop(database);
  }
}

const createTable = (
  name: string,
): string => `create table ${name} (isocode3 text, contributing_country text, mission_acronym text,
  personnel_type text, female_personnel integer, male_personnel integer, last_reporting_date date,
  primary key (mission_acronym, last_reporting_date, personnel_type, isocode3))`;

/** Seconds; the second time, when the connection and the files of the table are warm. */
async function copied(url: string, csv: Buffer): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const seconds: number[] = [];
  for (const name of ['copied_first', 'copied']) {
    await client.query(createTable(name));
    seconds.push(await timed(() => copyRows(client, `copy ${name} from stdin (format csv, header)`, csv)));
  }
  await client.end();
  return seconds[1]!;
}
