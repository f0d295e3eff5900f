import type { Day } from '../day.js';
import type { PledgeTerms } from '../facts.js';
import type { Reading } from '../reading.js';
import { eachOf } from './pledge-supply.js';
import type { Requirement } from './requirement.js';

/** One thing of a requirement that a pledge does not meet. */
export type Miss =
  | { readonly miss: 'capability'; readonly required: string; readonly offered: string }
  | { readonly miss: 'units'; readonly required: number; readonly offered: number }
  /** Persons of each unit, to the nearest whole number. */
  | { readonly miss: 'personnel'; readonly required: number; readonly offered: number }
  /** Pieces for as many units as are offered. */
  | { readonly miss: 'equipment'; readonly type: string; readonly required: number; readonly offered: number }
  | { readonly miss: 'caveat'; readonly condition: string }
  | { readonly miss: 'day'; readonly required: Day; readonly offered: Day };

export type Offer = Omit<PledgeTerms, 'validUntil' | 'level' | 'responseDays' | 'contributor'>;

/**
 * What of the requirement the offer does not meet; nothing where it fits. Pledges that do not fit the need are the common complaint
 * (FOI, 2014; IPI, 2013): a near miss is worth a call, so each miss is named and none hides another.
 */
export function missesOf(reading: Reading, offer: Offer, { data: need }: Requirement): readonly Miss[] {
  return [
    ...(offer.capability === need.capability
      ? []
      : [{ miss: 'capability', required: need.capability, offered: offer.capability } as const]),
    ...(offer.units >= need.units ? [] : [{ miss: 'units', required: need.units, offered: offer.units } as const]),
    ...missingPersonnel(reading, offer, need),
    ...missingEquipment(offer, need),
    ...(offer.caveats ?? [])
      .filter((condition) => need.conditions?.includes(condition))
      .map((condition) => ({ miss: 'caveat', condition }) as const),
    ...(offer.availableFrom <= need.requiredBy
      ? []
      : [{ miss: 'day', required: need.requiredBy, offered: offer.availableFrom } as const]),
  ];
}

type Need = Requirement['data'];

/** Nine persons in ten are enough, unit by unit, as they are for the requirement. */
function missingPersonnel(reading: Reading, offer: Offer, need: Need): Miss[] {
  const { personnelPercent } = reading.policy.table.rules['capability-gap'];
  if (100 * offer.personnel * need.units >= personnelPercent * need.personnel * offer.units) return [];
  return [
    {
      miss: 'personnel',
      required: eachOf(need.personnel, need.units),
      offered: eachOf(offer.personnel, offer.units),
    },
  ];
}

/** A list that is not there offers nothing: below level 1 the lists are incomplete (PCRS Guidelines 2019.01). */
const missingEquipment = (offer: Offer, need: Need): Miss[] =>
  (need.equipment ?? []).flatMap(({ type, required: ofAll }): Miss[] => {
    const required = Math.ceil((ofAll * Math.min(offer.units, need.units)) / need.units);
    const offered = offer.equipment?.find((item) => item.type === type)?.required ?? 0;
    return offered >= required ? [] : [{ miss: 'equipment', type, required, offered }];
  });
