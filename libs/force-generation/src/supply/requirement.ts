import { Curve, lastIndexUpTo, type Step } from '../curve.js';
import type { Day } from '../day.js';
import type { FactOf } from '../facts.js';
import type { Reading } from '../reading.js';

export type Requirement = FactOf<'RequirementStated'>;
type RequirementFact = Requirement | FactOf<'RequirementWithdrawn'>;

/** What the requirement is on each day, as the day's own facts tell it: stated, withdrawn, or not stated yet. */
export const requirementHistory = (reading: Reading, requirement: string): Curve<RequirementFact | undefined> =>
  reading.onceOf('requirement history', requirement, () =>
    Curve.of(
      reading
        .everValid<RequirementFact>(`requirement/${requirement}`)
        .map((fact): Step<RequirementFact | undefined> => [fact.data.on, fact]),
      undefined,
    ),
  );

/** The requirement as it stands on the day, or undefined where it is not stated or withdrawn. */
export function requirementOn(reading: Reading, requirement: string, day: Day): Requirement | undefined {
  const fact = requirementHistory(reading, requirement).at(day);
  return fact?.type === 'RequirementStated' ? fact : undefined;
}

export const requirementNames = (reading: Reading): readonly string[] =>
  reading
    .ids('requirement')
    .filter((name) => reading.facts(`requirement/${name}`).some(({ type }) => type === 'RequirementStated'));

/** The requirements of a capability that stand on the day, the oldest need first: that is the order in which free units meet them. */
export const requirementsFor = (reading: Reading, capability: string, day: Day): readonly Requirement[] => {
  const byDay = reading.onceOf('requirements for', capability, () => requirementSets(reading, capability));
  return byDay[lastIndexUpTo(byDay, day, ([from]) => from)]?.[1] ?? [];
};

function requirementSets(reading: Reading, capability: string): readonly Step<readonly Requirement[]>[] {
  const histories = requirementNames(reading)
    .map((name) => requirementHistory(reading, name))
    .filter(({ steps }) => steps.some(([, fact]) => fact?.type === 'RequirementStated' && fact.data.capability === capability));
  const days = [...new Set(histories.flatMap(({ steps }) => steps.map(([day]) => day)))].sort();
  return days.map((day) => [
    day,
    histories
      .map((history) => history.at(day))
      .filter((fact): fact is Requirement => fact?.type === 'RequirementStated' && fact.data.capability === capability)
      .sort((a, b) => compare(a.data.requiredBy, b.data.requiredBy) || compare(a.data.requirement, b.data.requirement)),
  ]);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
