import type { FactName } from '@muster/force-generation';
import type { CloudEvent, EventData } from '../cloud-event.js';
import { dataschemaOf } from '../schemas/json-schema.js';

/** The event for a fact that Muster read out of a file. */
export const fileEvent = (
  name: FactName,
  { source, id, subject, data }: Pick<CloudEvent, 'source' | 'id' | 'subject'> & { data: EventData },
): CloudEvent => ({
  source,
  id,
  type: `muster.${name}`,
  subject,
  data,
  attributes: { dataschema: dataschemaOf(name), datacontenttype: 'application/json' },
});
