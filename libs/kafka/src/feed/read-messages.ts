import type { RecordedEvent } from '@muster/event-log';
import type { Batch } from 'kafkajs';
import { recordedEventOf, referredPosition } from '../published-message.js';

/** An event that the broker takes no message of; the log holds it. */
export interface Elsewhere {
  readonly elsewhere: number;
}

export interface Read {
  readonly events: readonly (RecordedEvent | Elsewhere)[];
  /** Messages that are none of the relay's, and why. */
  readonly unreadable: readonly { readonly offset: string; readonly problem: string }[];
}

/** The recorded events of a batch of messages; what cannot be read stops nothing, since the log has it all. */
export function readMessages({ messages }: Pick<Batch, 'messages'>, isSaid: boolean): Read {
  const events: (RecordedEvent | Elsewhere)[] = [];
  const unreadable: { offset: string; problem: string }[] = [];
  for (const message of messages) {
    try {
      const elsewhere = referredPosition(message);
      events.push(elsewhere === undefined ? recordedEventOf(message, isSaid) : { elsewhere });
    } catch (cause) {
      unreadable.push({ offset: message.offset, problem: (cause as Error).message });
    }
  }
  return { events, unreadable };
}

/** What has been read need not live as long as it is being handled: a dozen buffers of each message. Its offsets stay. */
export function letGo({ messages }: Pick<Batch, 'messages'>): void {
  for (const message of messages) {
    message.key = null;
    message.value = null;
    message.headers = {};
  }
}

/** By stream: what follows on without a gap, each stretch by itself, since a topic may hold an event more than once. */
export function stretchesByStream(events: readonly RecordedEvent[]): Map<string, RecordedEvent[][]> {
  const streams = new Map<string, RecordedEvent[][]>();
  for (const event of events) {
    const stretches = streams.get(event.stream);
    const last = stretches?.at(-1);
    if (stretches === undefined) streams.set(event.stream, [[event]]);
    else if (last?.at(-1)?.sequence === event.sequence - 1) last.push(event);
    else stretches.push([event]);
  }
  return streams;
}
