import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { Client } from 'pg';
import { until } from '../../../../tests/servers/until.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';

let place: string;
let dir: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'muster-embedded-'));
  dir = join(place, 'data');
  mkdirSync(dir);
  // PostgreSQL runs under another account where the tests run as root, and must be able to enter.
  chmodSync(place, 0o755);
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  endServerLeftBehind();
  rmSync(place, { recursive: true, force: true, maxRetries: 5 });
});

/** The server of a process that was killed outlives it. */
function endServerLeftBehind(): void {
  const file = join(dir, 'postgres/postmaster.pid');
  if (existsSync(file)) process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGQUIT');
}

/** This folder's code, and what it imports from the one above, as CommonJS, which another process of Node can run as it is. */
function compiled(): string {
  const out = join(place, 'code/embedded');
  mkdirSync(out, { recursive: true });
  writeFileSync(join(place, 'code/package.json'), '{ "type": "commonjs" }');
  const own = readdirSync(__dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  for (const file of [...own, '../cannot-open-log.ts']) {
    const jsc = { target: 'es2022', parser: { syntax: 'typescript' } } as const;
    const { code } = transformSync(readFileSync(join(__dirname, file), 'utf8'), { jsc, module: { type: 'commonjs' } });
    writeFileSync(join(out, file.replace(/ts$/, 'js')), code);
  }
  writeFileSync(
    join(out, 'run.js'),
    `require('./embedded-postgres.js').startEmbeddedPostgres({ dir: ${JSON.stringify(dir)}, access: 'trust' })
       .then(({ url }) => { console.log(JSON.stringify({ url })); setInterval(() => undefined, 1000); },
             (refusal) => { console.error(refusal.message); process.exit(1); });`,
  );
  return join(out, 'run.js');
}

interface Child {
  readonly process: ChildProcess;
  /** What it said first: its server, or why there is none. */
  readonly said: string;
}

async function startChild(script: string): Promise<Child> {
  const child = spawn(process.execPath, [script], { env: { ...process.env, NODE_PATH: join(process.cwd(), 'node_modules') } });
  children.push(child);
  const said = await new Promise<string>((resolve) => {
    child.stdout.once('data', (text: Buffer) => resolve(text.toString()));
    child.stderr.once('data', (text: Buffer) => resolve(text.toString()));
  });
  return { process: child, said };
}

const gone = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => child.once('exit', resolve));
async function query<T>(url: string, statement: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as T[];
  } finally {
    await client.end();
  }
}

it('keeps what was committed when its process is killed, and replaces the server that it leaves behind', async () => {
  const script = compiled();
  const first = await startChild(script);
  const { url } = JSON.parse(first.said) as { url: string };
  await query(url, 'create table kept as select 42 as answer');
  first.process.kill('SIGKILL');
  await gone(first.process);
  expect(await query(url, 'select answer from kept')).toEqual([{ answer: 42 }]);

  const next = await startEmbeddedPostgres({ dir, access: 'trust' });
  await expect(query(url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  expect(await query(next.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  await next.stop();
  await expect(query(next.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
});

it('refuses a folder that another process holds, naming it, and harms nothing', async () => {
  const script = compiled();
  const first = await startChild(script);
  const { url } = JSON.parse(first.said) as { url: string };
  const second = await startChild(script);
  expect(second.said).toContain(`The data folder ${dir} is in use by process ${first.process.pid}`);
  expect(second.said).toContain('MUSTER_DATA_DIR');
  await expect(startEmbeddedPostgres({ dir })).rejects.toThrow(`in use by process ${first.process.pid}`);
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

it('refuses a second server of the same process, and starts again once it has stopped', async () => {
  const first = await startEmbeddedPostgres({ dir });
  await expect(startEmbeddedPostgres({ dir })).rejects.toThrow(`in use by process ${process.pid}`);
  await first.stop();
  const next = await startEmbeddedPostgres({ dir });
  await next.stop();
});

it('asks for the password, unless every account of the machine is trusted', async () => {
  const server = await startEmbeddedPostgres({ dir });
  const without = new URL(server.url);
  without.password = 'guess';
  await expect(query(without.toString(), 'select 1')).rejects.toThrow(/password authentication failed/);
  const settings = await query(
    server.url,
    `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses')`,
  );
  expect(settings).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'full_page_writes', setting: 'on' },
    { name: 'listen_addresses', setting: '127.0.0.1' },
    { name: 'synchronous_commit', setting: 'on' },
  ]);
  await server.stop();
  const trusting = await startEmbeddedPostgres({ dir, access: 'trust' });
  const anyone = new URL(trusting.url);
  anyone.password = 'guess';
  expect(await query(anyone.toString(), 'select rolsuper from pg_roles where rolname = current_user')).toEqual([
    { rolsuper: false },
  ]);
  await trusting.stop();
});

it.each(['4194303 1', `${process.pid} 1`, '', 'nonsense'])(
  'a lock left by a process that is gone (%s) blocks nobody',
  async (stale) => {
    writeFileSync(join(dir, 'muster.pid'), stale);
    const server = await startEmbeddedPostgres({ dir });
    await server.stop();
  },
);

const hasProc = existsSync('/proc/self/stat');

(hasProc ? it : it.skip)(
  'a lock left by a process that was killed, and of whose end its parent took no note, blocks nobody',
  async () => {
    // The shell becomes a program that never asks what became of the shell's child.
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 600'], { stdio: ['ignore', 'pipe', 'ignore'] });
    children.push(parent);
    const pid = await new Promise<string>((said) => parent.stdout.once('data', (text: Buffer) => said(text.toString().trim())));
    const fieldsOf = (): string[] => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    await until('it has ended', () => fieldsOf()[0] === 'Z');
    writeFileSync(join(dir, 'muster.pid'), `${pid} ${fieldsOf()[19]}`);
    const server = await startEmbeddedPostgres({ dir });
    await server.stop();
  },
);

it('makes the cluster anew where a process was killed while making it', async () => {
  mkdirSync(join(dir, 'postgres.new'));
  writeFileSync(join(dir, 'postgres.new', 'PG_VERSION'), '18');
  const server = await startEmbeddedPostgres({ dir });
  await server.stop();
});
