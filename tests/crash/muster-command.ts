import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '@muster/runtime';

export interface CommandEnd {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const limit = 180_000;

/** Runs the built `muster` command against a monitor. */
export async function musterCommand(url: string, ...args: readonly string[]): Promise<CommandEnd> {
  const child = spawn(process.execPath, [join(projectFolder(), 'dist/apps/cli/src/main.js'), ...args], {
    env: { ...process.env, MUSTER_URL: url, HOST: '', KAFKA_BROKERS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limit,
    killSignal: 'SIGKILL',
  });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (texts.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (texts.err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...texts };
}
