import { z } from 'zod';
import { eventId, missionPattern, uriReference } from '../schemas/fields.js';

/** Headers of CloudEvents 1.0 in binary mode on Kafka. Each is text, as Kafka has it: numbers are their decimal digits. */

const decimal = z.string().regex(/^[1-9]\d*$/);
const paddedDecimal = z.string().regex(/^\d{12}$/);
const instant = z.iso.datetime();
const subject = z.string().regex(missionPattern).describe('the mission by its acronym, or standby');
const traceparent = z
  .string()
  .regex(/^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}/)
  .describe('W3C Trace Context of the request that the event came with');

const attributes = {
  'content-type': z.literal('application/json'),
  ce_specversion: z.literal('1.0'),
  ce_source: uriReference,
  ce_id: eventId.describe('unique within the source'),
  ce_type: z.string().describe('muster.<name>'),
  ce_subject: subject,
  ce_time: z.iso.datetime({ offset: true }).optional(),
  ce_traceparent: traceparent.optional(),
};

/** What answers a message: no mission is sure of one that could not be taken. */
export const rejectionHeaders = z.looseObject({ ...attributes, ce_subject: subject.optional(), ce_dataschema: uriReference });

/** What another system sends. Further attributes are kept and travel on. */
export const inboundHeaders = z.looseObject({ ...attributes, ce_dataschema: uriReference.optional() });

/** What Muster sends: an event as the log holds it. */
export const recordedHeaders = z.looseObject({
  ...attributes,
  ce_dataschema: uriReference.optional().describe('door of the gateway that serves the schema of the data'),
  ce_recordedtime: instant.describe('when the log took it in'),
  ce_sequence: paddedDecimal.describe(
    '1, 2, 3 … within its stream, of which alerts and reports of a mission are one; so padded that it sorts as text',
  ),
  ce_position: decimal.describe('1, 2, 3 … over the whole log'),
  ce_partitionkey: subject,
  ce_dataref: uriReference
    .optional()
    .describe('door of the gateway that gives the event, where the broker takes no message of its size: there is no value then'),
  muster_attributes: z.string().optional().describe('JSON of the other attributes as they were sent, where text cannot tell'),
});
