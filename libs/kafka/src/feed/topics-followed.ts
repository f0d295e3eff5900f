import type { Topics } from '@muster/contracts';
import type { Subscription } from '@muster/event-log';

export function topicsFollowed({ facts, alerts, reports }: Topics, streams: Subscription['streams']): readonly string[] {
  switch (streams) {
    case 'facts':
      return [facts];
    case 'said':
      return [alerts, reports];
    case 'both':
      return [facts, alerts, reports];
    default:
      return streams satisfies never;
  }
}
