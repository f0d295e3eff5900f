import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function folderWithPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('no package.json stands above the running code');
  return folderWithPackage(parent);
}

/** The folder that holds package.json, whether the code runs as it was built or as it was written. */
export const projectFolder = (): string => folderWithPackage(dirname(fileURLToPath(import.meta.url)));
