// Starts what `npm run build` made as processes of their own, on a real broker where one is to be had: a fact posted to ingest is an
// alert at the gateway, and SIGTERM ends each of them in order.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../dist/libs/postgres/src/index.js';
import { startBroker } from '../dist/tests/servers/kafka/broker.js';
import { whyNoBroker } from '../dist/tests/servers/kafka.js';

const names = ['ingest', 'assessor', 'gateway'];
const patience = 90_000;
const today = '2018-05-08';

const until = async (what, holds) => {
  for (const last = Date.now() + patience; ;) {
    const held = await holds();
    if (held) return held;
    if (Date.now() > last) throw new Error(`waited ${patience / 1000} s in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

function start(name, env) {
  const child = spawn(process.execPath, [`dist/apps/${name}/src/main.js`], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const service = { name, child, log: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (service.log += chunk));
  return service;
}

const listening = (service) =>
  until(`${service.name} listens`, () => {
    if (service.child.exitCode !== null) throw new Error(`${service.name} ended with ${service.child.exitCode}`);
    const line = service.log.split('\n').find((text) => text.includes('"msg":"listening"'));
    return line === undefined ? undefined : JSON.parse(line).url;
  });

const fact = (name, on, data) => ({
  specversion: '1.0',
  source: 'https://example.org/start',
  id: `${name}/${on}`,
  type: `muster.${name}`,
  subject: 'MINUSMA',
  data: { on, ...data },
});

const ceiling = {
  resolution: 'S/RES/2364 (2017)',
  adoptedOn: '2017-06-29',
  effectiveFrom: '2017-06-29',
  line: 'military',
  counts: ['Troops'],
  placement: 'component',
  status: 'adopted',
  personnel: 1000,
};
const rows = [{ contributor: 'TGO', personnelType: 'Troops', women: 0, men: 850 }];
const facts = [
  fact('CeilingAuthorized', '2017-06-29', ceiling),
  ...['2018-01-31', '2018-04-30'].map((on) => fact('StrengthReturned', on, { detail: 'byContributor', rows })),
];

async function check(services) {
  const [ingest, , gateway] = await Promise.all(services.map(listening));
  const headers = { 'content-type': 'application/cloudevents-batch+json' };
  const posted = await fetch(`${ingest}/api/events`, { method: 'POST', headers, body: JSON.stringify(facts) });
  if (posted.status !== 200) throw new Error(`POST /api/events answered ${posted.status} ${await posted.text()}`);
  await until('the gateway shows the alert', async () => {
    const answer = await (await fetch(`${gateway}/api/alerts?mission=MINUSMA`)).json();
    return answer.alerts.some(({ key }) => key === 'MINUSMA/ceiling-shortfall/military');
  });
  console.log('services of their own: a fact posted to ingest is an alert at the gateway');
}

async function stop({ name, child }) {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode === null) child.kill('SIGTERM');
  const code = child.exitCode ?? (await ended);
  if (code !== 0) throw new Error(`after SIGTERM ${name} ended with ${code}, not 0`);
}

export async function checkServices() {
  const reason = whyNoBroker();
  if (reason !== undefined)
    return console.log(`!! NO KAFKA: ${reason}. THE SERVICES WERE NOT STARTED AS PROCESSES OF THEIR OWN.`);
  const folders = ['postgres', 'kafka'].map((name) => mkdtempSync(join(tmpdir(), `muster-services-${name}-`)));
  const postgres = await startEmbeddedPostgres({ dir: folders[0], access: 'trust' });
  const broker = await startBroker(folders[1]);
  const own = { PORT: '0', HOST: '127.0.0.1', DATABASE_URL: postgres.url, KAFKA_BROKERS: broker.address, MUSTER_TODAY: today };
  const services = names.map((name) => start(name, { ...process.env, ...own, LOG_LEVEL: 'info', MUSTER_POLICY: '' }));
  try {
    await check(services);
    for (const service of services) await stop(service);
    console.log('services of their own: stopped by SIGTERM with exit code 0');
  } catch (cause) {
    throw new Error(`${cause.message}\n${services.map(({ name, log }) => `--- ${name}\n${log}`).join('\n')}`, { cause });
  } finally {
    for (const { child } of services) if (child.exitCode === null) child.kill('SIGKILL');
    await broker.stop();
    await postgres.stop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}
