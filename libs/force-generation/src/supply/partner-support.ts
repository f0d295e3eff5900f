import type { Curve } from '../curve.js';
import { addDays, earlierOf, type Day } from '../day.js';
import type { FactOf } from '../facts.js';
import { historyOf } from '../ledger/history-of.js';
import type { EveryDay } from '../reading.js';
import { requirementHistory, requirementOn, requirementsOf, type Requirement } from './requirement.js';

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
const partnerSupports = (reading: EveryDay): Curve<readonly PartnerSupport[]> =>
  historyOf<readonly PartnerSupport[], PartnerFact>(reading, {
    what: 'partner supports',
    series: 'partners',
    before: nobody,
    after,
  });

const nobody: readonly PartnerSupport[] = [];

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
export function supportOf(reading: EveryDay, { data }: Requirement, day: Day): readonly PartnerSupport[] {
  const supports = partnerSupports(reading).at(day);
  if (supports.length === 0) return supports;
  const oldest = requirementsOf(reading, data.capability).at(day)[0]?.data.requirement;
  return supports.filter(({ fact: { data: support } }) => {
    const named = needNamedBy(reading, support, day);
    if (named !== undefined) return named.data.requirement === data.requirement;
    return support.capability === data.capability && oldest === data.requirement;
  });
}

/** The need that the partner names, while it stands and asks for what the partner brings; else its units are free, as the mission's own are. */
export function needNamedBy(
  reading: EveryDay,
  { capability, requirement }: PartnerSupport['fact']['data'],
  day: Day,
): Requirement | undefined {
  const need = requirement === undefined ? undefined : requirementOn(reading, requirement, day);
  return need?.data.capability === capability ? need : undefined;
}

/** What stands in for the mission on the day: EUTM, Barkhane and the joint force of the G5 Sahel beside MINUSMA (S/RES/2364 (2017)). */
export const partnersOn = (reading: EveryDay, day: Day): readonly PartnerSupport[] =>
  partnerSupports(reading)
    .at(day)
    .filter((support) => isSupporting(support, day));

/** The partners that stand in for the capability on the day, whichever need they name. */
export const partnersFor = (reading: EveryDay, capability: string, day: Day): readonly PartnerSupport[] =>
  partnersOn(reading, day).filter(({ fact }) => fact.data.capability === capability);

export const isSupporting = ({ until }: PartnerSupport, day: Day): boolean => until === undefined || day <= until;

/** Whether it is still there on a day, past or ahead, as today knows it: whichever need it is counted for. */
export const goesOn = (reading: EveryDay, { fact }: PartnerSupport, { today, day }: { today: Day; day: Day }): boolean =>
  partnerSupports(reading)
    .at(earlierOf(today, day))
    .some((support) => support.fact === fact && isSupporting(support, day));

/** The last fact of the partner about the capability on or before the day. */
export const lastPartnerFact = (reading: EveryDay, { fact }: PartnerSupport, day: Day): PartnerFact =>
  reading
    .everValid<PartnerFact>('partners')
    .findLast(({ data }) => data.on <= day && data.partner === fact.data.partner && data.capability === fact.data.capability)!;

/** Days on which a partner says something, and on which the needs that it names may change. */
export const partnerDays = (reading: EveryDay): readonly Day[] =>
  reading
    .everValid<PartnerFact>('partners')
    .flatMap((fact) => [fact.data.on, ...(fact.type === 'PartnerSupportStarted' ? namedDays(reading, fact.data) : [])]);

const namedDays = (reading: EveryDay, { requirement }: PartnerSupport['fact']['data']): readonly Day[] =>
  requirement === undefined ? [] : requirementHistory(reading, requirement).steps.map(([on]) => on);

/** The first days without a partner that said how long it stays. */
export const partnersGoneOn = (reading: EveryDay): readonly Day[] =>
  reading
    .everValid<PartnerFact>('partners')
    .flatMap((fact) =>
      fact.type === 'PartnerSupportStarted' && fact.data.until !== undefined ? [addDays(fact.data.until, 1)] : [],
    );
