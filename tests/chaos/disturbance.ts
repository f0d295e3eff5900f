import type { ServiceName } from '../distributed/service-process.js';

/** What is done to a running landscape; which of several services it hits is drawn as a share of them. */
export type Disturbance =
  | {
      readonly what: 'kill' | 'terminate' | 'pause';
      readonly service: ServiceName;
      readonly which: number;
      readonly downFor: number;
    }
  | { readonly what: 'join' | 'leave' }
  | { readonly what: 'stop broker' | 'kill broker' | 'restart postgres'; readonly downFor: number }
  | { readonly what: 'empty topics' }
  | { readonly what: 'poison' }
  | { readonly what: 'turn the day'; readonly day: string };

export interface Planned {
  /** Milliseconds from the beginning. */
  readonly at: number;
  readonly disturbance: Disturbance;
}

export function disturbanceText({ at, disturbance }: Planned): string {
  const when = `${(at / 1000).toFixed(1)} s`;
  const service = 'service' in disturbance ? ` ${disturbance.service}` : '';
  const downFor = 'downFor' in disturbance ? ` for ${(disturbance.downFor / 1000).toFixed(1)} s` : '';
  const day = 'day' in disturbance ? ` to ${disturbance.day}` : '';
  return `${when}: ${disturbance.what}${service}${downFor}${day}`;
}
