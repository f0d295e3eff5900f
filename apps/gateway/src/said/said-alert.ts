import type { SaidAlert as RecordedSaying } from '@muster/contracts';
import type { RecordedEvent } from '@muster/event-log';
import type { Alert, Resolution } from '@muster/force-generation';

/** An alert as it was last said; one that was resolved shows when and why. */
export type SaidAlert = Omit<Alert, 'state'> & {
  readonly state: Alert['state'] | 'resolved';
  readonly resolvedOn?: string;
  readonly resolution?: Resolution;
  readonly revision: number;
  readonly upTo: number;
};

export interface LastSaid {
  readonly alert: SaidAlert;
  /** Of the saying. */
  readonly position: number;
}

export function lastSaidOf({ type, position, data }: RecordedEvent): LastSaid {
  const { on, revision, upTo, causes: _causes, previous: _previous, resolution, ...alert } = data as unknown as RecordedSaying;
  if (type !== 'muster.AlertResolved') return { position, alert: { ...alert, revision, upTo } };
  const ended = { state: 'resolved', resolvedOn: on, ...(resolution && { resolution }) } as const;
  return { position, alert: { ...alert, ...ended, revision, upTo } };
}

export const isOpen = ({ alert }: LastSaid): boolean => alert.state !== 'resolved';
