import type { Saying, SayingName } from '@muster/force-generation';
import type { CloudEvent } from '../cloud-event.js';
import type { SaidAlert } from '../schemas/own-schemas.js';

/** The saying that an event of the log is. */
export function sayingOf({ type, data }: Pick<CloudEvent, 'type' | 'data'>): Saying {
  const { on, revision, upTo, causes, previous, resolution, ...alert } = data as unknown as SaidAlert;
  const name = type.replace(/^muster\./, '') as SayingName;
  return { name, on, revision, upTo, causes, alert, ...(previous && { previous }), ...(resolution && { resolution }) };
}
