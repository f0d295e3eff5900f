import type { Day } from '../../src/day.js';
import type { FactOf } from '../../src/facts.js';
import { daysBetween } from './calendar.js';
import { allOf } from './cells.js';
import type { MissionAsRead } from './mission-as-read.js';
import { clear, gapWhere, over, severityOfShare, unknown, whileMandated, type Condition, type Rule } from './rule.js';

type Requirement = FactOf<'RequirementStated'>['data'];

function requirementOn(mission: MissionAsRead, requirement: string, day: Day): Requirement | undefined {
  const said = mission.last(['RequirementStated', 'RequirementWithdrawn'], day, ({ data }) => data.requirement === requirement);
  return said?.type === 'RequirementStated' ? said.data : undefined;
}

const arrivalOf = (mission: MissionAsRead, unit: string, day: Day) =>
  mission.last(['UnitArrived'], day, ({ data }) => data.unit === unit)?.data;
const wentHome = (mission: MissionAsRead, unit: string, day: Day) =>
  mission.last(['UnitRepatriated'], day, ({ data }) => data.unit === unit);
const hasLeft = (mission: MissionAsRead, unit: string, day: Day): boolean =>
  mission.last(['UnitArrived', 'UnitRepatriated'], day, ({ data }) => data.unit === unit)?.type === 'UnitRepatriated';

/** A plan is over with the repatriation of its unit. */
function planOf(mission: MissionAsRead, unit: string, day: Day) {
  const home = wentHome(mission, unit, day);
  const plan = mission.last(['DeploymentPlanned'], day, ({ data }) => data.unit === unit);
  if (plan === undefined) return undefined;
  return home !== undefined && mission.facts.indexOf(home) > mission.facts.indexOf(plan) ? undefined : plan.data;
}

const pledgeOf = (mission: MissionAsRead, unit: string, day: Day) =>
  arrivalOf(mission, unit, day)?.pledge ?? planOf(mission, unit, day)?.pledge;

/** What the unit is linked to: as it arrived, else as its pledge was selected for. */
function requirementOf(mission: MissionAsRead, unit: string, day: Day): Requirement | undefined {
  const pledge = pledgeOf(mission, unit, day);
  const selected = mission.last(['PledgeSelected'], day, ({ data }) => data.pledge === pledge)?.data.requirement;
  const requirement = arrivalOf(mission, unit, day)?.requirement ?? selected;
  return requirement === undefined ? undefined : requirementOn(mission, requirement, day);
}

/** "required = personnel ÷ units of its requirement, else of its pledge's terms, else of its plan, else no condition." */
function requiredOf(mission: MissionAsRead, unit: string, day: Day): number | undefined {
  const pledge = pledgeOf(mission, unit, day);
  const offered = mission.last(['PledgeRegistered', 'PledgeSelected'], day, ({ data }) => data.pledge === pledge);
  const terms = offered?.type === 'PledgeSelected' ? offered.data.terms : offered?.data;
  const wanted = requirementOf(mission, unit, day) ?? terms;
  return wanted === undefined ? planOf(mission, unit, day)?.personnel : Math.round(wanted.personnel / wanted.units);
}

/**
 * The task step: "a unit linked to a requirement rises one more step, at most to critical, where a mandated task of rank 1 or 2 needs
 * it and the task's window is open or opens within 90 days; `baseSeverity` is kept."
 */
function raisedByTasks(condition: Condition, mission: MissionAsRead, unit: string, day: Day): Condition {
  if (condition.is !== 'gap') return condition;
  const needs = requirementOf(mission, unit, day)?.tasks ?? [];
  const isPressing = needs.some((task) => {
    const said = mission.last(['TaskPrioritized'], day, ({ data }) => data.task === task)?.data;
    if (said === undefined || said.rank > 2) return false;
    return daysBetween(day, said.from) <= 90 && (said.until === undefined || day <= said.until);
  });
  if (!isPressing) return condition;
  return { ...condition, severity: condition.baseSeverity === 'watch' ? 'warning' : 'critical' };
}

/** "(required − figure) ÷ required: 5 / 10 / 25 %; hold 30, keep 30." */
const unitUnderstrength: Rule = {
  name: 'unit-understrength',
  hold: 30,
  keep: 30,
  subjects: (mission) => mission.units,
  on: whileMandated((mission, unit, day) => {
    if (arrivalOf(mission, unit, day) === undefined) return clear;
    if (hasLeft(mission, unit, day)) return over;
    const required = requiredOf(mission, unit, day);
    if (required === undefined) return over;
    const deployed = allOf(mission.unitOn(unit, day));
    const missing = required - deployed;
    const condition = gapWhere(severityOfShare(missing, required, [5, 10, 25]), { required, deployed, missing });
    return raisedByTasks(condition, mission, unit, day);
  }),
};

const equipmentOf = ({ data: { unit, type } }: FactOf<'EquipmentInspected'>): string => `${unit ?? 'mission'}.${type}`;

/** "(required − serviceable) ÷ required: 10 / 20 / 40 %; required 0: clear; hold 0, keep 0"; "stale from day 180". */
const equipmentShortfall: Rule = {
  name: 'equipment-shortfall',
  hold: 0,
  keep: 0,
  subjects: (mission) => [...new Set(mission.all('EquipmentInspected').map(equipmentOf))],
  on: whileMandated((mission, subject, day) => {
    const inspected = mission.last(['EquipmentInspected'], day, (fact) => equipmentOf(fact) === subject)?.data;
    if (inspected === undefined) return clear;
    if (inspected.unit !== undefined && hasLeft(mission, inspected.unit, day)) return over;
    if (daysBetween(inspected.on, day) >= 180) return unknown;
    const { unit, required, held, serviceable, on: inspectedOn } = inspected;
    const severity = severityOfShare(required - serviceable, required, [10, 20, 40]);
    const condition = gapWhere(severity, { required, held, serviceable, inspectedOn });
    return unit === undefined ? condition : raisedByTasks(condition, mission, unit, day);
  }),
};

export const unitRules: readonly Rule[] = [unitUnderstrength, equipmentShortfall];
