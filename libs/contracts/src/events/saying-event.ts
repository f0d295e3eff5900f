import type { Saying } from '@muster/force-generation';
import type { CloudEvent, EventData } from '../cloud-event.js';
import { dataschemaOf } from '../schemas/json-schema.js';
import type { SaidAlert } from '../schemas/own-schemas.js';
import { inTrace } from './in-trace.js';

const source = '/muster/assessor';

/** How a saying travels: the alert with what it was before and what made the difference, in the trace of that where there is one. */
export function sayingEvent({ name, alert, ...said }: Saying, traceparent?: string): CloudEvent {
  const data: SaidAlert = { ...alert, ...said };
  const event = {
    source,
    id: `${alert.key}#${said.revision}`,
    type: `muster.${name}`,
    subject: alert.mission,
    data: data as unknown as EventData,
    attributes: { dataschema: dataschemaOf(name), datacontenttype: 'application/json' },
  };
  return inTrace(event, traceparent);
}
