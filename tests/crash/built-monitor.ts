import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { projectFolder } from '@muster/runtime';

type Child = ChildProcessByStdio<null, Readable, Readable>;

export interface MonitorStart {
  readonly folder: string;
  readonly today: string;
}

const startLimit = 60_000;
const stopLimit = 30_000;

/** Set to nothing counts as unset, also where a `.env` of this folder says otherwise. */
const unset = { DATABASE_URL: '', KAFKA_BROKERS: '', MUSTER_POLICY: '', MUSTER_URL: '' };

/** The one-process monitor as `npm start` runs it: a process of its own, on a free port, with a data folder. */
export class BuiltMonitor {
  private constructor(
    private readonly child: Child,
    readonly url: string,
  ) {}

  /** Resolves once it listens. */
  static async start({ folder, today }: MonitorStart): Promise<BuiltMonitor> {
    const own = { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'info', MUSTER_DATA_DIR: folder, MUSTER_TODAY: today };
    const child = spawn(process.execPath, [join(projectFolder(), 'dist/apps/monitor/src/main.js')], {
      env: { ...process.env, ...unset, ...own },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new BuiltMonitor(child, await addressOf(child));
  }

  /** As a power cut does: nothing in it gets to end. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.hasEnded) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    const late = setTimeout(() => this.child.kill('SIGKILL'), stopLimit);
    await ended.finally(() => clearTimeout(late));
  }
}

/** Of the line of the log that says so. */
async function addressOf(child: Child): Promise<string> {
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  const lines = createInterface({ input: child.stdout });
  const listening = new Promise<string>((resolve) =>
    lines.on('line', (line) => {
      const { msg, url, level, err } = JSON.parse(line) as {
        msg: string;
        url?: string;
        level: number;
        err?: { message: string };
      };
      if (level >= 50) told += `${msg}: ${err?.message ?? ''}\n`;
      if (msg === 'listening' && url !== undefined) resolve(url);
    }),
  );
  const limit = new AbortController();
  const failed = Promise.race([once(child, 'exit'), pause(startLimit, undefined, { signal: limit.signal })]).then(() => {
    child.kill('SIGKILL');
    throw new Error(`the monitor did not listen within ${startLimit / 1000} s: ${told}`);
  });
  return Promise.race([listening, failed]).finally(() => limit.abort());
}
