import type { Day } from '../day.js';
import type { FactOf } from '../facts.js';
import type { Reading } from '../reading.js';

export type PartnerSupport = FactOf<'PartnerSupportStarted'>;
type PartnerFact = PartnerSupport | FactOf<'PartnerSupportEnded'>;

const subjectOf = ({ data }: PartnerFact): string => `${data.partner} ${data.capability}`;

/**
 * The forces beside the mission that stand in for a capability on the day, in the order in which they began: EUTM, Barkhane and the
 * joint force of the G5 Sahel beside MINUSMA (S/RES/2364 (2017)). Of one partner and capability the last telling speaks.
 */
export function partnersOn(reading: Reading, day: Day): readonly PartnerSupport[] {
  const told = new Map<string, PartnerFact>();
  for (const fact of reading.everValid<PartnerFact>('partners')) if (fact.data.on <= day) told.set(subjectOf(fact), fact);
  return [...told.values()].filter(
    (fact): fact is PartnerSupport =>
      fact.type === 'PartnerSupportStarted' && (fact.data.until === undefined || day <= fact.data.until),
  );
}
