import { isEnded, mandate, mandateDays } from '../mandate/mandate.js';
import type { EveryDay } from '../reading.js';
import type { Condition, Look } from './rule.js';

export const mandateHasEnded: Condition = { kind: 'ended', reason: 'the mandate has ended' };

/** A look at what is wanted for the mandate's sake: with the mandate it is over, and with a renewal it is wanted again. */
export function whileMandated(reading: EveryDay, look: Look): Look {
  const decided = mandate(reading);
  if (decided.steps.every(([, fact]) => fact?.type !== 'MandateEnded')) return look;
  return {
    ...look,
    days: (from) => [...look.days(from), ...mandateDays(reading)],
    conditionOn: (day) => (isEnded(decided.at(day), day) ? mandateHasEnded : look.conditionOn(day)),
  };
}
