import { Curve } from '../curve.js';
import type { Day } from '../day.js';
import type { FactOf } from '../facts.js';
import { historyOf } from '../ledger/history-of.js';
import type { EveryDay } from '../reading.js';

export type Requirement = FactOf<'RequirementStated'>;
type RequirementFact = Requirement | FactOf<'RequirementWithdrawn'>;

/** What the requirement is on each day, as the day's own facts tell it: stated, withdrawn, or not stated yet. */
export const requirementHistory = (reading: EveryDay, requirement: string): Curve<RequirementFact | undefined> =>
  historyOf<RequirementFact | undefined, RequirementFact>(reading, {
    what: 'requirement history',
    series: `requirement/${requirement}`,
    before: undefined,
    after: (_before, fact) => fact,
  });

/** The requirement as it stands on the day, or undefined where it is not stated or withdrawn. */
export function requirementOn(reading: EveryDay, requirement: string, day: Day): Requirement | undefined {
  const fact = requirementHistory(reading, requirement).at(day);
  return fact?.type === 'RequirementStated' ? fact : undefined;
}

/** Every requirement that was ever stated. */
export const requirementNames = ({ whole: reading }: EveryDay): readonly string[] =>
  reading.once('requirement names', () =>
    reading
      .ids('requirement')
      .filter((name) => requirementHistory(reading, name).steps.some(([, fact]) => fact?.type === 'RequirementStated')),
  );

/** The requirements of a capability that stand, the oldest need first: that is the order in which free units meet them. */
export const requirementsOf = ({ whole: reading }: EveryDay, capability: string): Curve<readonly Requirement[]> =>
  reading.byDay<Curve<readonly Requirement[]>>('requirements of', capability, (kept) =>
    Curve.combine(
      requirementNames(reading)
        .map((name) => requirementHistory(reading, name))
        .filter(({ steps }) => steps.some(([, fact]) => isStated(fact, capability))),
      (facts) => facts.filter((fact) => isStated(fact, capability)).sort(oldestFirst),
      kept,
    ),
  );

const isStated = (fact: RequirementFact | undefined, capability: string): fact is Requirement =>
  fact?.type === 'RequirementStated' && fact.data.capability === capability;

const oldestFirst = ({ data: a }: Requirement, { data: b }: Requirement): number =>
  compare(a.requiredBy, b.requiredBy) || compare(a.requirement, b.requirement);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
