import type { Day } from '../../src/day.js';
import type { Component } from '../../src/personnel.js';
import { daysBetween } from './calendar.js';
import { allOf, componentOf, personsIn, sumOf, typeOf } from './cells.js';
import type { MissionAsRead } from './mission-as-read.js';
import { clear, gapWhere, inBothReadings, over, severityAt, severityOfShare, unknown, type Rule } from './rule.js';

/** "Days since the newest as-at: 75 / 110 / 140 days; hold 0, keep 0", while the mission is active. */
const returnMissing: Rule = {
  name: 'return-missing',
  hold: 0,
  keep: 0,
  subjects: () => ['mission'],
  on: (mission, _subject, day) => {
    if (!isActive(mission, day)) return over;
    const newest = mission.returnOn(day);
    if (newest === undefined) return unknown;
    return gapWhere(severityAt(daysBetween(newest.asAt, day), [75, 110, 140]), { newestAsAt: newest.asAt });
  },
};

/**
 * "Active from MissionEstablished, or its first return, until drawdownBy, a last return of 0, or 730 days after its newest return";
 * an incomplete return of nobody does not end a mission (decision 83).
 */
function isActive(mission: MissionAsRead, day: Day): boolean {
  const newest = mission.returnOn(day);
  if (newest === undefined && mission.last(['MissionEstablished'], day) === undefined) return false;
  const drawdownBy = mission.endOfMandate(day)?.data.drawdownBy;
  if (drawdownBy !== undefined && day > drawdownBy) return false;
  if (newest === undefined) return true;
  const isOfNobody = sumOf(newest.printed) === 0 && !newest.isIncomplete;
  return !isOfNobody && daysBetween(newest.asAt, day) < 730;
}

/**
 * "A gap from the suspect reading's as-at day to the day before the fact that ended the hold" (facts.md, section 4): watch. Of
 * several holds of a cell the first is shown, "with its first day and what was printed last" (decision 83).
 */
const returnSuspect: Rule = {
  name: 'return-suspect',
  hold: 0,
  keep: 0,
  subjects: (mission) => [...new Set(mission.returns.suspicions.map(({ subject }) => subject))],
  on: (mission, subject, day) => {
    const standing = mission.returns.suspicions.filter(
      ({ subject: of, from, until }) => of === subject && from <= day && (until === undefined || day < until),
    );
    const [first] = standing;
    if (first === undefined) return clear;
    if (first.kind === 'rows') return gapWhere('watch', { kind: 'rows', asAt: first.from });
    const of = first.kind === 'sexes' ? 'women' : 'persons';
    const printed = standing.flatMap(({ readings }) => readings).findLast(([asAt]) => asAt <= day)![1];
    const [before, now] = [first.before, printed].map((persons) => (of === 'women' ? persons.women : allOf(persons)));
    return gapWhere('watch', { kind: first.kind, asAt: first.from, before: before!, printed: now! });
  },
};

/**
 * "For each cell, excess = Σ of its units' figures on a − the cell, if positive; Σ excess ÷ the component's strength in that return:
 * 10 / 20 / 40 %; no units, or a byType return: clear" (facts.md, section 4). It does not age (decision 83).
 */
const sourcesDisagree: Rule = {
  name: 'sources-disagree',
  hold: 0,
  keep: 0,
  subjects: () => ['military', 'police'],
  on: inBothReadings((mission, component, day, which) => {
    const inForce = mission.returnOn(day);
    if (inForce === undefined) return unknown;
    const ofComponent = (cell: string): boolean => componentOf(typeOf(cell)) === (component as Component);
    const units = mission.units.filter((unit) => ofComponent(mission.cellOfUnit(unit)));
    if (!inForce.isByContributor || units.length === 0) return clear;
    const personsOf = (some: readonly string[]): number =>
      some.reduce((sum, unit) => sum + allOf(mission.unitOn(unit, inForce.asAt)), 0);
    const excessIn = (cell: string): number =>
      Math.max(0, personsOf(units.filter((unit) => mission.cellOfUnit(unit) === cell)) - personsIn(inForce[which], cell));
    const cells = [...new Set(units.map((unit) => mission.cellOfUnit(unit)))];
    const excess = cells.reduce((sum, cell) => sum + excessIn(cell), 0);
    const returned = sumOf(inForce[which], ofComponent);
    return gapWhere(severityOfShare(excess, returned, [10, 20, 40]), { units: personsOf(units), returned, excess });
  }),
};

export const returnRules: readonly Rule[] = [returnMissing, returnSuspect, sourcesDisagree];
