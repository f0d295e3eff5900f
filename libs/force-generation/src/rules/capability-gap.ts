import type { Severity } from '../alert.js';
import { addDays, daysBetween, endOfTime, laterOf, type Day } from '../day.js';
import { explainNeed } from '../explanation/explain-need.js';
import { capabilities, type Capability } from '../capability.js';
import { taskDays, taskHeldBack } from '../mandate/tasks.js';
import type { EveryDay } from '../reading.js';
import { coverageOf, isMet, sourcesOfCapability, supplyOfCapability } from '../supply/coverage.js';
import { outlook, type Outlook } from '../supply/outlook.js';
import { requirementHistory, requirementNames, requirementOn, requirementsOf, type Requirement } from '../supply/requirement.js';
import { isLate, itemDays, type SupplyItem } from '../supply/supply-item.js';
import { militaryOwner, policeOwner } from './line-rule.js';
import { raised } from './raised.js';
import type { Condition, Rule } from './rule.js';
import { oneStepUp } from './severity.js';

/**
 * "The mission needs a unit that nobody has sent." MINUSMA's ceiling looked nearly full while helicopters, a convoy battalion and
 * counter-IED units had been missing for years (S/2016/1137): what is missing is weighed by how firmly it is promised.
 */
export const capabilityGap: Rule = {
  name: 'capability-gap',
  subjects: requirementNames,
  look: (reading, requirement) => ({
    days: () => days(reading, requirement),
    conditionOn: (day) => condition(reading, requirement, day),
  }),
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

function condition(reading: EveryDay, name: string, day: Day): Condition | undefined {
  const requirement = requirementOn(reading, name, day);
  if (requirement === undefined) return withdrawn(reading, name, day);
  const { requiredBy } = requirement.data;
  const { lookAheadDays } = reading.policy.table.rules['capability-gap'];
  return day < addDays(requiredBy, -lookAheadDays) || isMetInTime(reading, requirement, day)
    ? clear(reading, requirement, day)
    : gap(reading, requirement, day);
}

/** A need ahead by what is committed for its day, a need of today by what is deployed. */
function isMetInTime(reading: EveryDay, requirement: Requirement, today: Day): boolean {
  const { requiredBy, capability } = requirement.data;
  const asked = { today, day: laterOf(today, requiredBy), strength: today < requiredBy ? 'committed' : 'deployed' } as const;
  return isMet(reading, requirement, coverageOf(reading, requirement, supplyOfCapability(reading, capability).at(today), asked));
}

/** The figures are worked out only where somebody looks at them. */
const clear = (reading: EveryDay, requirement: Requirement, day: Day): Condition => ({
  kind: 'clear',
  get figures() {
    return figuresOf(requirement, outlook(reading, requirement, day));
  },
});

function gap(reading: EveryDay, requirement: Requirement, day: Day): Condition {
  const view = outlook(reading, requirement, day);
  const { requiredBy, tasks = [] } = requirement.data;
  const { severity, reason } = unmet(reading, requirement, view);
  const task = taskHeldBack(reading, tasks, day);
  return {
    kind: 'gap',
    ...raised(reading, tasks, day, day > requiredBy ? oneStepUp(severity) : severity),
    figures: figuresOf(requirement, view),
    reason: overdue(view, day) ? `${reason}, overdue` : reason,
    ...(task && { task }),
    requiredBy,
  };
}

const withdrawn = (reading: EveryDay, name: string, day: Day): Condition | undefined =>
  requirementHistory(reading, name).at(day) === undefined
    ? undefined
    : { kind: 'ended', reason: 'the requirement was withdrawn' };

/** The part that is not met decides: a part that nobody has pledged is worse than one that comes late. */
function unmet(reading: EveryDay, { data }: Requirement, view: Outlook): { severity: Severity; reason: string } {
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

function days(reading: EveryDay, name: string): Day[] {
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
  for (const capability of capabilitiesAsked) for (const day of supplyDays(reading, capability)) found.push(day);
  return found;
}

/** Days on which the capability's supply or the needs that share it may change. */
function* supplyDays(reading: EveryDay, capability: string): Iterable<Day> {
  for (const [day] of requirementsOf(reading, capability).steps) yield day;
  for (const { steps } of sourcesOfCapability(reading, capability)) {
    for (let index = 0; index < steps.length; index += 1) {
      const [from, items] = steps[index]!;
      yield from;
      for (const item of items) yield* itemDays(item, from, steps[index + 1]?.[0] ?? endOfTime);
    }
  }
}
