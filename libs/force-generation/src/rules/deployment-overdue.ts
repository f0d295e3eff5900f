import type { Curve } from '../curve.js';
import { addDays, daysBetween, type Day } from '../day.js';
import { figureOf } from '../explanation/explain-head-count.js';
import { leaf, node, todayLeaf } from '../explanation/node.js';
import { isEnded, mandate, mandateDays } from '../mandate/mandate.js';
import type { EveryDay } from '../reading.js';
import { personsOf } from '../strength/return-in-force.js';
import { unitHistory, type UnitState } from '../strength/unit-history.js';
import { planStanding } from '../supply/plan-standing.js';
import { pledgeDays, tasksOfUnit } from '../supply/unit-need.js';
import { reliefPlanned } from '../supply/unit-supply.js';
import { explainRelief, reliefDays, reliefOverdue } from './relief-overdue.js';
import type { Condition, Rule } from './rule.js';
import { severityOfCount } from './severity.js';
import { taskGap } from './task-gap.js';
import { unitOwner } from './unit-owner.js';
import { meantDays } from './unit-understrength.js';
import { mandateHasEnded } from './while-mandated.js';

/**
 * "The unit was to be here by now." From authorization to its peak a mission takes about ten months, in Africa nearly twelve (Global
 * Peace Operations Review, 2016): a unit is there with its main part, an advance party alone keeps nobody from waiting.
 */
export const deploymentOverdue: Rule = {
  name: 'deployment-overdue',
  subjects: (reading) => [...new Set([...reading.ids('unit'), ...reading.ids('relieving')])],
  look: (reading, unit) => {
    const history = unitHistory(reading, unit);
    return {
      days: (from) => days(reading, unit, history, from),
      conditionOn: (day) => condition(reading, history.at(day), day),
    };
  },
  respond: (reading, unit) => ({
    action: 'Ask the contributor for a new day of arrival, and bring the unit in, or find another',
    // Of a relief nothing says what it is but the one that it relieves.
    owner: unitOwner(reading, reliefPlanned(reading, unit, reading.today)?.relieved.unit ?? unit),
  }),
  tasks: (reading, unit, day) => tasksOfUnit(reading, reliefPlanned(reading, unit, day)?.relieved.unit ?? unit, day),
  explain: (reading, unit, day) => {
    const relief = reliefPlanned(reading, unit, day);
    if (relief !== undefined) return explainRelief(reading, unit, relief, day);
    const state = unitHistory(reading, unit).at(day);
    const plan = state.plan!;
    const overdue = node('days overdue', day, 'days between', [leaf('arrivesOn', plan, '/arrivesOn'), todayLeaf(day)]);
    const deployed = node('deployed', day, 'sum', [figureOf(unit, state, day)]);
    const missing = node('missing', day, 'difference', [leaf('planned', plan, '/personnel'), deployed]);
    return {
      statement: `${unit} was to arrive on ${plan.data.arrivesOn}, and its main part has not.`,
      figures: node('figures explained', day, 'count', [overdue, missing]),
    };
  },
};

function condition(reading: EveryDay, state: UnitState, day: Day): Condition | undefined {
  const { plan } = state;
  if (plan === undefined)
    return isEnded(mandate(reading).at(day), day) ? mandateHasEnded : reliefOverdue(reading, state.unit, day);
  const over = state.mainArrived ? undefined : whyNobodyWaits(reading, state, day);
  if (over !== undefined) return { kind: 'ended', reason: over };
  const { arrivesOn, personnel: planned } = plan.data;
  const deployed = personsOf(state);
  const figures = { planned, deployed, missing: planned - deployed, arrivesOn };
  const { thresholds } = reading.policy.table.rules['deployment-overdue'];
  const baseSeverity = state.mainArrived ? undefined : severityOfCount(thresholds, daysBetween(arrivesOn, day));
  if (baseSeverity === undefined) return { kind: 'clear', figures };
  const tasks = tasksOfUnit(reading, state.unit, day);
  const reason = state.present ? 'only an advance party has arrived' : 'the unit has not arrived';
  return taskGap(reading, tasks, day, { baseSeverity, figures, reason });
}

/** A plan falls with its pledge and with the mandate. */
function whyNobodyWaits(reading: EveryDay, state: UnitState, day: Day): string | undefined {
  if (planStanding(reading, state, day) === undefined) return 'the pledge was withdrawn';
  return isEnded(mandate(reading).at(day), day) ? 'the mandate has ended' : undefined;
}

function days(reading: EveryDay, unit: string, history: Curve<UnitState>, from: Day): Day[] {
  const states = history.valuesAround(from);
  const asRelief = reliefDays(reading, unit, from);
  if (asRelief.length === 0 && states.every(({ plan }) => plan === undefined)) return [];
  const thresholds = Object.values(reading.policy.table.rules['deployment-overdue'].thresholds);
  const overdue = states.flatMap(({ plan }) =>
    plan === undefined ? [] : thresholds.map((count) => addDays(plan.data.arrivesOn, count)),
  );
  const linked = [...pledgeDays(reading, history, from), ...meantDays(reading, unit)];
  return [...history.stepsFrom(from).map(([on]) => on), ...overdue, ...asRelief, ...linked, ...mandateDays(reading)];
}
