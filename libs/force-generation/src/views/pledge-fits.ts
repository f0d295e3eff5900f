import type { Day } from '../day.js';
import type { Reading } from '../reading.js';
import { balanceOf } from '../supply/coverage.js';
import { missesOf, type Miss, type Offer } from '../supply/misses-of.js';
import { outlook, type Outlook } from '../supply/outlook.js';
import { requirementOn, type Requirement } from '../supply/requirement.js';
import { unmetRequirements } from './describe-needs.js';

/** A requirement that a pledge is selected for, or could be, and what of it the pledge does not meet. */
export interface PledgeFit {
  readonly mission: string;
  readonly requirement: string;
  readonly location?: string;
  readonly capability: string;
  readonly requiredBy: Day;
  /** Nothing where the pledge fits. */
  readonly misses: readonly Miss[];
  /** What nobody has promised of the requirement; negative where more is promised than required. */
  readonly open: { readonly units: number; readonly personnel: number };
}

/** The requirement that the pledge is selected for; nothing where that does not stand. */
export function selectedFit(reading: Reading, requirement: string, offer: Offer): readonly PledgeFit[] {
  const fact = requirementOn(reading, requirement, reading.today);
  return fact === undefined
    ? []
    : [fitOf(reading, offer, fact, outlook(balanceOf(reading, fact.data.capability), fact, reading.today))];
}

/** The requirements of the offer's capability that nothing committed will meet, over the missions: the fewest misses first. */
export const possibleFits = (missions: readonly Reading[], offer: Offer): readonly PledgeFit[] =>
  missions
    .flatMap((reading) =>
      unmetRequirements(reading)
        .filter(({ fact, view }) => fact.data.capability === offer.capability && view.committed.metOn === undefined)
        .map(({ fact, view }) => fitOf(reading, offer, fact, view)),
    )
    .sort(
      (a, b) =>
        a.misses.length - b.misses.length ||
        compare(a.requiredBy, b.requiredBy) ||
        compare(a.mission, b.mission) ||
        compare(a.requirement, b.requirement),
    );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function fitOf(reading: Reading, offer: Offer, fact: Requirement, { pledged }: Outlook): PledgeFit {
  const { requirement, location, capability, requiredBy, units, personnel } = fact.data;
  const open = { units: units - pledged.coverage.units, personnel: personnel - pledged.coverage.personnel };
  const misses = missesOf(reading, offer, fact);
  return { mission: reading.mission, requirement, ...(location && { location }), capability, requiredBy, misses, open };
}
