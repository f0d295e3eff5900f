import type { Severity } from '../alert.js';
import type { Day } from '../day.js';
import type { Curve } from '../curve.js';
import { componentOf, type PersonnelType } from '../personnel.js';
import type { EveryDay, Reading } from '../reading.js';
import { ceilings, typesCounted, type Ceiling } from '../mandate/ceilings.js';
import { isEnded, mandate, mandateDays } from '../mandate/mandate.js';
import { headCounts, type HeadCount } from '../strength/head-count.js';
import { explainHeadCount } from '../explanation/explain-head-count.js';
import { leaf, node, type ExplanationNode } from '../explanation/node.js';
import { toldToday, type Told } from '../strength/strength.js';
import type { Condition, Look, Response } from './rule.js';
import { mandateHasEnded } from './while-mandated.js';

/** A line on a day: its ceiling, the types that it counts, and their head-count. */
export interface LineOnDay {
  readonly day: Day;
  readonly ceiling: Ceiling;
  readonly types: readonly PersonnelType[];
  readonly count: HeadCount | undefined;
}

export const lineOn = (reading: Reading, line: string, day: Day): LineOnDay | undefined =>
  onDay(lineCounts(reading, line, toldToday(reading)).at(day), day);

const onDay = (counted: LineCounted | undefined, day: Day): LineOnDay | undefined =>
  counted && { day, ceiling: counted.ceiling, types: counted.types, count: counted.counts?.at(day) };

/** The line's ceiling in force, and the types that it counts with their head-counts. */
interface LineCounted extends Pick<LineOnDay, 'ceiling' | 'types'> {
  readonly counts: Curve<HeadCount | undefined> | undefined;
}

const lineCounts = (reading: EveryDay, line: string, told: Told): Curve<LineCounted | undefined> =>
  ceilings(reading).map((inForce) => {
    const ceiling = inForce.get(line);
    if (ceiling === undefined) return undefined;
    const types = typesCounted(ceiling, inForce);
    return { ceiling, types, counts: types.length === 0 ? undefined : headCounts(reading, types, told) };
  });

/**
 * Conditions of a ceiling line: nothing before its first ceiling, ended after the mandate, unknown without a head-count that can be
 * relied on, else what the rule makes of both readings of it.
 */
export const lookAtLine = (
  reading: EveryDay,
  line: string,
  told: Told,
  rule: {
    readonly moreDays?: readonly Day[];
    /** What ends the matter whatever the strength is. */
    readonly endedOn?: (day: Day) => Condition | undefined;
    readonly decide: (on: LineOnDay, persons: number) => Condition;
  },
): Look => {
  const counted = lineCounts(reading, line, told);
  const mandateOn = mandate(reading);
  return {
    days: (from) => [...lineDays(counted, from), ...mandateDays(reading), ...(rule.moreDays ?? [])],
    conditionOn: (day) => {
      const on = onDay(counted.at(day), day);
      if (on === undefined) return undefined;
      if (isEnded(mandateOn.at(day), day)) return mandateHasEnded;
      return rule.endedOn?.(day) ?? ofBothReadings(on.count, (persons) => rule.decide(on, persons));
    },
  };
};

/** A condition that rests on a head-count is known only where it is the same with every hold kept and with every hold accepted. */
export function ofBothReadings(count: HeadCount | undefined, decide: (persons: number) => Condition): Condition {
  if (count === undefined) return { kind: 'unknown', reason: 'no return yet' };
  if (count.state === 'unknown') return { kind: 'unknown', reason: 'staff officers are counted among the troops' };
  if (count.state === 'stale') return { kind: 'unknown', reason: `the newest return is of ${count.observedOn}` };
  const kept = decide(count.persons);
  if (count.state === 'known' || count.persons === count.personsIfAccepted) return kept;
  return severityOf(kept) === severityOf(decide(count.personsIfAccepted))
    ? kept
    : { kind: 'unknown', reason: `a reading of the return of ${count.observedOn} is suspect` };
}

const severityOf = (condition: Condition): Severity | undefined => (condition.kind === 'gap' ? condition.severity : undefined);

function lineDays({ steps }: Curve<LineCounted | undefined>, from: Day): Day[] {
  const days = steps.map(([day]) => day);
  for (const counts of new Set(steps.map(([, line]) => line?.counts)))
    for (const [day] of counts?.stepsFrom(from) ?? []) days.push(day);
  return days;
}

/** The share that a rule compares with its thresholds, out of the ceiling and the head-count. */
export function explainLine(reading: Reading, line: string, day: Day, figure: 'missing' | 'over'): ExplanationNode {
  const { ceiling, types } = lineOn(reading, line, day)!;
  const authorized = leaf('authorized', ceiling, '/personnel');
  const deployed = explainHeadCount(reading, types, day);
  const difference = node(figure, day, 'difference', figure === 'missing' ? [authorized, deployed] : [deployed, authorized]);
  return node(`share ${figure}`, day, 'share', [difference, authorized]);
}

/** Military lines are filled by the Force Generation Service, police lines by the Police Division's Selection and Recruitment Section. */
export function lineOwner(reading: Reading, line: string): string {
  const ceiling = lineOn(reading, line, reading.today)?.ceiling;
  const type = ceiling?.data.counts[0];
  return type !== undefined && componentOf(type) === 'police' ? policeOwner : militaryOwner;
}

export const militaryOwner = 'Force Generation Service, Office of Military Affairs';
export const policeOwner = 'Selection and Recruitment Section, Police Division';

export const respondToLine = (reading: Reading, line: string, action: string): Response => ({
  action,
  owner: lineOwner(reading, line),
});
