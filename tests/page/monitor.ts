import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '../servers/until.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, 'dist/apps/monitor/src/main.js');
const demo = join(root, 'dist/apps/monitor/src/demo.js');
const page = join(root, 'dist/apps/web/index.html');
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const browserPath = browsers.find((path) => existsSync(path));

/** What the test of the page needs and does not find; nothing where all is there. */
export const missing = [
  ...(existsSync(built) && existsSync(page) ? [] : ['the built monitor and page (npm run build)']),
  ...(browserPath === undefined ? [`a browser at ${browsers.join(' or ')}`] : []),
];

export interface RunningMonitor {
  readonly url: string;
  answer<T>(path: string): Promise<T>;
  /** Records events at the door; every one has to be taken. */
  record(events: readonly unknown[]): Promise<void>;
  /** Ends the process; what it recorded stays. */
  halt(): Promise<void>;
  /** Starts it again at the same address. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/** The built monitor on an empty folder, on the day of the case, with the case recorded and assessed. */
export const startMonitor = (): Promise<RunningMonitor> =>
  started(built, { MUSTER_TODAY: '2018-05-08' }, async (monitor) => {
    await monitor.record(caseFacts());
    await untilAssessed(monitor);
  });

/** The built monitor on an empty folder, on the day of the case; nothing is recorded. */
export const startEmptyMonitor = (): Promise<RunningMonitor> =>
  started(built, { MUSTER_TODAY: '2018-05-08' }, () => Promise.resolve());

/** The built demo: it lives through the days of the case, and issues the reports of its last months. */
export const startDemo = (): Promise<RunningMonitor> =>
  started(demo, { MUSTER_REPORTS_FROM: '2017-12' }, async (monitor) => {
    await until(
      'reports are issued',
      async () => (await monitor.answer<{ reports: { status: string }[] }>('/api/reports')).reports.filter(isIssued).length >= 8,
      longestStart / 3,
    );
    await untilAssessed(monitor);
  });

const isIssued = ({ status }: { readonly status: string }): boolean => status === 'issued';

async function started(
  program: string,
  variables: Readonly<Record<string, string>>,
  prepare: (monitor: RunningMonitor) => Promise<unknown>,
): Promise<RunningMonitor> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-page-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const env = {
    ...process.env,
    PORT: new URL(url).port,
    MUSTER_DATA_DIR: folder,
    LOG_LEVEL: 'error',
    ...variables,
  };
  const start = (): ChildProcess =>
    spawn(process.execPath, [program], { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
  let running = start();
  const monitor: RunningMonitor = {
    url,
    answer: async <T>(path: string) => (await (await fetch(url + path)).json()) as T,
    record: (events) => record(url, events),
    halt: () => end(running),
    resume: async () => {
      running = start();
      await untilUp(monitor);
    },
    stop: async () => {
      await end(running);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    await untilUp(monitor);
    await prepare(monitor);
  } catch (cause) {
    // Left running it would keep the test runner from ending.
    await monitor.stop();
    throw cause;
  }
  return monitor;
}

/** Milliseconds: a machine with other work to do takes a minute to make a database. */
export const longestStart = 180_000;

const untilUp = ({ url }: RunningMonitor): Promise<unknown> => until('the monitor listens', () => isUp(url), longestStart / 3);

const untilAssessed = (monitor: RunningMonitor): Promise<unknown> =>
  until(
    'the case is assessed',
    async () => (await monitor.answer<{ alerts: unknown[] }>('/api/alerts')).alerts.length > 10,
    longestStart / 3,
  );

const caseFacts = (): unknown[] =>
  readFileSync(join(root, 'apps/ingest/cases/minusma.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

const isUp = (url: string): Promise<boolean> =>
  fetch(`${url}/health/live`).then(
    ({ ok }) => ok,
    () => false,
  );

async function record(url: string, events: readonly unknown[]): Promise<void> {
  const headers = { 'content-type': 'application/cloudevents-batch+json' };
  const response = await fetch(`${url}/api/events`, { method: 'POST', headers, body: JSON.stringify(events) });
  const answer = (await response.json()) as { readonly recorded?: number };
  if (answer.recorded !== events.length) throw new Error(`not every fact was taken: ${JSON.stringify(answer).slice(0, 500)}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function end(running: ChildProcess): Promise<void> {
  if (running.exitCode === null && running.kill('SIGTERM')) await once(running, 'exit');
}
