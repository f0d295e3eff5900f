import type { CloudEvent } from '@muster/contracts';
import { missionOf, saidStream, type RecordedEvent } from '@muster/event-log';
import type { IHeaders, Message } from 'kafkajs';

/** Sequences sort as text, as the extension of CloudEvents has it. */
const sequenceDigits = 12;

/** Attributes that the wire adds, or that have a place of their own in an event. */
const ofTheWire: ReadonlySet<string> = new Set([
  'specversion',
  'source',
  'id',
  'type',
  'subject',
  'recordedtime',
  'sequence',
  'position',
  'partitionkey',
]);

const headersOfTheWire: ReadonlySet<string> = new Set([...ofTheWire].map((name) => `ce_${name}`));

/**
 * The attributes as they were sent, as JSON: headers are text, and the content type is told in any case, so that 7 and "7", or an
 * event with and one without a content type, could not be told apart. Only there where the other headers do not say it all.
 */
const exactAttributes = 'muster_attributes';
const reference = 'ce_dataref';

/** As Kafka gives it back. */
export interface ReceivedMessage {
  readonly headers?: IHeaders;
  readonly value: Buffer | null;
}

type Attributes = NonNullable<CloudEvent['attributes']>;

/** A recorded event as the relay publishes it: CloudEvents 1.0 in Kafka's binary mode, the mission as key. */
export function publishedMessage(event: RecordedEvent): Message {
  const { attributes } = event;
  const headers: Record<string, string> = { ...sentHeaders(attributes ?? {}), ...recordedHeaders(event) };
  const isExact = attributes !== undefined && 'datacontenttype' in attributes && readsBack(attributes);
  if (!isExact) headers[exactAttributes] = attributes === undefined ? '' : JSON.stringify(attributes);
  return { key: missionOf(event.stream), value: JSON.stringify(event.data), headers };
}

/**
 * What stands for an event that the broker takes no message of: it has no value, and `dataref` (an extension of CloudEvents, the
 * claim check) names the door of the gateway that gives the event.
 */
export function referenceMessage(event: RecordedEvent): Message {
  const headers = { ...recordedHeaders(event), [reference]: `/api/facts/${event.position}` };
  return { key: missionOf(event.stream), value: null, headers };
}

/** Where the log holds what a message stands for; undefined of one that holds it itself, or is none of the relay's. */
export function referredPosition({ headers = {}, value }: ReceivedMessage): number | undefined {
  if (value !== null || headers[reference] === undefined) return undefined;
  const position = headerText(headers, 'ce_position') ?? '';
  return positionPattern.test(position) ? Number(position) : undefined;
}

const recordedHeaders = (event: RecordedEvent): Record<string, string> => ({
  ce_specversion: '1.0',
  ce_source: event.source,
  ce_id: event.id,
  ce_type: event.type,
  ce_subject: event.subject,
  ce_recordedtime: event.recordedAt,
  ce_sequence: String(event.sequence).padStart(sequenceDigits, '0'),
  ce_position: String(event.position),
  ce_partitionkey: missionOf(event.stream),
});

const readsBack = (attributes: Attributes): boolean =>
  Object.entries(attributes).every(([name, value]) => typeof value === 'string' && !ofTheWire.has(name));

function sentHeaders(attributes: Attributes): Record<string, string> {
  const sent = Object.entries({ datacontenttype: 'application/json', ...attributes });
  return Object.fromEntries(
    sent.map(([name, value]) => [name === 'datacontenttype' ? 'content-type' : `ce_${name}`, String(value)]),
  );
}

const positionPattern = /^\d{1,15}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** A message that the relay has published, as the log holds it; throws, in words, at any other. */
export function recordedEventOf({ headers = {}, value }: ReceivedMessage, isSaid: boolean): RecordedEvent {
  const required = (name: string): string => {
    const text = headerText(headers, name);
    if (text === undefined) throw new Error(`it has no header ${name}`);
    return text;
  };
  const subject = required('ce_subject');
  const recordedAt = required('ce_recordedtime');
  if (!instant.test(recordedAt)) throw new Error(`its recordedtime is "${recordedAt}"`);
  if (value === null) throw new Error('it has no value');
  const data = JSON.parse(value.toString()) as RecordedEvent['data'];
  const attributes = attributesOf(headers);
  return {
    position: wholeNumber(required('ce_position')),
    stream: isSaid ? saidStream(subject) : subject,
    sequence: wholeNumber(required('ce_sequence')),
    source: required('ce_source'),
    id: required('ce_id'),
    type: required('ce_type'),
    subject,
    data,
    ...(attributes !== undefined && { attributes }),
    knownOn: data.publishedOn ?? recordedAt.slice(0, 10),
    recordedAt,
  };
}

function attributesOf(headers: IHeaders): Attributes | undefined {
  const exact = headerText(headers, exactAttributes);
  if (exact !== undefined) return exact === '' ? undefined : (JSON.parse(exact) as Attributes);
  const attributes: Record<string, string> = {};
  for (const header of Object.keys(headers)) {
    if (headersOfTheWire.has(header)) continue;
    const name = header === 'content-type' ? 'datacontenttype' : header.startsWith('ce_') ? header.slice(3) : undefined;
    if (name !== undefined) attributes[name] = headerText(headers, header) ?? '';
  }
  return attributes;
}

const headerText = (headers: IHeaders, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? undefined : value?.toString();
};

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!positionPattern.test(text) || number < 1) throw new Error(`"${text}" is no position`);
  return number;
}
