import { Curve, type Step } from '../curve.js';
import { addDays, daysInOrder, type Day } from '../day.js';
import type { FactOf } from '../facts.js';
import type { EveryDay } from '../reading.js';

export type PartnerSupport = FactOf<'PartnerSupportStarted'>;
type PartnerFact = PartnerSupport | FactOf<'PartnerSupportEnded'>;

/**
 * The partners that stand in for the capability as a step function of the day: each as it was last told, until its last day or its
 * end. In the order of their names.
 */
export const partnersFor = (reading: EveryDay, capability: string): Curve<readonly PartnerSupport[]> =>
  reading.onceOf('partners for', capability, () => {
    const told = reading.everValid<PartnerFact>('partners').filter(({ data }) => data.capability === capability);
    const days = told.flatMap((fact) => [fact.data.on, ...(isLimited(fact) ? [addDays(fact.data.until!, 1)] : [])]);
    const onDay = (day: Day): Step<readonly PartnerSupport[]> => [day, supportingOn(told, day)];
    return Curve.of(daysInOrder(days).map(onDay), []);
  });

const isLimited = (fact: PartnerFact): fact is PartnerSupport =>
  fact.type === 'PartnerSupportStarted' && fact.data.until !== undefined;

function supportingOn(told: readonly PartnerFact[], day: Day): readonly PartnerSupport[] {
  const last = new Map<string, PartnerFact>();
  for (const fact of told) if (fact.data.on <= day) last.set(fact.data.partner, fact);
  const supporting = [...last.values()].filter(
    (fact): fact is PartnerSupport =>
      fact.type === 'PartnerSupportStarted' && (fact.data.until === undefined || day <= fact.data.until),
  );
  return supporting.sort((a, b) => (a.data.partner < b.data.partner ? -1 : 1));
}
