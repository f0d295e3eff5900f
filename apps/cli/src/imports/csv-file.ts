import { Failure } from '../failure.js';
import type { Terminal } from '../screen/terminal.js';
import { inputFile, shownName } from './input-file.js';

/** The most that the CSV doors take. */
const mostBytes = 256_000_000;

/** How files begin that are taken for a CSV because a spreadsheet opens them too. */
const otherKinds: readonly (readonly [signature: string, kind: string])[] = [
  ['504b0304', 'an Excel workbook or another zip file'],
  ['d0cf11e0', 'an Excel workbook'],
  ['25504446', 'a PDF'],
];

/** A file to send as CSV; refuses what certainly is none, or is more than a door takes. What else is wrong, the door tells row by row. */
export async function csvFile(file: string, terminal: Terminal): Promise<Buffer> {
  const csv = await inputFile(file, terminal);
  const begin = csv.subarray(0, 4).toString('hex');
  const kind = otherKinds.find(([signature]) => begin === signature)?.[1];
  if (kind !== undefined)
    throw new Failure(
      `${shownName(file)} is not a CSV but ${kind}.`,
      'Save it as CSV (comma or semicolon separated), and give that file.',
    );
  if (csv.length > mostBytes)
    throw new Failure(
      `${shownName(file)} has ${csv.length} bytes; a CSV may have ${mostBytes}.`,
      'Split it by months, each part with the header.',
    );
  return csv;
}
