import { pointer, shown } from '../problem.js';
import type { Problem } from '../problem.js';
import { datacontenttypeProblem } from './attribute-problems.js';
import { doubledInData } from './doubled-members.js';
import { readMembers } from './parse-event.js';
import type { ParsedEvent } from './parse-event.js';

/** Headers as Node and fastify give them: names in any case, a repeated header as a list. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const unquoted = (value: string): string =>
  value.length >= 2 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;

/** CloudEvents HTTP binding 1.0.2, section 3.1.3.2: unquote, then percent-decode as UTF-8. Undefined where it is no UTF-8. */
function decoded(value: string): string | undefined {
  try {
    return unquoted(value.trim()).replace(/(?:%[0-9A-Fa-f]{2})+/g, decodeURIComponent);
  } catch {
    return undefined;
  }
}

interface Read {
  readonly members: Map<string, unknown>;
  readonly problems: Problem[];
}

function readHeader({ members, problems }: Read, name: string, value: string | readonly string[]): void {
  const tell = (problem: string): void => void problems.push({ path: pointer(name), value: shown(value), problem });
  if (typeof value !== 'string') return tell('This header was sent more than once; send it once.');
  if (name === 'data' || name === 'datacontenttype')
    return tell(`Binary mode has no ce-${name}: the data is the body, its type the Content-Type header; remove this header.`);
  const text = decoded(value);
  if (text === undefined) return tell('The percent-encoding of this header is not UTF-8; encode it as the HTTP binding says.');
  members.set(name, text);
}

function readBody({ members, problems }: Read, bodyText: string): void {
  // Of another type than JSON, the type is the problem, and its attribute tells it.
  const type = members.get('datacontenttype');
  if (type !== undefined && datacontenttypeProblem(type) !== undefined) return void members.set('data', {});
  if (bodyText.trim() === '') return;
  try {
    const data: unknown = JSON.parse(bodyText);
    members.set('data', data);
    problems.push(...doubledInData(bodyText, data));
  } catch {
    problems.push({ path: '/data', value: shown(bodyText), problem: 'The body is not JSON; send the data of the fact as JSON.' });
  }
}

/** Reads a CloudEvent in HTTP binary mode: attributes in `ce-` headers, data in the body. Never throws. */
export function parseBinaryEvent(headers: Headers, bodyText: string): ParsedEvent {
  const read: Read = { members: new Map(), problems: [] };
  for (const [header, value] of Object.entries(headers)) {
    const name = header.toLowerCase();
    if (value === undefined) continue;
    if (name === 'content-type') read.members.set('datacontenttype', Array.isArray(value) ? value.join(', ') : value);
    else if (name.startsWith('ce-')) readHeader(read, name.slice(3), value);
  }
  readBody(read, bodyText);
  return readMembers(read.members, read.problems);
}
