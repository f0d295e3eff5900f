import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '@muster/runtime';

/** Beside the project, and no part of it. */
const folder = join(projectFolder(), '../shared/data');

export const ceilingsFile = join(folder, 'ceilings.csv');
export const contributionsFile = join(folder, 'un-contributions-2015-2019.csv');

const arePublished = existsSync(ceilingsFile) && existsSync(contributionsFile);

if (!arePublished) {
  // Who reads the result must see that the promise on real figures was not looked at.
  console.warn(`SKIPPED: the published files are not in ${folder}, so the tests on real figures do not run.`);
}

/** `describe` where the published files are there; skipped, and said so, where they are not. */
export const describePublished = arePublished ? describe : describe.skip;

export interface PublishedRow {
  readonly month: string;
  readonly line: string;
}

/** Header and rows of a file, each row with the month that it is of where it ends with one. */
export function linesOf(file: string): { readonly header: string; readonly rows: readonly PublishedRow[] } {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);
  return { header, rows: lines.map((line) => ({ line, month: line.slice(line.lastIndexOf(',') + 1) })) };
}
