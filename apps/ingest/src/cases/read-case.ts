import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEvent, type CloudEvent } from '@muster/contracts';
import { isDay, type Day } from '@muster/force-generation';
import { CannotStart, projectFolder } from '@muster/runtime';

const casesFolder = (): string => join(projectFolder(), 'apps/ingest/cases');

/** The day that a case is shown on: `pinnedTo` of the file beside its facts. Refuses a name that is no case, and names those that are. */
export async function pinnedDayOf(name: string): Promise<Day> {
  await refuseUnknown(name);
  const file = `${name}.json`;
  const { pinnedTo } = JSON.parse(await readFile(join(casesFolder(), file), 'utf8')) as { readonly pinnedTo: unknown };
  if (typeof pinnedTo === 'string' && isDay(pinnedTo)) return pinnedTo;
  throw new CannotStart(`${file}: "pinnedTo" is no day of the calendar; write it as YYYY-MM-DD.`);
}

/** The facts of a case, from lines of our own format; refuses it whole where one of them would not pass the doors. */
export async function readCase(name: string): Promise<CloudEvent[]> {
  await refuseUnknown(name);
  const text = await readFile(join(casesFolder(), `${name}.jsonl`), 'utf8');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => factOfLine(line, `${name}, fact ${index + 1}`));
}

/** A case is whatever has facts in the folder, so that a new one needs no line of code. */
async function refuseUnknown(name: string): Promise<void> {
  const files = await readdir(casesFolder());
  const known = files.filter((file) => file.endsWith('.jsonl')).map((file) => file.replace(/\.jsonl$/, ''));
  if (!known.includes(name)) throw new CannotStart(`There is no case "${name}"; the cases are ${known.sort().join(', ')}.`);
}

function factOfLine(line: string, where: string): CloudEvent {
  const parsed = parseEvent(JSON.parse(line));
  if ('event' in parsed) return parsed.event;
  const problems = parsed.problems.map(({ path, problem }) => `${path}: ${problem}`);
  throw new CannotStart(`${where} cannot be taken. ${problems.join(' ')}`);
}
