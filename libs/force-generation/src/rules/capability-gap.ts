import type { Figures, Severity } from '../alert.js';
import { addDays, daysBetween, laterOf, type Day } from '../day.js';
import { explainNeed } from '../explanation/explain-need.js';
import { capabilities, type Capability } from '../capability.js';
import { taskDays, taskHeldBack } from '../mandate/tasks.js';
import type { EveryDay } from '../reading.js';
import { balanceOf, coverageOf, isMet, type CapabilityBalance } from '../supply/coverage.js';
import { outlook, type Outlook } from '../supply/outlook.js';
import { requirementHistory, requirementNames, requirementOn, type Requirement } from '../supply/requirement.js';
import { isLate, sourceDays, type SupplyItem } from '../supply/supply-item.js';
import { militaryOwner, policeOwner } from './line-rule.js';
import { raised } from './raised.js';
import type { Condition, Rule } from './rule.js';
import { oneStepUp } from './severity.js';
import { whileMandated } from './while-mandated.js';

/**
 * "The mission needs a unit that nobody has sent." MINUSMA's ceiling looked nearly full while helicopters, a convoy battalion and
 * counter-IED units had been missing for years (S/2016/1137): what is missing is weighed by how firmly it is promised.
 */
export const capabilityGap: Rule = {
  name: 'capability-gap',
  subjects: requirementNames,
  look: (reading, requirement) => {
    const looked = lookAt(reading, requirement);
    return whileMandated(reading, {
      days: (from) => days(looked, from),
      conditionOn: (day) => condition(looked, day),
      figuresOn: (day) => figuresWhenClear(looked, day),
    });
  },
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

/** A requirement as it is looked at: what it was when, and the balance of the capabilities that it ever asked for. */
interface Looked {
  readonly reading: EveryDay;
  readonly history: ReturnType<typeof requirementHistory>;
  readonly balances: ReadonlyMap<string, CapabilityBalance>;
}

function lookAt(reading: EveryDay, name: string): Looked {
  const history = requirementHistory(reading, name);
  const capabilities = history.steps.flatMap(([, fact]) => (fact?.type === 'RequirementStated' ? [fact.data.capability] : []));
  return { reading, history, balances: new Map([...new Set(capabilities)].map((one) => [one, balanceOf(reading, one)])) };
}

function condition(looked: Looked, day: Day): Condition | undefined {
  const requirement = looked.history.at(day);
  if (requirement === undefined) return undefined;
  if (requirement.type === 'RequirementWithdrawn') return { kind: 'ended', reason: 'the requirement was withdrawn' };
  const { lookAheadDays } = looked.reading.policy.table.rules['capability-gap'];
  const isFarAhead = day < addDays(requirement.data.requiredBy, -lookAheadDays);
  return isFarAhead || isMetInTime(looked, requirement, day) ? clear : gap(looked, requirement, day);
}

const balanceFor = ({ balances }: Looked, { data }: Requirement): CapabilityBalance => balances.get(data.capability)!;

/** A need ahead by what is committed for its day, a need of today by what is deployed. */
function isMetInTime(looked: Looked, requirement: Requirement, today: Day): boolean {
  const { requiredBy } = requirement.data;
  const asked = { today, day: laterOf(today, requiredBy), strength: today < requiredBy ? 'committed' : 'deployed' } as const;
  const balance = balanceFor(looked, requirement);
  return isMet(balance, requirement, coverageOf(balance, requirement, asked));
}

const clear: Condition = { kind: 'clear', figures: {} };

function figuresWhenClear(looked: Looked, day: Day): Figures {
  const requirement = looked.history.at(day) as Requirement;
  return figuresOf(requirement, outlook(balanceFor(looked, requirement), requirement, day));
}

function gap(looked: Looked, requirement: Requirement, day: Day): Condition {
  const { reading } = looked;
  const view = outlook(balanceFor(looked, requirement), requirement, day);
  const { requiredBy, tasks = [] } = requirement.data;
  const { severity, reason } = unmet(reading, requirement, view);
  const baseSeverity = day > requiredBy ? oneStepUp(severity) : severity;
  return {
    kind: 'gap',
    severity: raised(reading, tasks, day, baseSeverity),
    baseSeverity,
    figures: figuresOf(requirement, view),
    reason: overdue(view, day) ? `${reason}, overdue` : reason,
    task: taskHeldBack(reading, tasks, day),
    requiredBy,
  };
}

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

function days({ reading, history, balances }: Looked, from: Day): Day[] {
  const { lookAheadDays, lateDays } = reading.policy.table.rules['capability-gap'];
  const found: Day[] = [];
  for (const [on, fact] of history.steps) {
    found.push(on);
    if (fact?.type !== 'RequirementStated') continue;
    const { requiredBy, tasks } = fact.data;
    found.push(addDays(requiredBy, -lookAheadDays), requiredBy, addDays(requiredBy, 1), addDays(requiredBy, lateDays));
    found.push(...taskDays(reading, tasks ?? []));
  }
  for (const balance of balances.values()) for (const day of balanceDays(balance, from)) found.push(day);
  return found;
}

/** Days on which a capability's supply or the needs that share it may change. */
function balanceDays({ sources, standing }: CapabilityBalance, first: Day): Day[] {
  const found = standing.steps.map(([day]) => day);
  for (const source of sources) for (const day of sourceDays(source, first)) found.push(day);
  return found;
}
