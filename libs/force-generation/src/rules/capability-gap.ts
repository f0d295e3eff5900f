import type { Severity } from '../alert.js';
import { addDays, daysBetween, type Day } from '../day.js';
import { explainNeed } from '../explanation/explain-need.js';
import { capabilities, type Capability } from '../capability.js';
import { taskDays, taskHeldBack } from '../mandate/tasks.js';
import type { Reading } from '../reading.js';
import { isMet, supplyOfCapability } from '../supply/coverage.js';
import { outlook, type Outlook } from '../supply/outlook.js';
import { requirementHistory, requirementNames, requirementOn, type Requirement } from '../supply/requirement.js';
import { isLate, type SupplyItem } from '../supply/supply-item.js';
import { militaryOwner, policeOwner } from './line-rule.js';
import { raised } from './raised.js';
import type { Condition, Rule } from './rule.js';
import { oneStepUp } from './severity.js';
import { spansOn } from './spans.js';

/**
 * "The mission needs a unit that nobody has sent." MINUSMA's ceiling looked nearly full while helicopters, a convoy battalion and
 * counter-IED units had been missing for years (S/2016/1137): what is missing is weighed by how firmly it is promised.
 */
export const capabilityGap: Rule = {
  name: 'capability-gap',
  subjects: requirementNames,
  conditions: (reading, requirement) =>
    spansOn(days(reading, requirement), reading.today, (day) => condition(reading, requirement, day)),
  respond: (reading, requirement) => {
    const stated = requirementOn(reading, requirement, reading.today);
    const unit = capabilities[stated?.data.capability as Capability] ?? 'unit';
    return {
      action: `Find a contributor for the ${unit}, or bring the deployment forward`,
      owner: stated?.data.component === 'police' ? policeOwner : militaryOwner,
    };
  },
  tasks: (reading, requirement, day) => requirementOn(reading, requirement, day)?.data.tasks ?? [],
  explain: explainNeed,
};

function condition(reading: Reading, name: string, day: Day): Condition | undefined {
  const requirement = requirementOn(reading, name, day);
  if (requirement === undefined) return withdrawn(reading, name, day);
  const { lookAheadDays } = reading.policy.table.rules['capability-gap'];
  const { requiredBy } = requirement.data;
  const view = outlook(reading, requirement, day);
  const figures = figuresOf(requirement, view);
  const metInTime = day < requiredBy ? view.committed.metOn === requiredBy : isMet(reading, requirement, view.deployed);
  if (metInTime || day < addDays(requiredBy, -lookAheadDays)) return { kind: 'clear', figures };
  const { severity, reason } = unmet(reading, requirement, view);
  const baseSeverity = day > requiredBy ? oneStepUp(severity) : severity;
  const tasks = requirement.data.tasks ?? [];
  const task = taskHeldBack(reading, tasks, day);
  return {
    kind: 'gap',
    ...raised(reading, tasks, day, baseSeverity),
    figures,
    reason: overdue(view, day) ? `${reason}, overdue` : reason,
    ...(task && { task }),
    requiredBy,
  };
}

const withdrawn = (reading: Reading, name: string, day: Day): Condition | undefined =>
  requirementHistory(reading, name).at(day) === undefined
    ? undefined
    : { kind: 'ended', reason: 'the requirement was withdrawn' };

/** The part that is not met decides: a part that nobody has pledged is worse than one that comes late. */
function unmet(reading: Reading, { data }: Requirement, view: Outlook): { severity: Severity; reason: string } {
  const { lateDays } = reading.policy.table.rules['capability-gap'];
  if (view.committed.metOn !== undefined) {
    const late = daysBetween(data.requiredBy, view.committed.metOn) <= lateDays;
    return late
      ? { severity: 'watch', reason: 'committed, but late' }
      : { severity: 'warning', reason: 'committed, but much later' };
  }
  if (view.pledged.metOn !== undefined) return { severity: 'warning', reason: 'pledged only' };
  return {
    severity: 'critical',
    reason: view.pledged.coverage.units > 0 ? 'nobody has pledged all of it' : 'nobody has pledged it',
  };
}

const coming = (view: Outlook): readonly SupplyItem[] =>
  view.committed.coverage.items.filter(({ strength }) => strength === 'committed');

const overdue = (view: Outlook, day: Day): boolean => coming(view).some((item) => isLate(item, day));

/** No figure counts from today, else it would change at midnight: an overdue arrival keeps its planned day. */
function figuresOf({ data }: Requirement, view: Outlook) {
  const { deployed, committed, pledged } = view;
  const of = (count: 'units' | 'personnel') => ({
    required: data[count],
    deployed: deployed[count],
    committed: committed.coverage[count],
    pledged: pledged.coverage[count],
  });
  const arrivesOn = coming(view).reduce<Day | undefined>(
    (last, item) => (last === undefined || item.startsOn > last ? item.startsOn : last),
    undefined,
  );
  return { units: of('units'), personnel: of('personnel'), requiredBy: data.requiredBy, ...(arrivesOn && { arrivesOn }) };
}

function days(reading: Reading, name: string): Day[] {
  const { lookAheadDays, lateDays } = reading.policy.table.rules['capability-gap'];
  const found: Day[] = [];
  const capabilitiesAsked = new Set<string>();
  for (const [on, fact] of requirementHistory(reading, name).steps) {
    found.push(on);
    if (fact?.type !== 'RequirementStated') continue;
    const { requiredBy, capability, tasks } = fact.data;
    found.push(addDays(requiredBy, -lookAheadDays), requiredBy, addDays(requiredBy, 1), addDays(requiredBy, lateDays));
    found.push(...taskDays(reading, tasks ?? []));
    capabilitiesAsked.add(capability);
  }
  return [...found, ...[...capabilitiesAsked].flatMap((capability) => supplyDays(reading, capability))];
}

/** Days on which the capability's supply or the needs that share it may change. */
function supplyDays(reading: Reading, capability: string): Day[] {
  const supply = supplyOfCapability(reading, capability).flatMap(({ steps }) =>
    steps.flatMap(([on, items]) => [
      on,
      ...items.flatMap(({ startsOn, leavesOn, validUntil }) => [
        startsOn,
        addDays(startsOn, 1),
        ...(leavesOn === undefined ? [] : [leavesOn, addDays(leavesOn, 1)]),
        ...(validUntil === undefined ? [] : [addDays(validUntil, 1)]),
      ]),
    ]),
  );
  const needs = requirementNames(reading).flatMap((other) => requirementHistory(reading, other).steps.map(([on]) => on));
  return [...supply, ...needs];
}
