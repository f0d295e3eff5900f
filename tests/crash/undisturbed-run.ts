import { musterCommand } from './muster-command.js';
import { untilCaughtUp } from './until-caught-up.js';
import type { ImportFile } from './import-files.js';
import type { Pace } from './kill-point.js';
import { postFile } from './post-file.js';
import { runInFolder } from './run-in-folder.js';
import { whatStands, type WhatStands } from './what-stands.js';

export interface Undisturbed {
  readonly stands: WhatStands;
  readonly pace: Pace;
}

/** The import that nothing disturbs: what it comes to, and how long its parts take. */
export const undisturbedRun = (files: readonly ImportFile[]): Promise<Undisturbed> =>
  runInFolder(async (start) => {
    const { url } = await start();
    const recordingMilliseconds: number[] = [];
    for (const file of files) recordingMilliseconds.push(await timed(() => postFile(url, file)));
    const assessingMilliseconds = await timed(() => untilCaughtUp(url));
    await verified(url);
    return {
      stands: await whatStands(url),
      pace: { bytes: files.map(({ csv }) => csv.length), recordingMilliseconds, assessingMilliseconds },
    };
  });

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return Math.round(performance.now() - began);
}

/** Throws what `muster verify` finds wrong. */
export async function verified(url: string): Promise<void> {
  const { code, out, err } = await musterCommand(url, 'verify');
  if (code !== 0) throw new Error(`muster verify ended with ${code}:\n${out}${err}`);
}
