import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BuiltMonitor } from './built-monitor.js';

/** A day by which all the published returns were known. */
const today = '2020-01-31';

export type StartMonitor = () => Promise<BuiltMonitor>;

/** Runs with monitors on one empty data folder, one after another; whatever becomes of the run, nothing of it is left. */
export async function runInFolder<Result>(run: (start: StartMonitor) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-crash-'));
  let last: BuiltMonitor | undefined;
  const start: StartMonitor = async () => (last = await BuiltMonitor.start({ folder, today }));
  try {
    return await run(start);
  } finally {
    // The database server of a monitor that was killed lives on until the next one on its folder stops it.
    if (last?.hasEnded) await start().catch(() => undefined);
    await last?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
