import { addDays, daysBetween, type Day } from '../day.js';
import { leaf, node, todayLeaf } from '../explanation/node.js';
import { inactiveFrom, isActive, mandateDays, missionFrom } from '../mandate/mandate.js';
import type { EveryDay } from '../reading.js';
import { returnsInForce } from '../strength/return-in-force.js';
import { conditionOf } from './condition-of.js';
import type { Condition, Rule } from './rule.js';
import { severityOfCount } from './severity.js';

/**
 * "The mission's strength was not published." Returns of 51 months came 18 to 108 days after their as-at day, the median 40; what is
 * later than that is not on its way but missing.
 */
export const returnMissing: Rule = {
  name: 'return-missing',
  subjects: () => ['mission'],
  look: (reading) => ({ days: () => days(reading), conditionOn: (day) => condition(reading, day) }),
  respond: () => ({
    action: 'Ask the mission for its strength return',
    owner: 'Military Planning Service, Office of Military Affairs',
  }),
  explain: (reading, _subject, day) => {
    const { fact, asAt } = returnsInForce(reading).at(day)!;
    return {
      statement: `The newest return is of ${asAt}; a return of every month is published about 40 days after its last day.`,
      figures: node('days without a return', day, 'days between', [leaf('newestAsAt', fact, '/on'), todayLeaf(day)]),
    };
  },
};

function condition(reading: EveryDay, day: Day): Condition | undefined {
  const from = missionFrom(reading);
  if (from === undefined || day < from) return undefined;
  if (!isActive(reading, day)) return { kind: 'ended', reason: 'the mission is no longer active' };
  const newest = returnsInForce(reading).at(day)?.asAt;
  if (newest === undefined) return { kind: 'unknown', reason: 'no return yet' };
  const figures = { newestAsAt: newest };
  const severity = severityOfCount(reading.policy.table.rules['return-missing'].thresholds, daysBetween(newest, day));
  return conditionOf(severity, figures, 'no return has come since');
}

function days(reading: EveryDay): Day[] {
  const thresholds = Object.values(reading.policy.table.rules['return-missing'].thresholds);
  const returned = returnsInForce(reading).steps.flatMap(([asAt]) => [asAt, ...thresholds.map((count) => addDays(asAt, count))]);
  const from = missionFrom(reading);
  const changing = [...returned, ...mandateDays(reading), ...(from === undefined ? [] : [from])];
  return [...changing, ...changing.flatMap((day) => inactiveFrom(reading, day) ?? [])];
}
