import { pointer, shown, type Problem } from '../problem.js';
import { doubledInData, doubledMembers } from './doubled-members.js';
import { parseEvent, readMembers, rejected, type ParsedEvent } from './parse-event.js';

/** A message of Kafka as its client gives it: headers as bytes, a repeated one as a list; a tombstone has no value. */
export interface SentMessage {
  readonly headers: Readonly<Record<string, Uint8Array | string | readonly (Uint8Array | string)[] | undefined>>;
  readonly value: Uint8Array | null;
}

/** As at the doors: JSON of 5 MB. */
export const largestInbound = 5_000_000;

const structured = 'application/cloudevents+json';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOf(bytes: Uint8Array | string): string | undefined {
  if (typeof bytes === 'string') return bytes;
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

const whole = (value: unknown, problem: string): ParsedEvent => rejected(new Map(), [{ path: '', value: shown(value), problem }]);

interface Read {
  readonly members: Map<string, unknown>;
  readonly problems: Problem[];
}

/** Header names as the Kafka binding has them: `ce_` before an attribute, `content-type` for what the data is. */
function readHeaders(headers: SentMessage['headers']): Read & { readonly isEvent: boolean } {
  const read: Read = { members: new Map(), problems: [] };
  for (const [header, value] of Object.entries(headers)) {
    const lower = header.toLowerCase();
    const name = lower === 'content-type' ? 'datacontenttype' : lower.startsWith('ce_') ? lower.slice(3) : undefined;
    if (name !== undefined && value !== undefined) readHeader(read, { header, name, value });
  }
  return { ...read, isEvent: Object.keys(headers).some((header) => header.toLowerCase().startsWith('ce_')) };
}

function readHeader(
  { members, problems }: Read,
  { header, name, value }: { header: string; name: string; value: NonNullable<SentMessage['headers'][string]> },
): void {
  const tell = (problem: string): void => void problems.push({ path: pointer(name), value: header, problem });
  if (members.has(name) || (typeof value !== 'string' && !(value instanceof Uint8Array)))
    return tell('This header was sent more than once; send it once.');
  if (name === 'data' || (name === 'datacontenttype' && header.toLowerCase() !== 'content-type'))
    return tell(`Binary mode has no ce_${name}: the data is the value, its type the content-type header; remove this header.`);
  const text = textOf(value);
  if (text === undefined) return tell('The value of this header is not UTF-8; send it as UTF-8.');
  members.set(name, text);
}

/** Reads the CloudEvent of a Kafka message, in binary or in structured mode. Never throws; tells every problem at once. */
export function parseMessage({ headers, value }: SentMessage): ParsedEvent {
  const read = readHeaders(headers);
  const type = (read.members.get('datacontenttype') ?? '') as string;
  const mediaType = type.split(';')[0]!.trim().toLowerCase();
  if (value === null)
    return binary(read, undefined, 'This message has no value (a tombstone); nothing is deleted here: send FactRetracted.');
  if (value.length > largestInbound)
    return binary(read, undefined, `The value has ${value.length} bytes; send at most ${largestInbound}.`);
  const text = textOf(value);
  if (text === undefined) return binary(read, undefined, 'The value is not UTF-8; send JSON in UTF-8.');
  if (mediaType === structured) return parseText(text);
  if (mediaType.startsWith('application/cloudevents'))
    return whole(type, `Send ${structured}, one event in a message, or the attributes in ce_ headers.`);
  if (read.isEvent) return binary(read, text);
  return whole(type, `This is no CloudEvent: send content-type ${structured}, or the attributes in ce_ headers.`);
}

function parseText(text: string): ParsedEvent {
  const parsed = parsedJson(text);
  return 'problem' in parsed ? whole(text, parsed.problem) : parseEvent(parsed.json, doubledMembers(text, parsed.json));
}

function parsedJson(text: string): { json: unknown } | { problem: string } {
  if (text.trim() === '') return { problem: 'The value is empty; send JSON.' };
  try {
    return { json: JSON.parse(text) };
  } catch (cause) {
    return { problem: `The value is not JSON: ${(cause as Error).message}` };
  }
}

/** Of a value that cannot be read that is told, and whatever the headers have wrong beside it. */
function binary({ members, problems }: Read, text: string | undefined, problem = ''): ParsedEvent {
  const parsed = text === undefined ? { problem } : parsedJson(text);
  if ('json' in parsed)
    return readMembers(members.set('data', parsed.json), [...problems, ...doubledInData(text ?? '', parsed.json)]);
  const unread = { path: '/data', value: shown(text), problem: parsed.problem };
  const read = readMembers(members, problems);
  const others = 'problems' in read ? read.problems.filter(({ path }) => !path.startsWith('/data')) : [];
  // Without any attribute the value is all that was sent: what else is missing helps nobody.
  return rejected(members, members.size === 0 ? [unread] : [unread, ...others]);
}
