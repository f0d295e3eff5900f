import { Curve, type Step } from '../curve.js';
import type { Day } from '../day.js';
import type { FactOf } from '../facts.js';
import type { Reading } from '../reading.js';
import { requirementOn, requirementsFor, type Requirement } from './requirement.js';

type PartnerFact = FactOf<'PartnerSupportStarted'> | FactOf<'PartnerSupportEnded'>;

/** Units of another security actor that a need rests on. They are no part of the mission and enter none of its figures. */
export interface PartnerSupport {
  readonly kind: 'partner';
  /** The partner's name. */
  readonly name: string;
  readonly units: number;
  /** The last day, where the partner has said it. */
  readonly until?: Day;
  readonly fact: FactOf<'PartnerSupportStarted'>;
}

/** What partners bring, as each day's own facts tell it; whether it has run out by the calendar is another question. */
const partnerSupports = (reading: Reading): Curve<readonly PartnerSupport[]> =>
  reading.once('partner supports', () => {
    let supports: readonly PartnerSupport[] = [];
    const steps = reading
      .everValid<PartnerFact>('partners')
      .map((fact): Step<readonly PartnerSupport[]> => [fact.data.on, (supports = after(supports, fact))]);
    return Curve.of(steps, []);
  });

/** A partner that speaks of the same need again replaces what it said; its end is that of all that it does for the capability. */
function after(supports: readonly PartnerSupport[], fact: PartnerFact): readonly PartnerSupport[] {
  const { partner, capability } = fact.data;
  const isOther = ({ fact: { data } }: PartnerSupport): boolean => data.partner !== partner || data.capability !== capability;
  if (fact.type === 'PartnerSupportEnded') return supports.filter(isOther);
  const { units, until, requirement } = fact.data;
  const others = supports.filter((support) => isOther(support) || support.fact.data.requirement !== requirement);
  return [...others, { kind: 'partner', name: partner, units, ...(until && { until }), fact }];
}

/** What the partners bring to the need: named for it, or to its capability where it is the oldest need that stands. */
export function supportOf(reading: Reading, { data }: Requirement, day: Day): readonly PartnerSupport[] {
  const oldest = requirementsFor(reading, data.capability, day)[0]?.data.requirement;
  return partnerSupports(reading)
    .at(day)
    .filter(({ fact: { data: support } }) => {
      const named = support.requirement !== undefined && requirementOn(reading, support.requirement, day) !== undefined;
      if (named) return support.requirement === data.requirement;
      return support.capability === data.capability && oldest === data.requirement;
    });
}

export const isSupporting = ({ until }: PartnerSupport, day: Day): boolean => until === undefined || day <= until;

/** The last fact of the partner about the capability on or before the day. */
export const lastPartnerFact = (reading: Reading, { fact }: PartnerSupport, day: Day): PartnerFact =>
  reading
    .everValid<PartnerFact>('partners')
    .findLast(({ data }) => data.on <= day && data.partner === fact.data.partner && data.capability === fact.data.capability)!;

/** Days on which a partner says something, and last days that it names. */
export const partnerDays = (reading: Reading): { readonly said: readonly Day[]; readonly until: readonly Day[] } => {
  const facts = reading.everValid<PartnerFact>('partners');
  return {
    said: facts.map(({ data }) => data.on),
    until: facts.flatMap((fact) => (fact.type === 'PartnerSupportStarted' ? (fact.data.until ?? []) : [])),
  };
};
