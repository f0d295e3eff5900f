import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Paths, relative to the root and with `/`, to the text that stands there. A check is a function of a tree, so that a spec can plant a breach. */
export type Tree = ReadonlyMap<string, string>;

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

const notOurs = new Set(['node_modules', 'dist', 'coverage', 'public', 'data']);

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && !notOurs.has(entry.name)) yield* filesBelow(path);
  }
}

/** The sources of the repository as they stand on the disk: everything under apps, libs and tests. */
export function sources(): Tree {
  const paths = ['apps', 'libs', 'tests'].flatMap((folder) => [...filesBelow(join(root, folder))]);
  const texts = paths
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')] as const);
  return new Map(texts);
}

export const documentText = (name: string): string => readFileSync(join(root, name), 'utf8');

export const planted = (files: Readonly<Record<string, string>>): Tree => new Map(Object.entries(files));

/** What `work` gives for the tree written into a temporary folder, which is gone afterwards. */
export function onDisk<T>(tree: Tree, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'muster-planted-'));
  try {
    for (const [path, text] of tree) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
