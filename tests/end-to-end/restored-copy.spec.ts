import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson, sha256, toStructured } from '@muster/contracts';
import { Database } from '@muster/postgres';
import { IngestModule } from '../../apps/ingest/src/ingest.module.js';
import { readCase } from '../../apps/ingest/src/cases/read-case.js';
import { freshDatabase } from '../servers/postgres.js';
import { until } from '../servers/until.js';
import { startMonitor, type Monitor } from './start-monitor.js';

jest.setTimeout(150_000);

const report = '/api/reports/MINUSMA/2018-02';
const overAll = '/api/reports/all/2018-02';
const files = [report, overAll].flatMap((path) =>
  ['json', 'html', 'pdf', 'docx', 'xlsx'].flatMap((format) => ['en', 'fr'].map((lang) => ({ path, format, lang }))),
);

const hashOf = async (monitor: Monitor, { path, format, lang }: (typeof files)[number]): Promise<string> => {
  const { statusCode, rawPayload } = await monitor.app.inject({ method: 'GET', url: `${path}?format=${format}&lang=${lang}` });
  return `${path} ${format} ${lang}: ${statusCode} ${sha256(rawPayload.toString('base64'))}`;
};

const hashesOf = async (monitor: Monitor): Promise<string[]> => {
  const hashes: string[] = [];
  for (const file of files) hashes.push(await hashOf(monitor, file));
  return hashes;
};

/** On an embedded PostgreSQL in a folder, as `npm start` serves it. */
const inFolder = (folder: string, variables: Readonly<Record<string, string>> = {}): Promise<Monitor> =>
  startMonitor({ DATABASE_URL: '', MUSTER_DATA_DIR: folder, ...variables }, 'none');

/** Every row of every table, as `pg_dump --data-only` writes them and `psql` takes them in: under the rights of the monitor's role. */
async function loadDump(from: Database, to: Database): Promise<void> {
  for (const table of ['event_log', 'stream_head', 'cursor', 'relay']) {
    const { rows } = await from.pool.query<{ all: string | null }>(`select json_agg(t)::text as all from ${table} as t`);
    await to.pool.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [rows[0]?.all ?? '[]']);
  }
}

describe('a report that was issued', () => {
  // PostgreSQL may run as another account, which has to come into the folder.
  const original = mkdtempSync(join(tmpdir(), 'muster-original-'));
  const copy = `${original}-copy`;
  let expected: readonly string[];
  let restored: Database;

  beforeAll(async () => {
    const monitor = await inFolder(original, { MUSTER_REPORTS_FROM: '2018-01' });
    await monitor.app.get(IngestModule).loadCase('minusma');
    await until('it is issued', async () => (await monitor.get(overAll)).body.status === 'issued', 60_000);
    await monitor.untilAssessed();
    expected = await hashesOf(monitor);
    restored = await Database.open({ url: (await freshDatabase()).url });
    await loadDump(monitor.app.get(Database), restored);
    await monitor.close();
    execFileSync('cp', ['-a', original, copy]);
    // The copy stands alone: what it was made from is gone.
    rmSync(original, { recursive: true });
  });
  afterAll(async () => {
    await restored?.close();
    for (const folder of [original, copy]) rmSync(folder, { recursive: true, force: true });
  });

  it('is there in ten files, and so is that over all missions; they all differ', () => {
    expect(expected.filter((line) => line.includes(': 200 '))).toHaveLength(20);
    // The JSON knows no language.
    expect(new Set(expected.map((line) => line.split(' 200 ')[1]))).toHaveProperty('size', 18);
  });

  it.each([
    ['a copy of the data folder', () => inFolder(copy)],
    ['a dump that was loaded into another PostgreSQL', () => startMonitor({}, restored.url)],
  ])('is byte for byte the same from %s, whose log verifies and goes on', async (_, start) => {
    const monitor = await start();
    expect(await hashesOf(monitor)).toEqual(expected);
    expect((await monitor.get('/api/verification')).body).toMatchObject({ ok: true });
    const [, , fact] = (await readCase('minusma')).map(toStructured);
    expect((await monitor.send([fact!, { ...fact!, id: 'one more' }])).body).toMatchObject({ recorded: 1, known: 1 });
    expect((await monitor.get('/api/verification')).body).toMatchObject({ ok: true });
    await monitor.close();
  });
});

it('two imports of the same facts, in other portions and another order, give the same report but for its provenance', async () => {
  const facts = (await readCase('minusma')).map(toStructured);
  const inOneGo = [facts];
  const byTwelve = Array.from({ length: Math.ceil(facts.length / 12) }, (_, n) => facts.slice(12 * n, 12 * n + 12)).reverse();
  const texts: string[] = [];
  const positions: unknown[] = [];
  for (const portions of [inOneGo, byTwelve]) {
    const monitor = await startMonitor();
    for (const portion of portions) expect((await monitor.send(portion)).body.rejected).toBe(0);
    await monitor.untilAssessed();
    const { provenance, ...content } = (await monitor.get(report)).body;
    texts.push(canonicalJson(content));
    positions.push(provenance);
    await monitor.close();
  }
  expect(texts[1]).toBe(texts[0]);
  expect(positions[1]).not.toEqual(positions[0]);
});
