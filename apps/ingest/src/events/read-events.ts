import { doubledMembers, inTrace, parseBinaryEvent, parseEvent, shown, type ParsedEvent, type Problem } from '@muster/contracts';
import { mediaTypeOf, Refusal } from '@muster/runtime';
import { readJson } from '../read-json.js';

export const structured = 'application/cloudevents+json';
export const batch = 'application/cloudevents-batch+json';
export const binary = 'application/json';

export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

const contentTypeOf = (headers: RequestHeaders): string => mediaTypeOf(headers['content-type'] as string | undefined);

const isBinary = (headers: RequestHeaders): boolean => Object.keys(headers).some((name) => name.startsWith('ce-'));

/**
 * The events of a request, in whichever of the three modes of CloudEvents it came; each an event or what is wrong with it. Those that
 * name no trace of their own are in that of the request.
 */
export const readEvents = (headers: RequestHeaders, body: string | undefined): ParsedEvent[] =>
  parsedEvents(headers, body).map((parsed) =>
    'event' in parsed ? { event: inTrace(parsed.event, headers['traceparent']) } : parsed,
  );

function parsedEvents(headers: RequestHeaders, body: string | undefined): ParsedEvent[] {
  switch (contentTypeOf(headers)) {
    case batch:
      return parsedBatch(body);
    case structured:
      return [parsedOne(body)];
    default:
      if (isBinary(headers)) return [parseBinaryEvent(headers, body ?? '')];
      throw new Refusal(415, `Send ${structured} or ${batch}; ${binary} only with the event's attributes in ce- headers.`);
  }
}

function parsedOne(body: string | undefined): ParsedEvent {
  const json = readJson(body);
  return parseEvent(json, doubledMembers(body ?? '', json));
}

/** A name that stands twice is the problem of its own event, and of no other. */
function parsedBatch(body: string | undefined): ParsedEvent[] {
  const json = readJson(body);
  const events = eventsOf(json);
  const doubled = doubledMembers(body ?? '', json);
  if (doubled.length === 0) return events.map((event) => parseEvent(event));
  const ofEvents = new Map<string, Problem[]>();
  for (const problem of doubled) {
    const [, index = '', path = ''] = /^\/(\d+)(.*)$/s.exec(problem.path) ?? [];
    const told = ofEvents.get(index) ?? [];
    told.push({ ...problem, path });
    ofEvents.set(index, told);
  }
  const untold = ofEvents.get('') ?? [];
  return events.map((event, index) => parseEvent(event, [...untold, ...(ofEvents.get(String(index)) ?? [])]));
}

function eventsOf(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  const problem = `A batch is a list of events, in square brackets; send one event as ${structured}.`;
  throw new Refusal(400, 'The body cannot be read.', { problems: [{ path: '', value: shown(json), problem }] });
}
