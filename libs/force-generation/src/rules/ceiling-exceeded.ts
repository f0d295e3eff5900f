import { Curve, type Step } from '../curve.js';
import { laterOf, type Day } from '../day.js';
import { ceilingsInTurn, ceilingsOfLine, inForceFrom, lines, type Ceiling } from '../mandate/ceilings.js';
import type { EveryDay } from '../reading.js';
import { explainHeadCount } from '../explanation/explain-head-count.js';
import { leaf, node } from '../explanation/node.js';
import { lineOn, lookAtLine, respondToLine } from './line-rule.js';
import { conditionOf } from './condition-of.js';
import type { Condition, Rule } from './rule.js';
import { severityWhere } from './severity.js';

/**
 * "The mission has more people than the Council authorized." It is real: UNFICYP had 945 military against a ceiling of 860 in
 * February 2018, while a rotation overlapped. A lowered ceiling binds from the day by which it is to be reached.
 */
export const ceilingExceeded: Rule = {
  name: 'ceiling-exceeded',
  subjects: lines,
  lookAtReturns: (reading, line, told) =>
    lookAtLine(reading, line, told, {
      moreDays: bindingCeilings(reading, line).steps.map(([day]) => day),
      decide: ({ day }, deployed) => condition(reading, bindingCeilings(reading, line).at(day)!, deployed),
    }),
  respond: (reading, line) =>
    respondToLine(reading, line, 'Bring the strength down to the ceiling, or explain the overlap to the Council'),
  explain: (reading, line, day) => {
    const { types } = lineOn(reading, line, day)!;
    const ceiling = bindingCeilings(reading, line).at(day)!;
    const authorized = leaf('authorized', ceiling, '/personnel');
    const over = node('over', day, 'difference', [explainHeadCount(reading, types, day), authorized]);
    return {
      statement: `${ceiling.data.resolution} authorizes ${ceiling.data.personnel} for ${line}; what is over is the strength deployed on ${day} less that.`,
      figures: node('share over', day, 'share', [over, authorized]),
    };
  },
};

function condition(reading: EveryDay, ceiling: Ceiling, deployed: number): Condition {
  const authorized = ceiling.data.personnel;
  const over = deployed - authorized;
  const figures = { authorized, deployed, over };
  const { thresholds } = reading.policy.table.rules['ceiling-exceeded'];
  const severity =
    over <= 0
      ? undefined
      : authorized === 0
        ? 'critical'
        : severityWhere(
            thresholds,
            (percent) => 100 * over > percent * authorized || (percent > 0 && 100 * over === percent * authorized),
          );
  return conditionOf(severity, figures, `strength above the ceiling of ${ceiling.data.resolution}`);
}

const bindingCeilings = ({ whole: reading }: EveryDay, line: string): Curve<Ceiling | undefined> =>
  reading.onceOf('binding ceilings', line, () => {
    const days = ceilingsOfLine(reading, line).flatMap((ceiling) => {
      const from = inForceFrom(ceiling);
      return [from, laterOf(from, ceiling.data.reachBy ?? from)];
    });
    return Curve.of(
      days.map((day): Step<Ceiling | undefined> => [day, bindingCeiling(reading, line, day)]),
      undefined,
    );
  });

/**
 * Until the day by which a lowered ceiling is to be reached, the higher one before it binds; of several in a row each waits. One that
 * says the same figure again with a later day puts the day off.
 */
function bindingCeiling(reading: EveryDay, line: string, day: Day): Ceiling | undefined {
  const [newest, ...earlier] = ceilingsInTurn(reading, line, day).toReversed();
  let binding = newest;
  let waiting = newest;
  for (const before of earlier) {
    if (!isWaiting(waiting!, day)) break;
    if (before.data.personnel > binding!.data.personnel) binding = before;
    if (before.data.personnel !== waiting!.data.personnel) waiting = before;
  }
  return binding;
}

const isWaiting = ({ data }: Ceiling, day: Day): boolean => data.reachBy !== undefined && day < data.reachBy;
