import { componentOf } from '../personnel.js';
import type { Day } from '../day.js';
import { figureOf } from '../explanation/explain-head-count.js';
import { leaf, node, type ExplanationNode } from '../explanation/node.js';
import { taskDays } from '../mandate/tasks.js';
import type { EveryDay } from '../reading.js';
import { personsOf } from '../strength/return-in-force.js';
import { unitHistory, type UnitState } from '../strength/unit-history.js';
import { meantFor, needOfUnit, pledgeDays, tasksOfUnit, type UnitNeed } from '../supply/unit-need.js';
import { militaryOwner, policeOwner } from './line-rule.js';
import type { Condition, Rule } from './rule.js';
import { severityOfShare } from './severity.js';
import { taskGap } from './task-gap.js';
import { whileMandated } from './while-mandated.js';

/**
 * "The unit is there, but not all of it." The convoy company of 200 in MINUSMA was judged too small and replaced by one of 243: a unit
 * is held against its part of the requirement, else of its pledge, else against its plan.
 */
export const unitUnderstrength: Rule = {
  name: 'unit-understrength',
  subjects: (reading) => reading.ids('unit'),
  look: (reading, unit) => {
    const history = unitHistory(reading, unit);
    return whileMandated(reading, {
      days: (from) => [
        ...history.stepsFrom(from).map(([day]) => day),
        ...pledgeDays(reading, history, from),
        ...meantDays(reading, unit),
      ],
      conditionOn: (day) => condition(reading, unit, history.at(day), day),
    });
  },
  respond: (reading, unit) => {
    const { type } = unitHistory(reading, unit).at(reading.today);
    return {
      action: 'Ask the contributor to bring the unit up to strength',
      owner: type !== undefined && componentOf(type) === 'police' ? policeOwner : militaryOwner,
    };
  },
  tasks: tasksOfUnit,
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

function condition(reading: EveryDay, unit: string, state: UnitState, day: Day): Condition | undefined {
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
  const tasks = tasksOfUnit(reading, unit, day);
  return taskGap(reading, tasks, day, { baseSeverity, figures, reason: 'the unit is below its required strength' });
}

/** Days on which what the unit is meant for may change, or the tasks that need it. */
export function meantDays(reading: EveryDay, unit: string): Day[] {
  const { steps } = meantFor(reading, unit);
  const tasks = new Set(steps.flatMap(([, requirement]) => requirement?.data.tasks ?? []));
  return [...steps.map(([day]) => day), ...taskDays(reading, [...tasks])];
}
