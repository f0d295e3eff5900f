// Starts what `npm run build` made, as a user would: an empty data folder, a free port, one answer, one SIGTERM. Tests run as
// CommonJS, so only this shows whether the ES modules load.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkServices } from './start-built-services.mjs';

const patience = 90_000;

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const folder = mkdtempSync(join(tmpdir(), 'muster-start-'));
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', MUSTER_DATA_DIR: folder, MUSTER_URL: url };
for (const name of ['DATABASE_URL', 'KAFKA_BROKERS', 'MUSTER_TODAY', 'MUSTER_POLICY']) delete env[name];

const monitor = spawn(process.execPath, ['dist/apps/monitor/src/main.js'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
let log = '';
for (const stream of [monitor.stdout, monitor.stderr]) stream.on('data', (chunk) => (log += chunk));
const ended = new Promise((resolve) => monitor.once('exit', (code, signal) => resolve(code ?? signal)));

/** Resolves once the monitor is ready; throws where it ends first, or never is. */
async function ready() {
  const last = Date.now() + patience;
  let answer = 'no answer';
  while (Date.now() < last) {
    if (monitor.exitCode !== null) throw new Error(`the monitor ended with ${monitor.exitCode} before it was ready`);
    const response = await fetch(`${url}/health/ready`).catch((error) => (answer = String(error.cause ?? error)) && undefined);
    if (response?.status === 200) return;
    if (response) answer = `${response.status} ${await response.text()}`;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the monitor was not ready within ${patience / 1000} s: ${answer}`);
}

function expectCommandAnswers() {
  const run = spawnSync(process.execPath, ['dist/apps/cli/src/main.js', 'missions', '--json'], { env, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`muster missions ended with ${run.status}: ${run.stderr}`);
  if (!Array.isArray(JSON.parse(run.stdout).missions)) throw new Error(`muster missions answered ${run.stdout}`);
}

async function check() {
  const began = Date.now();
  await ready();
  console.log(`ready after ${Date.now() - began} ms`);
  const response = await fetch(`${url}/api/missions`);
  const answer = await response.text();
  if (response.status !== 200) throw new Error(`GET /api/missions answered ${response.status} ${answer}`);
  if (!Array.isArray(JSON.parse(answer).missions)) throw new Error(`GET /api/missions answered ${answer}`);
  console.log(`GET /api/missions: ${answer}`);
  expectCommandAnswers();
  monitor.kill('SIGTERM');
  const late = setTimeout(() => monitor.kill('SIGKILL'), 30_000);
  const code = await ended;
  clearTimeout(late);
  if (code !== 0) throw new Error(`after SIGTERM the monitor ended with ${code}, not 0`);
  console.log('stopped by SIGTERM with exit code 0');
}

try {
  await check();
  await checkServices();
} catch (error) {
  console.error(`${error.message}\n--- the monitor's log\n${log}`);
  process.exitCode = 1;
} finally {
  if (monitor.exitCode === null) monitor.kill('SIGKILL');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
