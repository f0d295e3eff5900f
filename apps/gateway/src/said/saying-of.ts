import type { SaidAlert } from '@muster/contracts';
import type { RecordedEvent } from '@muster/event-log';
import type { Saying, SayingName } from '@muster/force-generation';

/** The saying that a recorded event is. */
export function sayingOf({ type, data }: RecordedEvent): Saying {
  const { on, revision, upTo, causes, previous, resolution, ...alert } = data as unknown as SaidAlert;
  const name = type.replace(/^muster\./, '') as SayingName;
  return { name, on, revision, upTo, causes, alert, ...(previous && { previous }), ...(resolution && { resolution }) };
}
