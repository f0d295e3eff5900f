import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '@muster/runtime';
import { until } from '../servers/until.js';

/** Whoever runs a service under systemd or in a shell knows npm's process, and ends that one. */
describe('a monitor that npm has started', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-npm-'));
  const own = { DATABASE_URL: '', KAFKA_BROKERS: '', PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'info', MUSTER_DATA_DIR: folder };
  // In a process group of its own, so that nothing of it is left where this fails.
  const npm = spawn('npm', ['start'], {
    ...{ cwd: projectFolder(), detached: true, stdio: ['ignore', 'pipe', 'ignore'] },
    env: { ...process.env, ...own, MUSTER_TODAY: '2018-05-08' },
  });
  afterAll(() => {
    try {
      process.kill(-npm.pid!, 'SIGKILL');
    } catch {
      // All of it has ended, as it should.
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const answers = (url: string): Promise<boolean> =>
    fetch(`${url}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );

  it('ends with npm', async () => {
    let printed = '';
    npm.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const address = (): string | undefined => /"msg":"listening","url":"([^"]+)"/.exec(printed)?.[1];
    await until('it listens', () => address() !== undefined, 60_000);
    expect(await answers(address()!)).toBe(true);
    const ended = once(npm, 'exit');
    npm.kill('SIGTERM');
    await ended;
    await until('nobody answers any more', async () => !(await answers(address()!)), 30_000);
  });
});
