import type { Severity } from '../alert.js';
import { Curve, type Step } from '../curve.js';
import { addDays, daysBetween, type Day } from '../day.js';
import { explainHeadCount } from '../explanation/explain-head-count.js';
import { leaf, node, todayLeaf } from '../explanation/node.js';
import { ceilingsInTurn, ceilingsOfLine, inForceFrom, lines, type Ceiling } from '../mandate/ceilings.js';
import type { EveryDay } from '../reading.js';
import { lineOn, lookAtLine, respondToLine } from './line-rule.js';
import type { Condition, Rule } from './rule.js';
import { severityOfCount } from './severity.js';

/**
 * "The Council authorized more, and nobody came." Six months after resolution 2295 (2016) none of the 2,049 additional military and
 * 480 police of MINUSMA had deployed beyond the previous ceilings (S/2016/1137).
 */
export const authorizedNotDeployed: Rule = {
  name: 'authorized-not-deployed',
  subjects: lines,
  lookAtReturns: (reading, line, told) =>
    lookAtLine(reading, line, told, {
      moreDays: turningDays(reading, line),
      endedOn: (day) => endOf(reading, line, day),
      decide: ({ day }, deployed) => condition(reading, line, day, deployed),
    }),
  respond: (reading, line) =>
    respondToLine(reading, line, 'Ask member states for the units of the increase, and tell the Council when they arrive'),
  explain: (reading, line, day) => {
    const newest = increases(reading, line).at(day) as Increase;
    const { types } = lineOn(reading, line, day)!;
    const authorized = leaf('authorized', newest.ceiling, '/personnel');
    const previous = leaf('previous', newest.previous, '/personnel');
    const above = node('strength above the previous ceiling', day, 'difference', [
      explainHeadCount(reading, types, day),
      previous,
    ]);
    const increase = node('increase', day, 'difference', [authorized, previous]);
    const none = node('nobody', day, 'difference', [previous, previous]);
    const there = node('there', day, 'min', [node('above or none', day, 'max', [above, none]), increase]);
    const age = node('days since', day, 'days between', [
      leaf('effectiveFrom', newest.ceiling, '/effectiveFrom'),
      todayLeaf(day),
    ]);
    return {
      statement: `${newest.ceiling.data.resolution} raised ${line} from ${newest.previous.data.personnel} to ${newest.ceiling.data.personnel}; of the increase too little is there.`,
      figures: node('days since, while too little is there', day, 'max', [
        age,
        node('share there', day, 'share', [there, increase]),
      ]),
    };
  },
};

interface Increase {
  readonly ceiling: Ceiling;
  readonly previous: Ceiling;
}

const increases = ({ whole: reading }: EveryDay, line: string): Curve<Increase | 'cut' | undefined> =>
  reading.onceOf('increases', line, () =>
    Curve.of(
      ceilingsOfLine(reading, line)
        .map(inForceFrom)
        .map((day): Step<Increase | 'cut' | undefined> => [day, increaseInForce(reading, line, day)]),
      undefined,
    ),
  );

/** The newest increase that no later ceiling has cut, and whether there was any before. */
function increaseInForce(reading: EveryDay, line: string, day: Day): Increase | 'cut' | undefined {
  const turns = ceilingsInTurn(reading, line, day);
  const { increasePercent } = reading.policy.table.rules['authorized-not-deployed'];
  let any = false;
  for (let turn = turns.length - 1; turn > 0; turn -= 1) {
    const [ceiling, previous] = [turns[turn]!, turns[turn - 1]!];
    const increase = ceiling.data.personnel - previous.data.personnel;
    if (increase <= 0 || 100 * increase < increasePercent * previous.data.personnel) continue;
    any = true;
    if (turns.slice(turn + 1).every((later) => later.data.personnel >= ceiling.data.personnel)) return { ceiling, previous };
  }
  return any ? 'cut' : undefined;
}

/** Ended by the Council, however many are there. */
function endOf(reading: EveryDay, line: string, day: Day): Condition | undefined {
  const found = increases(reading, line).at(day);
  if (found === undefined) return undefined;
  if (found === 'cut') return { kind: 'ended', reason: 'a later ceiling is below the increase' };
  return severityOn(reading, found, day) === undefined && followsAnother(reading, line, found)
    ? { kind: 'ended', reason: 'a newer increase is counted now' }
    : undefined;
}

const severityOn = (reading: EveryDay, { ceiling }: Increase, day: Day): Severity | undefined => {
  const { thresholds } = reading.policy.table.rules['authorized-not-deployed'];
  return severityOfCount(thresholds, daysBetween(ceiling.data.effectiveFrom, day));
};

function condition(reading: EveryDay, line: string, day: Day, deployed: number): Condition {
  const found = increases(reading, line).at(day);
  if (found === undefined || found === 'cut') return { kind: 'clear', figures: {} };
  const { therePercent } = reading.policy.table.rules['authorized-not-deployed'];
  const { ceiling, previous } = found;
  const increase = ceiling.data.personnel - previous.data.personnel;
  const there = Math.min(Math.max(deployed - previous.data.personnel, 0), increase);
  const { effectiveFrom, personnel: authorized } = ceiling.data;
  const figures = { previous: previous.data.personnel, authorized, increase, there, effectiveFrom };
  const severity = severityOn(reading, found, day);
  if (severity === undefined || 100 * there >= therePercent * increase) return { kind: 'clear', figures };
  return {
    kind: 'gap',
    severity,
    baseSeverity: severity,
    figures,
    reason: `hardly any of the increase of ${ceiling.data.resolution} has deployed`,
  };
}

/** What an older increase lacked has not come only because the Council has authorized still more. */
function followsAnother(reading: EveryDay, line: string, { ceiling }: Increase): boolean {
  const before = increases(reading, line).at(addDays(inForceFrom(ceiling), -1));
  return before !== undefined && before !== 'cut';
}

/** Days on which an increase comes in, is seen, or passes a threshold. */
function turningDays(reading: EveryDay, line: string): Day[] {
  const days = Object.values(reading.policy.table.rules['authorized-not-deployed'].thresholds);
  return ceilingsOfLine(reading, line).flatMap((ceiling) => [
    inForceFrom(ceiling),
    ...days.map((count) => addDays(ceiling.data.effectiveFrom, count)),
  ]);
}
