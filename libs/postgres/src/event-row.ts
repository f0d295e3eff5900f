import type { EventData } from '@muster/contracts';
import type { RecordedEvent } from '@muster/event-log';
import type { Connection } from './database.js';

/** The columns that make a RecordedEvent, in the order of EventRow; numbers come as such, not as the driver's text of a bigint. */
export const eventColumns = `position::float8 as position, stream, sequence::float8 as sequence, source, id, type, subject,
  data, attributes, known_on, recorded_at`;

/** Rows come as lists: naming the columns of each of a million rows takes the driver longer than parsing their data takes us. */
export type EventRow = [
  position: number,
  stream: string,
  sequence: number,
  source: string,
  id: string,
  type: string,
  subject: string,
  data: string,
  attributes: string | null,
  knownOn: string,
  recordedAt: string,
];

type Attributes = RecordedEvent['attributes'];

/** Neighbours have the same attributes more often than not: a million events are read without parsing a million of them. */
let lastAttributes: { text: string | null; attributes: Attributes } = { text: null, attributes: undefined };

function parseAttributes(text: string): Attributes {
  if (lastAttributes.text !== text) lastAttributes = { text, attributes: JSON.parse(text) as Attributes };
  return lastAttributes.attributes;
}

/** Neighbours share these texts too; each is kept once, since whoever folds a million events keeps them all. */
const last: Record<'stream' | 'source' | 'type' | 'subject' | 'knownOn', string> = {
  stream: '',
  source: '',
  type: '',
  subject: '',
  knownOn: '',
};

const types = new Map<string, string>();

function sharedTexts([, stream, , source, , type, subject, , , knownOn]: readonly [...EventRow, ...unknown[]]): typeof last {
  let known = types.get(type);
  if (known === undefined) types.set(type, (known = type));
  last.type = known;
  if (stream !== last.stream) last.stream = stream;
  if (source !== last.source) last.source = source;
  if (subject !== last.subject) last.subject = subject;
  if (knownOn !== last.knownOn) last.knownOn = knownOn;
  return last;
}

export function eventOf(row: readonly [...EventRow, ...unknown[]]): RecordedEvent {
  const [position, , sequence, , id, , , text, attributesText, , recordedAt] = row;
  const { stream, source, type, subject, knownOn } = sharedTexts(row);
  const data = JSON.parse(text) as EventData;
  if (attributesText === null) return { position, stream, sequence, source, id, type, subject, data, knownOn, recordedAt };
  const attributes = parseAttributes(attributesText);
  return { position, stream, sequence, source, id, type, subject, data, attributes, knownOn, recordedAt };
}

export interface EventStatement {
  /** Under which PostgreSQL keeps its plan. */
  readonly name: string;
  /** Selects `eventColumns`. */
  readonly text: string;
  readonly values: unknown[];
}

export async function selectEvents(connection: Connection, statement: EventStatement): Promise<RecordedEvent[]> {
  const { rows } = await connection.query<EventRow>({ ...statement, rowMode: 'array' });
  return rows.map(eventOf);
}
