import { dataschemaOf, type CloudEvent, type EventData, type SaidAlert } from '@muster/contracts';
import type { RecordedEvent } from '@muster/event-log';
import type { Saying, SayingName } from '@muster/force-generation';

const source = '/muster/assessor';

/** How a saying travels: the alert with what it was before and what made the difference. */
export function sayingEvent({ name, alert, ...said }: Saying): CloudEvent {
  const data: SaidAlert = { ...alert, ...said };
  return {
    source,
    id: `${alert.key}#${said.revision}`,
    type: `muster.${name}`,
    subject: alert.mission,
    data: data as unknown as EventData,
    attributes: { dataschema: dataschemaOf(name), datacontenttype: 'application/json' },
  };
}

/** The saying that a recorded event is. */
export function sayingOf({ type, data }: RecordedEvent): Saying {
  const { on, revision, upTo, causes, previous, resolution, ...alert } = data as unknown as SaidAlert;
  const name = type.replace(/^muster\./, '') as SayingName;
  return { name, on, revision, upTo, causes, alert, ...(previous && { previous }), ...(resolution && { resolution }) };
}
