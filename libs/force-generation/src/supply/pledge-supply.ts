import type { Curve } from '../curve.js';
import { goingOnFrom, type EveryDay } from '../reading.js';
import { pledgeHistory, type PledgeState } from './pledge-history.js';
import type { SupplyItem } from './supply-item.js';

/** What of the pledge has no unit of its own yet: committed once an agreement is signed, else pledged while it is valid. */
export const pledgeSupply = (reading: EveryDay, pledge: string): Curve<readonly SupplyItem[]> =>
  reading.byDay<Curve<readonly SupplyItem[]>>('pledge supply', pledge, (kept) =>
    pledgeHistory(reading, pledge).map((state) => itemsOf(reading, state), goingOnFrom(reading, kept)),
  );

const nothing: readonly SupplyItem[] = [];

function itemsOf(reading: EveryDay, state: PledgeState): readonly SupplyItem[] {
  const { terms, selected, registered, agreement, pledge } = state;
  if (terms === undefined || state.withdrawn !== undefined || state.decision?.data.decision === 'declined') return nothing;
  if (selected === undefined && registered?.subject !== reading.mission) return nothing;
  const units = terms.units - state.units.length;
  if (units <= 0) return nothing;
  const { contributor, component, capability, availableFrom, validUntil } = terms;
  const item: SupplyItem = {
    strength: agreement === undefined ? 'pledged' : 'committed',
    kind: 'pledge',
    name: pledge,
    contributor,
    component,
    capability,
    ...(selected && { requirement: selected.data.requirement }),
    units,
    personnel: units === terms.units ? terms.personnel : units * eachOf(terms.personnel, terms.units),
    startsOn: availableFrom,
    ...(agreement === undefined && { validUntil }),
    facts: [registered, selected, agreement].filter((fact) => fact !== undefined),
  };
  return [item];
}

/** Persons of one unit out of several, to the nearest whole number. */
export const eachOf = (personnel: number, units: number): number => Math.floor((2 * personnel + units) / (2 * units));
