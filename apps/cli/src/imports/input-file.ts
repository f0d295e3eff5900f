import { open, readFile, stat } from 'node:fs/promises';
import { Failure } from '../failure.js';
import type { Terminal } from '../screen/terminal.js';

/** What stands for the input that another program pipes in. */
const standardInput = '-';

export const shownName = (file: string): string => (file === standardInput ? 'the standard input' : file);

/** All of a file; refuses one that is not there, cannot be read, or holds nothing. */
export async function inputFile(
  file: string,
  { input }: Terminal,
  advice = 'Give a file with a header and rows, or with events.',
): Promise<Buffer> {
  const bytes = file === standardInput ? await allOf(input) : await readFile(file).catch((cause) => unreadable(file, cause));
  if (bytes.length === 0) throw new Failure(`${shownName(file)} is empty.`, advice);
  return bytes;
}

/** The bytes of a file as they come, for what need not be in memory as a whole. */
export async function inputStream(file: string, { input }: Terminal): Promise<AsyncIterable<Buffer | string>> {
  if (file === standardInput) return input;
  const handle = await open(file).catch((cause) => unreadable(file, cause));
  if (!(await handle.stat()).isDirectory()) return handle.createReadStream();
  await handle.close();
  return unreadable(file, Object.assign(new Error('a folder'), { code: 'EISDIR' }));
}

/** Of a file; undefined where nobody can tell. */
export const inputBytes = async (file: string): Promise<number | undefined> =>
  file === standardInput ? undefined : (await stat(file).catch(() => undefined))?.size;

async function allOf(input: AsyncIterable<Buffer | string>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of input) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EISDIR: 'is a folder',
  EACCES: 'may not be read by this user',
};

function unreadable(file: string, cause: unknown): never {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  throw new Failure(
    `${file} ${reasons[code] ?? `cannot be read: ${message}`}.`,
    'Give the path of a file, or - for the standard input.',
    [],
    cause,
  );
}
