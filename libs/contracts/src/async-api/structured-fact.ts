import { z } from 'zod';
import { factNames } from '../schemas/fact-schemas.js';
import { eventId, missionPattern, uriReference } from '../schemas/fields.js';

/** A fact as `application/cloudevents+json`: the attributes beside the data, whose own schema goes by the type. */
export const structuredFact = z.looseObject({
  specversion: z.literal('1.0'),
  source: uriReference,
  id: eventId,
  type: z.enum(factNames.map((name) => `muster.${name}`)),
  subject: z.string().regex(missionPattern),
  time: z.iso.datetime({ offset: true }).optional(),
  traceparent: z.string().optional(),
  datacontenttype: z.literal('application/json').optional(),
  dataschema: uriReference.optional(),
  data: z.looseObject({}),
});
