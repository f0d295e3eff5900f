import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '@muster/runtime';
import { until } from '../servers/until.js';

export interface RunningDemo {
  readonly url: string;
  /** What it has printed. */
  readonly printed: string;
  stop(): Promise<void>;
}

/** What the demo promises, from its start to its last line. */
const promise = 60_000;

/** The demo's own folder and day stand where nothing else is set; of the rest, set to nothing counts as unset. */
const environment = (): NodeJS.ProcessEnv => {
  const { MUSTER_DATA_DIR: _folder, MUSTER_TODAY: _today, ...rest } = process.env;
  const unset = { DATABASE_URL: '', KAFKA_BROKERS: '', MUSTER_POLICY: '', MUSTER_URL: '' };
  return { ...rest, ...unset, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn' };
};

/** The built demo on a free port, once it serves. */
export async function startDemo(...options: readonly string[]): Promise<RunningDemo> {
  const child = spawn(process.execPath, [join(projectFolder(), 'dist/apps/monitor/src/demo.js'), ...options], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  const address = (): string | undefined => /^Serving at (\S+)/m.exec(printed)?.[1];
  try {
    await until('the demo serves', () => address() !== undefined || child.exitCode !== null, promise);
  } catch (cause) {
    await stop();
    throw new Error(`${(cause as Error).message}: ${printed}`, { cause });
  }
  if (address() === undefined) throw new Error(`the demo ended with ${child.exitCode}: ${printed}`);
  return { url: address()!, printed, stop };
}
