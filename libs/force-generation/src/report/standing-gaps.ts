import type { Day } from '../day.js';
import { mandate } from '../mandate/mandate.js';
import type { RuleName } from '../policy.js';
import type { Reading } from '../reading.js';
import type { AlertLine } from './alert-lines.js';

/** What member states can fill: what a resolution's call on them would name. */
const filledByMemberStates: ReadonlySet<RuleName> = new Set<RuleName>([
  'ceiling-shortfall',
  'authorized-not-deployed',
  'capability-gap',
  'unit-understrength',
  'equipment-shortfall',
  'deployment-overdue',
  'hand-over-gap',
  'women-below-target',
]);

/** The gaps that stood when the mandate was last renewed and still stand. */
export interface StandingGaps {
  /** Null where no renewal is recorded. */
  readonly renewedOn: Day | null;
  readonly resolution: string | null;
  readonly until: Day | null;
  readonly gaps: readonly AlertLine[];
  readonly facts: readonly number[];
}

export function standingGaps(reading: Reading, open: readonly AlertLine[]): StandingGaps {
  const renewal = [...mandate(reading).stepsBack(reading.today)].find(([, fact]) => fact?.type === 'MandateRenewed')?.[1];
  if (renewal?.type !== 'MandateRenewed') return { renewedOn: null, resolution: null, until: null, gaps: [], facts: [] };
  const { on, resolution, until } = renewal.data;
  const gaps = open.filter(({ rule, since }) => since <= on && filledByMemberStates.has(rule));
  return { renewedOn: on, resolution, until, gaps, facts: [renewal.position] };
}
