import type { PersonnelType } from '../../src/personnel.js';
import { allOf } from './cells.js';
import { clear, gapWhere, inBothReadings, severityAt, unknown, whileMandated, type Rule } from './rule.js';

/** "Staff officers and experts are one group." The targets, in per cent, "are sourced for 2028 only". */
const groups: Readonly<Record<string, { readonly types: readonly PersonnelType[]; readonly targetIn2028: number }>> = {
  troops: { types: ['Troops'], targetIn2028: 15 },
  'officers-and-experts': { types: ['Staff Officer', 'Experts on Mission'], targetIn2028: 25 },
  'formed-police': { types: ['Formed Police Units'], targetIn2028: 20 },
  'individual-police': { types: ['Individual Police'], targetIn2028: 30 },
};

/**
 * "Points under the year's target: 0.5 / 5 / –; hold 30, keep 30"; "without a sourced figure for a year the rule shows the share
 * against 2028 as information and raises nothing".
 */
export const womenBelowTarget: Rule = {
  name: 'women-below-target',
  hold: 30,
  keep: 30,
  subjects: () => Object.keys(groups),
  on: whileMandated(
    inBothReadings((mission, group, day, which) => {
      const { types, targetIn2028 } = groups[group]!;
      const strength = mission.strength(types, day, which);
      if (strength === undefined) return unknown;
      const [women, persons] = [strength.women, allOf(strength)];
      if (!day.startsWith('2028-') || persons <= 0) return clear;
      return gapWhere(severityAt(2 * (targetIn2028 * persons - 100 * women), [persons, 10 * persons]), {});
    }),
  ),
};
