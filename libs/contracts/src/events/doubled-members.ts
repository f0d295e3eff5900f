import { visit } from 'jsonc-parser';
import { pointer, shown, type Problem } from '../problem.js';

/**
 * Names that stand more than once in one object of a JSON text, which JSON.parse takes in silence: the last one wins. I-JSON (RFC 7493),
 * on which RFC 8785 rests, bars them. Most texts have none, and are told from others by counting; `json` is what the text holds.
 */
export function doubledMembers(text: string, json: unknown): Problem[] {
  if (namesIn(text) === membersOf(json)) return [];
  try {
    return doubledIn(text);
  } catch (cause) {
    // Nested too deep to be looked at, which is a problem of its own.
    if (!(cause instanceof RangeError)) throw cause;
    return [{ path: '', value: null, problem: 'A name stands more than once in one object; send each once.' }];
  }
}

/** The same of the data of an event that travels by itself. */
export const doubledInData = (text: string, data: unknown): Problem[] =>
  doubledMembers(text, data).map((problem) => ({ ...problem, path: `/data${problem.path}` }));

function doubledIn(text: string): Problem[] {
  const problems: Problem[] = [];
  const open: Map<string, number>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Map()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (name, ...[, , , , path]) => {
      const count = (open.at(-1)?.get(name) ?? 0) + 1;
      open.at(-1)?.set(name, count);
      // Each is told once.
      if (count !== 2) return;
      const problem = 'This name stands more than once in its object; send it once.';
      problems.push({ path: pointer(...path(), name), value: shown(name), problem });
    },
  });
  return problems;
}

const [quote, backslash, colon, space] = ['"', '\\', ':', ' '].map((sign) => sign.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
];

/** Texts that a colon follows, in what is known to be JSON. */
function namesIn(text: string): number {
  let names = 0;
  for (let begin = text.indexOf('"'); begin >= 0;) {
    let next = closingQuote(text, begin) + 1;
    // Of what may stand there, blanks alone are not above a space.
    while (text.charCodeAt(next) <= space) next += 1;
    if (text.charCodeAt(next) === colon) names += 1;
    begin = text.indexOf('"', next);
  }
  return names;
}

/** A quote after an odd number of backslashes is one of the text's own. */
function closingQuote(text: string, begin: number): number {
  for (let at = begin + 1; ; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === quote) return at;
    if (sign === backslash) at += 1;
  }
}

function membersOf(json: unknown): number {
  let members = 0;
  const waiting: object[] = isNested(json) ? [json] : [];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const values = Object.values(at);
    if (!Array.isArray(at)) members += values.length;
    for (const value of values) if (isNested(value)) waiting.push(value);
  }
  return members;
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;
