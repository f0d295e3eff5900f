import type { Curve } from '../curve.js';
import { addDays, daysBetween, type Day } from '../day.js';
import { leaf, node, todayLeaf } from '../explanation/node.js';
import type { Fact } from '../facts.js';
import { isEnded, mandate, mandateDays } from '../mandate/mandate.js';
import type { EveryDay } from '../reading.js';
import { unitHistory, type UnitState } from '../strength/unit-history.js';
import { pledgeDays, tasksOfUnit } from '../supply/unit-need.js';
import type { Condition, Rule } from './rule.js';
import { severityOfCount } from './severity.js';
import { taskGap } from './task-gap.js';
import { unitOwner } from './unit-owner.js';
import { meantDays } from './unit-understrength.js';
import { mandateHasEnded } from './while-mandated.js';

/**
 * "The unit's tour is over, and it is still there." Units rotate every 6 or 12 months; one rotation in MINUSMA that was due in
 * December 2018 took place in November 2019. The day planned for the rotation counts, else the day on which the tour ends.
 */
export const rotationOverdue: Rule = {
  name: 'rotation-overdue',
  subjects: (reading) => reading.ids('unit'),
  look: (reading, unit) => {
    const history = unitHistory(reading, unit);
    return {
      days: (from) => days(reading, unit, history, from),
      conditionOn: (day) => condition(reading, history.at(day), day),
    };
  },
  respond: (reading, unit) => ({
    action: 'Rotate the unit, or agree on a longer tour with its contributor',
    owner: unitOwner(reading, unit),
  }),
  tasks: tasksOfUnit,
  explain: (reading, unit, day) => {
    const rotation = rotationOf(unitHistory(reading, unit).at(day));
    const said = rotation === undefined ? tourSaid(reading, unit, day)! : rotation;
    const due = leaf('dueOn', said, rotation === undefined ? '/tourEndsOn' : '/leavesOn');
    return {
      statement: `${unit} was due to rotate on ${due.value}.`,
      figures: node('days overdue', day, 'days between', [due, todayLeaf(day)]),
    };
  },
};

function condition(reading: EveryDay, state: UnitState, day: Day): Condition | undefined {
  if (!state.present) return state.repatriatedOn === undefined ? undefined : { kind: 'ended', reason: 'the unit has left' };
  const dueOn = dueDay(state);
  if (dueOn === undefined) return undefined;
  if (isEnded(mandate(reading).at(day), day)) return mandateHasEnded;
  const { replacedBy, arrivesOn } = rotationOf(state)?.data ?? {};
  const figures = { dueOn, ...(replacedBy && { replacedBy }), ...(arrivesOn && { arrivesOn }) };
  const { thresholds } = reading.policy.table.rules['rotation-overdue'];
  const baseSeverity = severityOfCount(thresholds, daysBetween(dueOn, day));
  if (baseSeverity === undefined) return { kind: 'clear', figures };
  const reason =
    rotationOf(state) === undefined ? 'the tour is over, and no rotation is planned' : 'the planned rotation has not taken place';
  return taskGap(reading, tasksOfUnit(reading, state.unit, day), day, { baseSeverity, figures, reason });
}

const rotationOf = ({ departure }: UnitState) => (departure?.type === 'RotationPlanned' ? departure : undefined);

const dueDay = (state: UnitState): Day | undefined => rotationOf(state)?.data.leavesOn ?? state.tourEndsOn;

/** The fact that last said when the present tour ends; a unit that has been home begins anew. */
function tourSaid(reading: EveryDay, unit: string, day: Day): Fact | undefined {
  const facts = reading.everValid(`unit/${unit}`).filter(({ data }) => data.on <= day);
  const home = facts.findLastIndex(({ type }) => type === 'UnitRepatriated');
  return facts.slice(home + 1).findLast(({ data }) => 'tourEndsOn' in data && data.tourEndsOn !== undefined);
}

function days(reading: EveryDay, unit: string, history: Curve<UnitState>, from: Day): Day[] {
  const due = new Set(
    history
      .valuesAround(from)
      .map(dueDay)
      .filter((day) => day !== undefined),
  );
  if (due.size === 0) return [];
  const thresholds = Object.values(reading.policy.table.rules['rotation-overdue'].thresholds);
  const overdue = [...due].flatMap((day) => thresholds.map((count) => addDays(day, count)));
  const linked = [...pledgeDays(reading, history, from), ...meantDays(reading, unit)];
  return [...history.stepsFrom(from).map(([on]) => on), ...overdue, ...linked, ...mandateDays(reading)];
}
