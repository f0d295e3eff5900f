import type { Figures } from '../alert.js';
import { addDays, daysBetween, type Day } from '../day.js';
import { figureOf } from '../explanation/explain-head-count.js';
import { leaf, node, todayLeaf, type Explained } from '../explanation/node.js';
import type { FactOf } from '../facts.js';
import type { EveryDay } from '../reading.js';
import { personsOf } from '../strength/return-in-force.js';
import { unitHistory } from '../strength/unit-history.js';
import { pledgeDays, tasksOfUnit } from '../supply/unit-need.js';
import { relievedBy, reliefPlanned, type ReliefPlanned } from '../supply/unit-supply.js';
import type { Condition } from './rule.js';
import { severityOfCount } from './severity.js';
import { taskGap } from './task-gap.js';
import { meantDays } from './unit-understrength.js';

/**
 * "The relief was to be here by now." A rotation is an arrival as well as a departure: a unit that nothing but a rotation says to come is
 * overdue from the day after its day. While the one that it relieves has overstayed, that is told as an overdue rotation, once.
 */
export function reliefOverdue(reading: EveryDay, unit: string, day: Day): Condition | undefined {
  const planned = reliefPlanned(reading, unit, day);
  if (planned === undefined) return reliefHasCome(reading, unit, day);
  if (isOverstayed(reading, planned, day)) return { kind: 'ended', reason: 'the rotation as a whole is overdue' };
  const { relieved, rotation } = planned;
  const arrivesOn = rotation.data.arrivesOn!;
  const persons = personsOf(relieved);
  const figures: Figures = { planned: persons, deployed: 0, missing: persons, arrivesOn };
  const { thresholds } = reading.policy.table.rules['deployment-overdue'];
  const baseSeverity = severityOfCount(thresholds, daysBetween(arrivesOn, day));
  if (baseSeverity === undefined) return { kind: 'clear', figures };
  const tasks = tasksOfUnit(reading, relieved.unit, day);
  return taskGap(reading, tasks, day, { baseSeverity, figures, reason: `the relief of ${relieved.unit} has not arrived` });
}

function reliefHasCome(reading: EveryDay, unit: string, day: Day): Condition | undefined {
  const state = unitHistory(reading, unit).at(day);
  const arrivesOn = rotationsNaming(reading, unit).findLast(({ data }) => data.on <= day)?.data.arrivesOn;
  if (!state.present || arrivesOn === undefined) return undefined;
  const persons = personsOf(state);
  return { kind: 'clear', figures: { deployed: persons, arrivesOn } };
}

/** Whether the one that is to be relieved is still there, and told to be. */
function isOverstayed(reading: EveryDay, { relieved, rotation }: ReliefPlanned, day: Day): boolean {
  const { thresholds } = reading.policy.table.rules['rotation-overdue'];
  const isThere = unitHistory(reading, relieved.unit).at(day).present;
  return isThere && severityOfCount(thresholds, daysBetween(rotation.data.leavesOn, day)) !== undefined;
}

const rotationsNaming = (reading: EveryDay, unit: string): readonly FactOf<'RotationPlanned'>[] =>
  reading.everValid<FactOf<'RotationPlanned'>>(`relieving/${unit}`);

/** Days on which a relief may become overdue, come, or be waited for no longer. */
export function reliefDays(reading: EveryDay, unit: string, from: Day): Day[] {
  const { rules } = reading.policy.table;
  const after = (day: Day, thresholds: object): Day[] => Object.values(thresholds).map((count) => addDays(day, Number(count)));
  return [
    ...rotationsNaming(reading, unit).flatMap(({ data: { on, leavesOn, arrivesOn = leavesOn } }) => [
      ...[on, ...after(arrivesOn, rules['deployment-overdue'].thresholds)],
      ...after(leavesOn, rules['rotation-overdue'].thresholds),
    ]),
    ...relievedBy(reading, unit).flatMap((other) => {
      const history = unitHistory(reading, other);
      const steps = history.stepsFrom(from).map(([on]) => on);
      return [...steps, ...pledgeDays(reading, history, from), ...meantDays(reading, other)];
    }),
  ];
}

export function explainRelief(reading: EveryDay, unit: string, { relieved, rotation }: ReliefPlanned, day: Day): Explained {
  const overdue = node('days overdue', day, 'days between', [leaf('arrivesOn', rotation, '/arrivesOn'), todayLeaf(day)]);
  const planned = node('planned', day, 'sum', [figureOf(relieved.unit, relieved, day)]);
  const deployed = node('deployed', day, 'sum', [figureOf(unit, undefined, day)]);
  const missing = node('missing', day, 'difference', [planned, deployed]);
  return {
    statement: `${unit} was to relieve ${relieved.unit} on ${rotation.data.arrivesOn}, and has not arrived.`,
    figures: node('figures explained', day, 'count', [overdue, missing]),
  };
}
