import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '@muster/runtime';
import { until } from '../servers/until.js';

/** A built program that serves until it is stopped. */
export interface RunningProgram {
  /** What it has printed until it served. */
  readonly printed: string;
  /** Resolves with how it ended. */
  stop(): Promise<number | null>;
}

export interface RunningDemo extends RunningProgram {
  readonly url: string;
}

export interface RunningDistributedDemo extends RunningProgram {
  readonly gateway: string;
  readonly brokers: string;
}

/** What the demo promises, from its start to its last line. */
const promise = 60_000;

/** The demo's own folder and day stand where nothing else is set; of the rest, set to nothing counts as unset. */
const environment = (given: Readonly<Record<string, string>>): NodeJS.ProcessEnv => {
  const { MUSTER_DATA_DIR: _folder, MUSTER_TODAY: _today, ...rest } = process.env;
  const names = ['POLICY', 'REPORTS_FROM', 'REPORTS_AT', 'URL'].map((name) => `MUSTER_${name}`);
  const unset = Object.fromEntries(['DATABASE_URL', 'KAFKA_BROKERS', ...names].map((variable) => [variable, '']));
  return { ...rest, ...unset, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...given };
};

interface Program {
  /** As an error names it. */
  readonly title: string;
  /** Below dist, with its options. */
  readonly command: readonly [main: string, ...options: string[]];
  /** What it prints once it serves. */
  readonly serves: RegExp;
  readonly variables?: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly limit: number;
}

/** Resolves once it serves, with what `serves` has found. */
async function startProgram({ title, command: [main, ...options], serves, variables = {}, limit }: Program) {
  const child = spawn(process.execPath, [join(projectFolder(), 'dist', main), ...options], {
    env: environment(variables),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const stop = async (): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = once(child, 'exit') as Promise<[number | null]>;
    child.kill('SIGTERM');
    return (await ended)[0];
  };
  try {
    await until(`${title} serves`, () => serves.test(printed) || child.exitCode !== null, limit);
  } catch (cause) {
    await stop();
    throw new Error(`${(cause as Error).message}: ${printed}`, { cause });
  }
  const found = serves.exec(printed);
  if (found === null) throw new Error(`${title} ended with ${child.exitCode}: ${printed}`);
  return { found, printed, stop };
}

/** The built demo on a free port, once it serves. */
export async function startDemo(...options: readonly string[]): Promise<RunningDemo> {
  const { found, printed, stop } = await startProgram({
    title: 'the demo',
    command: ['apps/monitor/src/demo.js', ...options],
    serves: /^Serving at (\S+)/m,
    limit: promise,
  });
  return { url: found[1]!, printed, stop };
}

/** The built demo of services that are processes of their own; on the given broker, or else on one that it brings. */
export async function startDistributedDemo(
  variables: Readonly<Record<string, string>> = {},
  ...options: readonly string[]
): Promise<RunningDistributedDemo> {
  const { found, printed, stop } = await startProgram({
    title: 'the distributed demo',
    command: ['tests/distributed/main.js', ...options],
    serves: /^gateway (http:\S+) kafka (\S+) postgres (postgres:\S+)$/m,
    variables: { KAFKA_BROKERS: process.env['KAFKA_BROKERS'] ?? '', ...variables },
    limit: 3 * promise,
  });
  return { gateway: found[1]!, brokers: found[2]!, printed, stop };
}
