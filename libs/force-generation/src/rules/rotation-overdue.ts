import { addDays, daysBetween, type Day } from '../day.js';
import { leaf, node, todayLeaf } from '../explanation/node.js';
import type { Fact } from '../facts.js';
import { mandateDays, mandateEnded } from '../mandate/mandate.js';
import type { Reading } from '../reading.js';
import { unitHistory, type UnitState } from '../strength/unit-history.js';
import { requirementOfUnit } from '../supply/unit-need.js';
import type { Condition, Rule } from './rule.js';
import { severityOfCount } from './severity.js';
import { spansOn } from './spans.js';
import { taskGap } from './task-gap.js';
import { unitOwner } from './unit-owner.js';
import { linkedDays } from './unit-understrength.js';

/**
 * "The unit's tour is over, and it is still there." Units rotate every 6 or 12 months; one rotation in MINUSMA that was due in
 * December 2018 took place in November 2019. The day planned for the rotation counts, else the day on which the tour ends.
 */
export const rotationOverdue: Rule = {
  name: 'rotation-overdue',
  subjects: (reading) => reading.ids('unit'),
  conditions: (reading, unit) => spansOn(days(reading, unit), reading.today, (day) => condition(reading, unit, day)),
  respond: (reading, unit) => ({
    action: 'Rotate the unit, or agree on a longer tour with its contributor',
    owner: unitOwner(reading, unit),
  }),
  tasks: (reading, unit, day) => requirementOfUnit(reading, unit, day)?.data.tasks ?? [],
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

function condition(reading: Reading, unit: string, day: Day): Condition | undefined {
  const state = unitHistory(reading, unit).at(day);
  if (!state.present) return state.repatriatedOn === undefined ? undefined : { kind: 'ended', reason: 'the unit has left' };
  const dueOn = dueDay(state);
  if (dueOn === undefined) return undefined;
  if (mandateEnded(reading, day)) return { kind: 'ended', reason: 'the mandate has ended' };
  const { replacedBy, arrivesOn } = rotationOf(state)?.data ?? {};
  const figures = { dueOn, ...(replacedBy && { replacedBy }), ...(arrivesOn && { arrivesOn }) };
  const { thresholds } = reading.policy.table.rules['rotation-overdue'];
  const baseSeverity = severityOfCount(thresholds, daysBetween(dueOn, day));
  if (baseSeverity === undefined) return { kind: 'clear', figures };
  const reason =
    rotationOf(state) === undefined ? 'the tour is over, and no rotation is planned' : 'the planned rotation has not taken place';
  return taskGap(reading, requirementOfUnit(reading, unit, day)?.data.tasks ?? [], day, { baseSeverity, figures, reason });
}

const rotationOf = ({ departure }: UnitState) => (departure?.type === 'RotationPlanned' ? departure : undefined);

const dueDay = (state: UnitState): Day | undefined => rotationOf(state)?.data.leavesOn ?? state.tourEndsOn;

/** The fact that last said when the present tour ends; a unit that has been home begins anew. */
function tourSaid(reading: Reading, unit: string, day: Day): Fact | undefined {
  const facts = reading.everValid(`unit/${unit}`).filter(({ data }) => data.on <= day);
  const home = facts.findLastIndex(({ type }) => type === 'UnitRepatriated');
  return facts.slice(home + 1).findLast(({ data }) => 'tourEndsOn' in data && data.tourEndsOn !== undefined);
}

function days(reading: Reading, unit: string): Day[] {
  const { steps } = unitHistory(reading, unit);
  const due = new Set(steps.map(([, state]) => dueDay(state)).filter((day) => day !== undefined));
  if (due.size === 0) return [];
  const thresholds = Object.values(reading.policy.table.rules['rotation-overdue'].thresholds);
  const overdue = [...due].flatMap((day) => thresholds.map((count) => addDays(day, count)));
  return [...steps.map(([on]) => on), ...overdue, ...linkedDays(reading, unit), ...mandateDays(reading)];
}
