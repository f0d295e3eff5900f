import type { Curve } from '../curve.js';
import { addDays, type Day } from '../day.js';
import { leaf, node } from '../explanation/node.js';
import type { FactOf } from '../facts.js';
import { historyOf } from '../ledger/history-of.js';
import type { EveryDay } from '../reading.js';
import { unitHistory, type UnitState } from '../strength/unit-history.js';
import { tasksOfUnit } from '../supply/unit-need.js';
import type { Condition, Rule } from './rule.js';
import { severityOfShare } from './severity.js';
import { taskGap } from './task-gap.js';
import { meantDays } from './unit-understrength.js';
import { whileMandated } from './while-mandated.js';

type Inspection = FactOf<'EquipmentInspected'>;

/**
 * "The vehicles are not there, or do not run." In January 2017 MINUSMA held 62 per cent of the armoured vehicles that it needed
 * (Security Council debate, 16 January 2017). An inspection ages: after half a year it says nothing about today.
 */
export const equipmentShortfall: Rule = {
  name: 'equipment-shortfall',
  subjects: (reading) => reading.ids('equipment'),
  look: (reading, subject) =>
    whileMandated(reading, {
      days: (from) => days(reading, subject, from),
      conditionOn: (day) => condition(reading, subject, day),
    }),
  respond: () => ({
    action: 'Have the missing equipment deployed or repaired, and inspect it again',
    owner: 'Contingent-Owned Equipment Unit of the mission',
  }),
  tasks: (reading, subject, day) => {
    const unit = inspections(reading, subject).at(day)?.data.unit;
    return unit === undefined ? [] : tasksOfUnit(reading, unit, day);
  },
  explain: (reading, subject, day) => {
    const inspection = inspections(reading, subject).at(day)!;
    const required = leaf('required', inspection, '/required');
    const missing = node('not serviceable or missing', day, 'difference', [
      required,
      leaf('serviceable', inspection, '/serviceable'),
    ]);
    return {
      statement: `Inspected on ${inspection.data.on}: ${inspection.data.required} required, ${inspection.data.held} held, ${inspection.data.serviceable} serviceable.`,
      figures: node('share missing', day, 'share', [missing, required]),
    };
  },
};

const inspections = (reading: EveryDay, subject: string): Curve<Inspection | undefined> =>
  historyOf<Inspection | undefined, Inspection>(reading, {
    what: 'inspections',
    series: `equipment/${subject}`,
    before: undefined,
    after: (_before, fact) => fact,
  });

function condition(reading: EveryDay, subject: string, day: Day): Condition | undefined {
  const inspection = inspections(reading, subject).at(day);
  if (inspection === undefined) return undefined;
  const { unit, required, held, serviceable, on: inspectedOn } = inspection.data;
  if (unit !== undefined && hasLeft(unitHistory(reading, unit).at(day))) return { kind: 'ended', reason: 'the unit has left' };
  const { thresholds, staleDays } = reading.policy.table.rules['equipment-shortfall'];
  if (day >= addDays(inspectedOn, staleDays)) return { kind: 'unknown', reason: `last inspected on ${inspectedOn}` };
  const figures = { required, held, serviceable, inspectedOn };
  const baseSeverity = required > serviceable ? severityOfShare(thresholds, required - serviceable, required) : undefined;
  if (baseSeverity === undefined) return { kind: 'clear', figures };
  const isMissing = required > held && severityOfShare(thresholds, required - held, required) !== undefined;
  const tasks = unit === undefined ? [] : tasksOfUnit(reading, unit, day);
  const reason = isMissing ? 'missing' : 'not serviceable';
  return taskGap(reading, tasks, day, { baseSeverity, figures, reason });
}

const hasLeft = ({ present, repatriatedOn }: UnitState): boolean => !present && repatriatedOn !== undefined;

function days(reading: EveryDay, subject: string, from: Day): Day[] {
  const { staleDays } = reading.policy.table.rules['equipment-shortfall'];
  const inspected = inspections(reading, subject);
  const on = inspected.valuesAround(from).flatMap((inspection) => inspection?.data.on ?? []);
  const unit = inspected.steps[0]?.[1]?.data.unit;
  const ofUnit = unit === undefined ? [] : unitDays(reading, unit, from);
  return [...on.flatMap((day) => [day, addDays(day, staleDays)]), ...ofUnit];
}

function unitDays(reading: EveryDay, unit: string, from: Day): Day[] {
  const history = unitHistory(reading, unit);
  const days = meantDays(reading, unit);
  let had = hasLeft(history.atEndBefore(from));
  for (const [day, state] of history.stepsFrom(from)) {
    if (hasLeft(state) !== had) days.push(day);
    had = hasLeft(state);
  }
  return days;
}
