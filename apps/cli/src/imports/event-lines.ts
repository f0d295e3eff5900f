import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { Failure } from '../failure.js';

/** An event as the file holds it, or what is wrong with its line. */
export interface EventLine {
  /** Line in the file, the first being 1; of a list, the event's place in it. */
  readonly row: number;
  /** JSON. */
  readonly text: string;
  readonly problem?: string;
}

type Parts = AsyncIterable<Buffer | string>;

/** Events of a file: one on each line, or all in one list. The first character tells which. */
export async function* eventLines(parts: Parts, name: string): AsyncGenerator<EventLine> {
  const reader = createInterface({ input: Readable.from(parts), crlfDelay: Infinity });
  const lines: AsyncIterator<string, undefined> = reader[Symbol.asyncIterator]();
  let row = 0;
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    row += 1;
    const line = next.value.replace(/^\uFEFF/, '').trim();
    if (line.startsWith('[') && row === 1) {
      yield* listed([line, ...(await restOf(lines))].join('\n'), name);
      return;
    }
    if (line !== '') yield checked(row, line);
  }
}

async function restOf(lines: AsyncIterator<string, undefined>): Promise<string[]> {
  const rest: string[] = [];
  for (let next = await lines.next(); !next.done; next = await lines.next()) rest.push(next.value);
  return rest;
}

function* listed(text: string, name: string): Generator<EventLine> {
  for (const [index, event] of parsedList(text, name).entries()) yield { row: index + 1, text: JSON.stringify(event) };
}

function parsedList(text: string, name: string): readonly unknown[] {
  try {
    return JSON.parse(text) as readonly unknown[];
  } catch (cause) {
    const { message } = cause as Error;
    throw new Failure(
      `${name} begins like a list of events and is no JSON: ${message}`,
      'Correct it, or write one event on each line.',
      [],
      cause,
    );
  }
}

function checked(row: number, text: string): EventLine {
  try {
    JSON.parse(text);
    return { row, text };
  } catch (cause) {
    return { row, text, problem: `This line is no JSON: ${(cause as Error).message}` };
  }
}
