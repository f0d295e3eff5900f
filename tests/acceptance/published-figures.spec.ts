import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerOf } from '../crash/answer-of.js';
import { BuiltMonitor } from '../crash/built-monitor.js';
import { musterCommand } from '../crash/muster-command.js';
import { untilCaughtUp } from '../crash/until-caught-up.js';
import { ceilingsFile, contributionsFile, describePublished } from './published-files.js';

describePublished('the published ceilings and contributions, taken in through the command', () => {
  let folder: string;
  let monitor: BuiltMonitor;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'muster-acceptance-'));
    monitor = await BuiltMonitor.start({ folder, today: '2020-01-31' });
  }, 90_000);
  afterAll(async () => {
    await monitor.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const imported = async (what: 'ceilings' | 'contributions', file: string, ...options: string[]) => {
    const { code, out, err } = await musterCommand(monitor.url, 'import', what, file, '--json', ...options);
    return { code, err, ...(JSON.parse(out) as object) };
  };

  const reportedOn = async (day: string): Promise<number> => {
    const { missions } = await answerOf<{ missions: { reported: number | null }[] }>(monitor.url, `/api/missions?asOf=${day}`);
    return missions.reduce((sum, { reported }) => sum + (reported ?? 0), 0);
  };

  it('a dry run tells what would be recorded, and records nothing', async () => {
    const answer = await imported('contributions', contributionsFile, '--dry-run');
    expect(answer).toMatchObject({ code: 0, dryRun: true, rows: 38_876, accepted: 38_876, facts: { recorded: 800 } });
    expect(await answerOf(monitor.url, '/api/missions')).toMatchObject({ missions: [] });
  }, 120_000);

  it('every row is accepted: 74 ceilings and 800 returns are recorded', async () => {
    expect(await imported('ceilings', ceilingsFile)).toMatchObject({
      code: 0,
      accepted: 74,
      rejected: 0,
      facts: { recorded: 74 },
    });
    expect(await imported('contributions', contributionsFile)).toMatchObject({
      ...{ code: 0, rows: 38_876, accepted: 38_876, rejected: 0, returns: 800 },
      facts: { recorded: 800, known: 0, revised: 0 },
    });
  }, 120_000);

  it('all missions together come to what was published', async () => {
    expect(await reportedOn('2015-01-31')).toBe(104_496);
    expect(await reportedOn('2018-02-28')).toBe(91_544);
  }, 120_000);

  it('importing both again records nothing', async () => {
    expect(await imported('ceilings', ceilingsFile)).toMatchObject({ code: 0, facts: { recorded: 0, known: 74, revised: 0 } });
    expect(await imported('contributions', contributionsFile)).toMatchObject({
      code: 0,
      facts: { recorded: 0, known: 800, revised: 0 },
    });
  }, 120_000);

  it('the log verifies, and each saying follows from the facts', async () => {
    await untilCaughtUp(monitor.url);
    expect(await musterCommand(monitor.url, 'verify')).toMatchObject({ code: 0, out: expect.stringContaining('All holds.') });
  }, 240_000);
});
