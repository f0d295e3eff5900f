import type { Day } from '../../src/day.js';
import { daysBetween } from './calendar.js';
import { lineStrength, linesOf, stepsOf, type Ceiling } from './ceilings-on-a-day.js';
import { allOf } from './cells.js';
import type { MissionAsRead, Which } from './mission-as-read.js';
import {
  clear,
  gapWhere,
  inBothReadings,
  over,
  severityAt,
  severityOfShare,
  unknown,
  whileMandated,
  type Condition,
  type Rule,
} from './rule.js';

interface LineOnADay {
  /** The ceilings of the line up to the day; the last is in force. */
  readonly steps: readonly Ceiling[];
  readonly inForce: Ceiling;
  readonly deployed: number | undefined;
  readonly day: Day;
}

/** "After MandateEnded the line rules are superseded" (facts.md, section 3). */
const ofLine = (condition: (line: LineOnADay) => Condition): Pick<Rule, 'subjects' | 'on'> => ({
  subjects: linesOf,
  on: whileMandated(
    inBothReadings((mission: MissionAsRead, line: string, day: Day, which: Which) => {
      const steps = stepsOf(mission, line, day);
      const inForce = steps.at(-1);
      if (inForce === undefined) return clear;
      const strength = lineStrength(mission, inForce, day, which);
      return condition({ steps, inForce, deployed: strength && allOf(strength), day });
    }),
  ),
});

/** "missing ÷ authorized, missing > 0: 5 / 10 / 20 %; hold 30, keep 30." */
const ceilingShortfall: Rule = {
  name: 'ceiling-shortfall',
  hold: 30,
  keep: 30,
  ...ofLine(({ inForce, deployed }) => {
    if (deployed === undefined) return unknown;
    const authorized = inForce.data.personnel;
    const missing = authorized - deployed;
    return gapWhere(severityOfShare(missing, authorized, [5, 10, 20]), { authorized, deployed, missing });
  }),
};

/** "over ÷ authorized: > 0 / 2 / 10 %; with authorized 0 every person is over, critical; hold 60, keep 30." */
const ceilingExceeded: Rule = {
  name: 'ceiling-exceeded',
  hold: 60,
  keep: 30,
  ...ofLine(({ steps, deployed, day }) => {
    if (deployed === undefined) return unknown;
    const authorized = ceilingNotToExceed(steps, day);
    const more = deployed - authorized;
    return gapWhere(severityOfShare(more, authorized, [0, 2, 10]), { authorized, deployed, over: more });
  }),
};

/** "A lowered ceiling with `reachBy` keeps the old one for *exceeded* until that day" (facts.md, section 3). */
function ceilingNotToExceed(steps: readonly Ceiling[], day: Day): number {
  const { personnel, reachBy } = steps.at(-1)!.data;
  const before = steps.at(-2)?.data.personnel;
  const isLoweredInTime = reachBy !== undefined && day < reachBy && before !== undefined && before >= personnel;
  return isLoweredInTime ? ceilingNotToExceed(steps.slice(0, -1), day) : personnel;
}

/**
 * "Days after effectiveFrom of the newest adopted increase in force, while under 10 % of the increase is there: – / 90 / 180 days;
 * the part there = strength − previous ceiling, between 0 and the increase." The gap begins on day 90.
 */
const authorizedNotDeployed: Rule = {
  name: 'authorized-not-deployed',
  hold: 0,
  keep: 0,
  ...ofLine(({ steps, deployed, day }) => {
    const newest = steps.findLastIndex((_, at) => isIncreaseInForce(steps, at));
    if (newest < 0) return over;
    const { personnel: authorized, effectiveFrom } = steps[newest]!.data;
    const days = daysBetween(effectiveFrom, day);
    if (days < 90) return over;
    if (deployed === undefined) return unknown;
    const previous = steps[newest - 1]!.data.personnel;
    const increase = authorized - previous;
    const there = Math.max(0, Math.min(increase, deployed - previous));
    const severity = 10 * there < increase ? severityAt(days, [undefined, 90, 180]) : undefined;
    return gapWhere(severity, { previous, authorized, increase, there, effectiveFrom });
  }),
};

/** "≥ 1 % of the previous ceiling (a first ceiling is none; a later cut below it ends it)." */
function isIncreaseInForce(steps: readonly Ceiling[], at: number): boolean {
  const [before, ceiling] = [steps[at - 1]?.data.personnel, steps[at]!.data.personnel];
  if (before === undefined || ceiling <= before || 100 * (ceiling - before) < before) return false;
  return steps.slice(at + 1).every(({ data }) => data.personnel >= ceiling);
}

export const lineRules: readonly Rule[] = [ceilingShortfall, ceilingExceeded, authorizedNotDeployed];
