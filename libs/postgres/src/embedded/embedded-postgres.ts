import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Client } from 'pg';
import { holdDataFolder } from './data-folder.js';
import { accountForPostgres, postgresBinaries, runProgram, spawnOptions } from './postgres-binaries.js';
import { serverArguments } from './server-arguments.js';

export interface EmbeddedPostgresOptions {
  /** The cluster lives in its subfolder `postgres`, the lock beside it. Created where absent. */
  readonly dir: string;
  /** A free one where absent. */
  readonly port?: number;
  /**
   * Either way only 127.0.0.1 can connect. `password` (the default): with one made at the first start and kept in the folder,
   * readable by its owner. `trust`: every account of this machine may connect.
   */
  readonly access?: 'password' | 'trust';
}

export interface EmbeddedPostgres {
  /** As the role `muster`, which owns the database `muster` and is no superuser: grants bind it. */
  readonly url: string;
  /** For repairs, and for tests that damage the log. */
  readonly superuserUrl: string;
  readonly port: number;
  /** Of the server, not of Node. */
  readonly pid: number;
  stop(): Promise<void>;
}

type Server = ChildProcessByStdio<null, null, Readable>;

/**
 * Starts PostgreSQL in a folder, making the cluster at the first start. A server that a killed process left behind is stopped and
 * replaced; a folder that a living process holds is refused (DataFolderInUse).
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const giveBack = await holdDataFolder(options.dir);
  try {
    const password = await prepareCluster(options);
    const port = options.port ?? (await freePort());
    const server = await startServer(clusterOf(options.dir), port);
    const login = (role: string): string => `postgres://${role}:${password}@127.0.0.1:${port}`;
    const superuserUrl = `${login('postgres')}/postgres`;
    await createDatabase(superuserUrl, password);
    return {
      url: `${login('muster')}/muster`,
      superuserUrl,
      port,
      pid: server.pid ?? 0,
      stop: () => stopServer(server).finally(giveBack),
    };
  } catch (cause) {
    giveBack();
    throw cause;
  }
}

const clusterOf = (dir: string): string => join(dir, 'postgres');

/** A cluster in the folder with no server on it, whose password is the result. */
async function prepareCluster({ dir, access = 'password' }: EmbeddedPostgresOptions): Promise<string> {
  const cluster = clusterOf(dir);
  const account = accountForPostgres();
  if (account !== undefined) chownSync(dir, account.uid, account.gid);
  if (!existsSync(cluster)) await initialiseCluster(cluster);
  if (existsSync(join(cluster, 'postmaster.pid'))) await stopOrphan(cluster);
  const method = access === 'trust' ? 'trust' : 'scram-sha-256';
  writeFileSync(join(cluster, 'pg_hba.conf'), `host all all 127.0.0.1/32 ${method}\n`);
  return readFileSync(join(cluster, 'muster.password'), 'utf8');
}

/** Made beside its place and moved there when whole: a process killed half-way leaves no half of a cluster. */
async function initialiseCluster(cluster: string): Promise<void> {
  const unfinished = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
  const account = accountForPostgres();
  if (account !== undefined) for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid);
  const access = ['-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile];
  const text = ['-E', 'UTF8', '--locale=C.UTF-8', '--no-instructions'];
  await runProgram(postgresBinaries().initdb, ['-D', unfinished, ...access, ...text]);
  renameSync(passwordFile, join(unfinished, 'muster.password'));
  renameSync(unfinished, cluster);
}

/** Left by a process that was killed; pg_ctl fails where only the pid file is left, which the next server removes by itself. */
const stopOrphan = (cluster: string): Promise<void> =>
  runProgram(postgresBinaries().pg_ctl, ['-D', cluster, '-m', 'fast', '-w', 'stop']).catch(() => undefined);

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

async function startServer(cluster: string, port: number): Promise<Server> {
  const server = spawn(postgresBinaries().postgres, ['-D', cluster, ...serverArguments(port)], {
    ...spawnOptions(accountForPostgres()),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await untilReady(server);
  // The server alone keeps no process alive; a process that ends without stopping it takes it along.
  server.unref();
  (server.stderr as Readable & { unref(): void }).unref();
  const takeAlong = (): void => void server.kill('SIGINT');
  process.once('exit', takeAlong);
  server.once('exit', () => process.off('exit', takeAlong));
  return server;
}

function untilReady(server: Server): Promise<void> {
  let log = '';
  return new Promise<void>((ready, failed) => {
    server.stderr.on('data', (text: Buffer) => {
      log = `${log}${text.toString()}`.slice(-4000);
      if (log.includes('ready to accept connections')) ready();
    });
    server.once('error', failed);
    server.once('exit', (code) => failed(new Error(`PostgreSQL ended with ${code ?? 'a signal'} at its start: ${log}`)));
  });
}

function stopServer(server: Server): Promise<void> {
  return new Promise((stopped) => {
    if (server.exitCode !== null || server.signalCode !== null) return stopped();
    server.ref(); // else nothing keeps the event loop alive and the promise never settles
    server.once('exit', () => stopped());
    server.kill('SIGINT');
  });
}

/** The monitor's own role and database, so that it does not run as a superuser, whom no grant binds. */
async function createDatabase(superuserUrl: string, password: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = 'muster') as role,
              exists (select from pg_database where datname = 'muster') as database`,
    );
    if (!rows[0]?.role) await client.query(`create role muster login password ${client.escapeLiteral(password)}`);
    if (!rows[0]?.database) await client.query('create database muster owner muster');
  } finally {
    await client.end();
  }
}
