import type { Severity } from '../alert.js';
import type { Day } from '../day.js';
import type { Curve } from '../curve.js';
import { componentOf, type PersonnelType } from '../personnel.js';
import type { EveryDay, Reading } from '../reading.js';
import { ceilings, typesCounted, type Ceiling } from '../mandate/ceilings.js';
import { mandateDays, mandateEnded } from '../mandate/mandate.js';
import { headCounts, type HeadCount } from '../strength/head-count.js';
import { explainHeadCount } from '../explanation/explain-head-count.js';
import { leaf, node, type ExplanationNode } from '../explanation/node.js';
import { toldToday, type Told } from '../strength/strength.js';
import type { Condition, Look, Response } from './rule.js';

/** A line on a day: its ceiling, the types that it counts, and their head-count. */
export interface LineOnDay {
  readonly day: Day;
  readonly ceiling: Ceiling;
  readonly types: readonly PersonnelType[];
  readonly count: HeadCount | undefined;
}

export const lineOn = (reading: Reading, line: string, day: Day): LineOnDay | undefined =>
  lineTold(reading, line, day, toldToday(reading));

function lineTold(reading: EveryDay, line: string, day: Day, told: Told): LineOnDay | undefined {
  const counted = lineCounts(reading, line).at(day);
  if (counted === undefined) return undefined;
  const { types } = counted;
  return { day, ...counted, count: types.length === 0 ? undefined : headCounts(reading, types, told).at(day) };
}

/** The line's ceiling in force, and the types that it counts. */
const lineCounts = (reading: EveryDay, line: string): Curve<Omit<LineOnDay, 'day' | 'count'> | undefined> =>
  reading.onceOf('line counts', line, () =>
    ceilings(reading).map((inForce) => {
      const ceiling = inForce.get(line);
      return ceiling && { ceiling, types: typesCounted(ceiling, inForce) };
    }),
  );

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
    readonly decide: (on: LineOnDay, persons: number) => Condition;
  },
): Look => ({
  days: () => [...lineDays(reading, line, told), ...(rule.moreDays ?? [])],
  conditionOn: (day) => {
    const on = lineTold(reading, line, day, told);
    if (on === undefined) return undefined;
    if (mandateEnded(reading, day)) return { kind: 'ended', reason: 'the mandate has ended' };
    return ofBothReadings(on.count, (persons) => rule.decide(on, persons));
  },
});

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

function lineDays(reading: EveryDay, line: string, told: Told): Day[] {
  const counts = lineCounts(reading, line).steps;
  const days = [...counts.map(([day]) => day), ...mandateDays(reading)];
  const types = new Map(counts.flatMap(([, on]) => (on && on.types.length > 0 ? [[on.types.join(), on.types]] : [])));
  for (const counted of types.values()) for (const [day] of headCounts(reading, counted, told).steps) days.push(day);
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
