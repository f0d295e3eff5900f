import type { Batch, RecordedEvent } from '@muster/event-log';
import type { Cursors } from '@muster/postgres';

/** Hands a batch over once, as a service does, and tells of what took effect: of work that was thrown away nothing stays. */
export async function takingEffect(
  cursors: Cursors,
  reader: string,
  { stream, events }: Pick<Batch, 'stream' | 'events'>,
  took: (events: readonly RecordedEvent[]) => void,
): Promise<void> {
  let pending: readonly RecordedEvent[] = [];
  // Whatever work came before this one was committed.
  const work = async (_tx: unknown, fresh: readonly RecordedEvent[]): Promise<void> => {
    took(pending);
    pending = fresh;
  };
  await cursors.once(reader, stream, events, work);
  took(pending);
}
