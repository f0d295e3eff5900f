import type { Topics } from '@muster/contracts';
import { isSaidStream, type EventKind } from '@muster/event-log';

/** The topic of each kind of event that the relay publishes. */
export function topicOf({ facts, alerts, reports }: Topics, kind: EventKind): string {
  switch (kind) {
    case 'facts':
      return facts;
    case 'sayings':
      return alerts;
    case 'reports':
      return reports;
    default:
      return kind satisfies never;
  }
}

export const publishedKinds: readonly EventKind[] = ['facts', 'sayings', 'reports'];

/** Where the events of a stream travel; whoever has the first of these looks after the stream. */
export const topicsOfStream = ({ facts, alerts, reports }: Topics, stream: string): readonly [string, ...string[]] =>
  isSaidStream(stream) ? [alerts, reports] : [facts];
