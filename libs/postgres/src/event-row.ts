import type { EventData } from '@muster/contracts';
import type { RecordedEvent } from '@muster/event-log';

/** The columns that make a RecordedEvent; those of `position` and `sequence` come as numbers, not as the driver's text. */
export const eventColumns = `position::float8 as position, stream, sequence::float8 as sequence, source, id, type, subject,
  data, attributes, known_on, recorded_at`;

export interface EventRow {
  readonly position: number;
  readonly stream: string;
  readonly sequence: number;
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly data: string;
  readonly attributes: string | null;
  readonly known_on: string;
  readonly recorded_at: string;
}

/** Neighbours have the same attributes more often than not: a million events are read without parsing a million of them. */
let lastAttributes: { text: string; attributes: NonNullable<RecordedEvent['attributes']> } | undefined;

function parseAttributes(text: string): NonNullable<RecordedEvent['attributes']> {
  if (lastAttributes?.text !== text) {
    lastAttributes = { text, attributes: JSON.parse(text) as NonNullable<RecordedEvent['attributes']> };
  }
  return lastAttributes.attributes;
}

export function eventOf(row: EventRow): RecordedEvent {
  const { position, stream, sequence, source, id, type, subject, known_on: knownOn, recorded_at: recordedAt } = row;
  const data = JSON.parse(row.data) as EventData;
  const event = { position, stream, sequence, source, id, type, subject, data, knownOn, recordedAt };
  return row.attributes === null ? event : { ...event, attributes: parseAttributes(row.attributes) };
}
