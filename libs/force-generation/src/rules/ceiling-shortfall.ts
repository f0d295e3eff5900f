import { lines } from '../mandate/ceilings.js';
import { explainLine, lineOn, lookAtLine, respondToLine, type LineOnDay } from './line-rule.js';
import { conditionOf } from './condition-of.js';
import type { Condition, Rule } from './rule.js';
import { severityOfShare } from './severity.js';
import type { EveryDay } from '../reading.js';

/**
 * "The mission has fewer people than the Council authorized." The authorized strength of each line of a resolution less the strength
 * deployed; the thresholds follow the reports on MINUSMA, whose military stood 11.3 % under resolution 2364 (2017) in February 2018.
 */
export const ceilingShortfall: Rule = {
  name: 'ceiling-shortfall',
  subjects: lines,
  lookAtReturns: (reading, line, told) =>
    lookAtLine(reading, line, told, { decide: (on, persons) => condition(reading, on, persons) }),
  respond: (reading, line) =>
    respondToLine(reading, line, 'Generate and deploy the missing personnel, or ask the Council to adjust the ceiling'),
  explain: (reading, line, day) => {
    const { ceiling } = lineOn(reading, line, day)!;
    return {
      statement: `${ceiling.data.resolution} authorizes ${ceiling.data.personnel} for ${line}; what is missing is that less the strength deployed on ${day}.`,
      figures: explainLine(reading, line, day, 'missing'),
    };
  },
};

function condition(reading: EveryDay, { ceiling }: LineOnDay, deployed: number): Condition {
  const authorized = ceiling.data.personnel;
  const missing = authorized - deployed;
  const figures = { authorized, deployed, missing };
  const { thresholds } = reading.policy.table.rules['ceiling-shortfall'];
  const severity = missing > 0 ? severityOfShare(thresholds, missing, authorized) : undefined;
  return conditionOf(severity, figures, `strength below the ceiling of ${ceiling.data.resolution}`);
}
