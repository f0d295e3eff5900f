import { inOrder } from './cross-field.js';
import { fact } from './fact.js';
import { capability, day, id, unitCount } from './fields.js';

/** Forces beside the mission that carry one of its capabilities: EUTM, Barkhane. */
export const partnerFacts = {
  PartnerSupportStarted: fact(
    { partner: id, capability, requirement: id.optional(), units: unitCount, until: day.optional() },
    inOrder('on', 'until'),
  ),
  PartnerSupportEnded: fact({ partner: id, capability }),
};
