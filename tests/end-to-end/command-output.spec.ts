import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '@muster/runtime';
import { startMonitor, type Monitor } from './start-monitor.js';

/** One row that can be taken, and one that cannot. */
const ceilings = `mission,category,authorized,effective_date,resolution
MINUSMA,military,13289,2017-06-29,S/RES/2364 (2017)
MINUSMA,police,many,2017-06-29,S/RES/2364 (2017)
`;

let monitor: Monitor;
let url: string;
let folder: string;

beforeAll(async () => {
  monitor = await startMonitor();
  await monitor.app.listen(0, '127.0.0.1');
  url = await monitor.app.getUrl();
  folder = mkdtempSync(join(tmpdir(), 'muster-output-'));
  writeFileSync(join(folder, 'ceilings.csv'), ceilings);
}, 60_000);
afterAll(async () => {
  await monitor.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the built command, `muster` in the line, in a shell; tells how it ended, and what it complained of. */
function inShell(line: string): Promise<{ code: number; err: string }> {
  const command = `${process.execPath} ${join(projectFolder(), 'dist/apps/cli/src/main.js')}`;
  const script = `muster() { ${command} "$@"; }\n${line}\nexit \${PIPESTATUS[0]}`;
  return new Promise((resolve) => {
    const env = { ...process.env, MUSTER_URL: url, HOST: '', KAFKA_BROKERS: '' };
    execFile('bash', ['-c', script], { cwd: folder, env }, (error, _out, err) =>
      resolve({ code: Number(error?.code ?? 0), err }),
    );
  });
}

describe('the command, where its answer goes', () => {
  it('to a reader that stops early: its exit code still tells of the rejected row', async () => {
    expect(await inShell('muster import ceilings ceilings.csv | true')).toMatchObject({ code: 2 });
    expect(await inShell('muster missions --json | true')).toEqual({ code: 0, err: '' });
  });

  it('nowhere, for the disk is full: fails, and says so', async () => {
    const full = { code: 1, err: expect.stringMatching(/^muster: The answer could not be written: .*ENOSPC/) };
    expect(await inShell('muster missions > /dev/full')).toEqual(full);
    expect(await inShell('muster missions --json > /dev/full')).toEqual(full);
  });
});
