import { daysBetween } from './calendar.js';
import { allOf, allTypes } from './cells.js';
import { clear, gapWhere, inBothReadings, over, severityAt, unknown, type Rule } from './rule.js';

/** "Days to `until`, no renewal known: 60 / 30 / 7; hold 0, keep 0." */
const mandateEnding: Rule = {
  name: 'mandate-ending',
  hold: 0,
  keep: 0,
  subjects: () => ['mission'],
  on: (mission, _subject, day) => {
    if (mission.endOfMandate(day) !== undefined) return over;
    const until = mission.last(['MandateRenewed'], day)?.data.until;
    if (until === undefined) return clear;
    return gapWhere(severityAt(-daysBetween(day, until), [-60, -30, -7]), { until });
  },
};

/** "Persons after drawdownBy: – / > 0 / > 0 after 90 days; hold 30, keep 0." */
const strengthAfterDrawdown: Rule = {
  name: 'strength-after-drawdown',
  hold: 30,
  keep: 0,
  subjects: () => ['mission'],
  on: inBothReadings((mission, _subject, day, which) => {
    const drawdownBy = mission.endOfMandate(day)?.data.drawdownBy;
    if (drawdownBy === undefined || day <= drawdownBy) return clear;
    const strength = mission.strength(allTypes, day, which);
    if (strength === undefined) return unknown;
    if (allOf(strength) <= 0) return clear;
    return gapWhere(daysBetween(drawdownBy, day) > 90 ? 'critical' : 'warning', {});
  }),
};

export const mandateRules: readonly Rule[] = [mandateEnding, strengthAfterDrawdown];
