import { brokenImport } from './broken-import.js';
import type { ImportFile } from './import-files.js';
import type { KillPoint } from './kill-point.js';
import { postFile } from './post-file.js';
import { runInFolder } from './run-in-folder.js';
import { verified } from './undisturbed-run.js';
import { untilCaughtUp } from './until-caught-up.js';
import { differences, whatStands, type WhatStands } from './what-stands.js';

export interface CrashedRun {
  /** Facts that the killed monitor had recorded already. */
  readonly known: number;
  readonly differences: readonly string[];
}

/** An import that is killed, then done again on the same folder; compared with one that nothing disturbed. */
export const crashedRun = (files: readonly ImportFile[], point: KillPoint, expected: WhatStands): Promise<CrashedRun> =>
  runInFolder(async (start) => {
    await brokenImport(await start(), files, point);
    const { url } = await start();
    let known = 0;
    for (const file of files) known += (await postFile(url, file)).facts.known;
    await untilCaughtUp(url);
    await verified(url);
    return { known, differences: differences(expected, await whatStands(url)) };
  });
