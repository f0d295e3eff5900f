import { componentOf } from '../personnel.js';
import type { Day } from '../day.js';
import { figureOf } from '../explanation/explain-head-count.js';
import { leaf, node, type ExplanationNode } from '../explanation/node.js';
import { taskHeldBack } from '../mandate/tasks.js';
import type { Reading } from '../reading.js';
import { personsOf } from '../strength/return-in-force.js';
import { unitHistory } from '../strength/unit-history.js';
import { pledgeHistory } from '../supply/pledge-history.js';
import { needOfUnit, requirementOfUnit, type UnitNeed } from '../supply/unit-need.js';
import { militaryOwner, policeOwner } from './line-rule.js';
import { raised } from './raised.js';
import { requirementDays } from './requirement-days.js';
import type { Condition, Rule } from './rule.js';
import { severityOfShare } from './severity.js';
import { spansOn } from './spans.js';

/**
 * "The unit is there, but not all of it." The convoy company of 200 in MINUSMA was judged too small and replaced by one of 243: a unit
 * is held against its part of the requirement, else of its pledge, else against its plan.
 */
export const unitUnderstrength: Rule = {
  name: 'unit-understrength',
  subjects: (reading) => reading.ids('unit'),
  conditions: (reading, unit) => spansOn(days(reading, unit), reading.today, (day) => condition(reading, unit, day)),
  respond: (reading, unit) => {
    const { type } = unitHistory(reading, unit).at(reading.today);
    return {
      action: 'Ask the contributor to bring the unit up to strength',
      owner: type !== undefined && componentOf(type) === 'police' ? policeOwner : militaryOwner,
    };
  },
  tasks: (reading, unit, day) => requirementOfUnit(reading, unit, day)?.data.tasks ?? [],
  explain: (reading, unit, day) => {
    const need = needOfUnit(reading, unit, day)!;
    const required = requiredNode(need, day);
    const missing = node('missing', day, 'difference', [required, figureOf(unit, unitHistory(reading, unit).at(day), day)]);
    return {
      statement: `${unit} is to have ${need.required} persons.`,
      figures: node('share missing', day, 'share', [missing, required]),
    };
  },
};

/** A part of a requirement for several units is rounded; of one unit it is the figure itself. */
function requiredNode(need: UnitNeed, day: Day): ExplanationNode {
  const personnel = leaf('required personnel', need.personnel.fact, need.personnel.at);
  if (need.units === undefined || personnel.value === need.required) return personnel;
  return node('required of each', day, 'part', [personnel, leaf('units', need.units.fact, need.units.at)]);
}

function condition(reading: Reading, unit: string, day: Day): Condition | undefined {
  const state = unitHistory(reading, unit).at(day);
  if (!state.present) return state.repatriatedOn === undefined ? undefined : { kind: 'ended', reason: 'the unit has left' };
  const need = needOfUnit(reading, unit, day);
  if (need === undefined) return undefined;
  const { required } = need;
  const deployed = personsOf(state);
  const missing = required - deployed;
  const figures = { required, deployed, missing };
  const { thresholds } = reading.policy.table.rules['unit-understrength'];
  const baseSeverity = missing > 0 ? severityOfShare(thresholds, missing, required) : undefined;
  if (baseSeverity === undefined) return { kind: 'clear', figures };
  const requirement = requirementOfUnit(reading, unit, day);
  const tasks = requirement?.data.tasks ?? [];
  const task = taskHeldBack(reading, tasks, day);
  return {
    kind: 'gap',
    ...raised(reading, tasks, day, baseSeverity),
    figures,
    reason: 'the unit is below its required strength',
    ...(task && { task }),
  };
}

function days(reading: Reading, unit: string): Day[] {
  const history = unitHistory(reading, unit);
  return [...history.steps.map(([day]) => day), ...linkedDays(reading, unit)];
}

/** Days on which what the unit is meant for may change: its pledge's, its requirement's and that one's tasks'. */
export function linkedDays(reading: Reading, unit: string): Day[] {
  const states = unitHistory(reading, unit).steps.map(([, state]) => state);
  const pledges = new Set(
    states.flatMap(({ arrival, plan }) => [arrival?.data.pledge, plan?.data.pledge].filter((name) => name !== undefined)),
  );
  const histories = [...pledges].map((pledge) => pledgeHistory(reading, pledge));
  const selected = histories.flatMap(({ steps }) => steps.flatMap(([, state]) => state.selected?.data.requirement ?? []));
  const requirements = new Set([...selected, ...states.flatMap(({ arrival }) => arrival?.data.requirement ?? [])]);
  return [
    ...histories.flatMap(({ steps }) => steps.map(([day]) => day)),
    ...[...requirements].flatMap((requirement) => requirementDays(reading, requirement)),
  ];
}
