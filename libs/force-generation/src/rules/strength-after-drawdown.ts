import { addDays, daysBetween, type Day } from '../day.js';
import { explainHeadCount } from '../explanation/explain-head-count.js';
import { leaf, node, todayLeaf } from '../explanation/node.js';
import { mandate, mandateDays } from '../mandate/mandate.js';
import { personnelTypes } from '../personnel.js';
import type { EveryDay } from '../reading.js';
import { headCounts } from '../strength/head-count.js';
import type { Told } from '../strength/strength.js';
import { militaryOwner, ofBothReadings } from './line-rule.js';
import { conditionOf } from './condition-of.js';
import type { Condition, Rule } from './rule.js';
import { severityWhere } from './severity.js';

/** "The mission should be gone, and people are still there." Resolution 2690 (2023) gave MINUSMA until 31 December 2023. */
export const strengthAfterDrawdown: Rule = {
  name: 'strength-after-drawdown',
  subjects: () => ['mission'],
  lookAtReturns: (reading, _mission, told) => ({
    days: () => days(reading, told),
    conditionOn: (day) => condition(reading, told, day),
  }),
  respond: () => ({ action: 'Repatriate the remaining personnel, or have their stay authorized', owner: militaryOwner }),
  explain: (reading, _subject, day) => {
    const ended = mandate(reading).at(day)!;
    const since = node('days since', day, 'days between', [leaf('drawdownBy', ended, '/drawdownBy'), todayLeaf(day)]);
    return {
      statement: `${ended.data.resolution} ended the mandate; the drawdown was to be over.`,
      figures: node('persons or days', day, 'max', [explainHeadCount(reading, personnelTypes, day, 'persons'), since]),
    };
  },
};

function condition(reading: EveryDay, told: Told, day: Day): Condition | undefined {
  const ended = mandate(reading).at(day);
  if (ended?.type !== 'MandateEnded') return undefined;
  const { drawdownBy } = ended.data;
  if (day <= drawdownBy) return { kind: 'clear', figures: { drawdownBy } };
  return ofBothReadings(headCounts(reading, personnelTypes, told).at(day), (persons) => {
    const figures = { persons, drawdownBy };
    const { thresholds } = reading.policy.table.rules['strength-after-drawdown'];
    const severity = persons > 0 ? severityWhere(thresholds, (count) => daysBetween(drawdownBy, day) > count) : undefined;
    return conditionOf(severity, figures, `strength after the drawdown of ${ended.data.resolution}`);
  });
}

function days(reading: EveryDay, told: Told): readonly Day[] {
  // Before a mandate ends nobody needs to be counted.
  if (!mandate(reading).steps.some(([, fact]) => fact?.type === 'MandateEnded')) return [];
  const thresholds = Object.values(reading.policy.table.rules['strength-after-drawdown'].thresholds);
  const after = mandate(reading).steps.flatMap(([, fact]) =>
    fact?.type === 'MandateEnded' ? [0, ...thresholds].map((count) => addDays(fact.data.drawdownBy, count + 1)) : [],
  );
  return [...mandateDays(reading), ...after, ...headCounts(reading, personnelTypes, told).steps.map(([day]) => day)];
}
