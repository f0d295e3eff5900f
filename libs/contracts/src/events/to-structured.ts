import type { CloudEvent } from '../cloud-event.js';

/** A CloudEvent 1.0 in the JSON format's structured mode, extensions beside the other attributes. */
export interface StructuredEvent {
  readonly specversion: '1.0';
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly data: CloudEvent['data'];
  readonly [attribute: string]: unknown;
}

/** An event as it goes out: what `parseEvent` read, in the form in which it reads it. */
export const toStructured = ({ source, id, type, subject, data, attributes }: CloudEvent): StructuredEvent => ({
  ...attributes,
  specversion: '1.0',
  source,
  id,
  type,
  subject,
  data,
});
