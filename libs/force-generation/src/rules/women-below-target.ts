import type { Curve } from '../curve.js';
import type { Day } from '../day.js';
import { explainHeadCount } from '../explanation/explain-head-count.js';
import { explainWomen } from '../explanation/explain-women.js';
import { node, type Explained, type PolicyLeaf } from '../explanation/node.js';
import { isEnded, mandate, mandateDays } from '../mandate/mandate.js';
import { componentOf, type PersonnelType } from '../personnel.js';
import type { WomenTargets } from '../policy.js';
import type { EveryDay, Reading } from '../reading.js';
import { headCounts, type HeadCount } from '../strength/head-count.js';
import { conditionOf } from './condition-of.js';
import { militaryOwner, ofBothReadings, policeOwner } from './line-rule.js';
import type { Condition, Rule } from './rule.js';
import { severityWhere } from './severity.js';

/**
 * "There are fewer women than were to be by this year." The Uniformed Gender Parity Strategy gives targets for 2028: troops 15 %, staff
 * officers and observers 25 %, formed police 20 %, individual police 30 %. A year that no source gives a target for raises nothing.
 */
export const womenBelowTarget: Rule = {
  name: 'women-below-target',
  subjects: () => Object.keys(typesIn),
  lookAtReturns: (reading, subject, told) => {
    const group = subject as Group;
    const counts = headCounts(reading, typesIn[group], told);
    return {
      days: () => days(reading, counts),
      conditionOn: (day) => condition(reading, group, counts.at(day), day),
    };
  },
  respond: (_reading, subject) => ({
    action: 'Ask the contributors for women in the next rotations and nominations',
    owner: componentOf(typesIn[subject as Group][0]!) === 'police' ? policeOwner : militaryOwner,
  }),
  explain: (reading, subject, day) => explain(reading, subject as Group, day),
};

/** Types that have one target. */
export type WomenGroup = keyof WomenTargets[string];
type Group = WomenGroup;

export const typesIn: Readonly<Record<Group, readonly PersonnelType[]>> = {
  troops: ['Troops'],
  'officers-and-experts': ['Staff Officer', 'Experts on Mission'],
  'formed-police': ['Formed Police Units'],
  'individual-police': ['Individual Police'],
};

export interface WomenTarget {
  readonly year: string;
  readonly percent: number;
  /** Whether it is that of the day's own year; else it is only shown. */
  readonly isDue: boolean;
}

/** The target of the day's year, else the next one, else the last. */
export function targetOn(reading: EveryDay, group: Group, day: Day): WomenTarget | undefined {
  const { targets } = reading.policy.table.rules['women-below-target'];
  const own = day.slice(0, 4);
  const years = Object.keys(targets).sort();
  const year = years.find((candidate) => candidate >= own) ?? years.at(-1);
  return year === undefined ? undefined : { year, percent: targets[year]![group], isDue: year === own };
}

function condition(reading: EveryDay, group: Group, count: HeadCount | undefined, day: Day): Condition | undefined {
  if (count === undefined) return undefined;
  if (isEnded(mandate(reading).at(day), day)) return { kind: 'ended', reason: 'the mandate has ended' };
  const readable = ofBothReadings(count, () => ({ kind: 'clear', figures: {} }));
  const target = targetOn(reading, group, day);
  if (readable.kind === 'unknown' || target === undefined) return readable;
  const kept = conditionWhere(reading, target, count.women, count.persons);
  const accepted = conditionWhere(reading, target, count.womenIfAccepted, count.personsIfAccepted);
  return severityIn(kept) === severityIn(accepted)
    ? kept
    : { kind: 'unknown', reason: `a reading of the return of ${count.observedOn} is suspect` };
}

const severityIn = (found: Condition) => (found.kind === 'gap' ? found.severity : undefined);

function conditionWhere(reading: EveryDay, { year, percent, isDue }: WomenTarget, women: number, persons: number): Condition {
  const figures = { women, persons, target: percent, targetYear: Number(year) };
  const { thresholds } = reading.policy.table.rules['women-below-target'];
  const under = hundredths(percent) * persons - 10_000 * women;
  const severity = isDue && under > 0 ? severityWhere(thresholds, (points) => under >= hundredths(points) * persons) : undefined;
  return conditionOf(severity, figures, `fewer women than the target of ${year}`);
}

/** Targets and points may have decimals; what is compared is whole. */
const hundredths = (percent: number): number => Math.round(100 * percent);

function days(reading: EveryDay, { steps }: Curve<HeadCount | undefined>): readonly Day[] {
  const years = Object.keys(reading.policy.table.rules['women-below-target'].targets);
  const turns = years.flatMap((year) => [`${year}-01-01`, `${Number(year) + 1}-01-01`]);
  return [...steps.map(([day]) => day), ...turns, ...mandateDays(reading)];
}

function explain(reading: Reading, group: Group, day: Day): Explained {
  const { year, percent } = targetOn(reading, group, day)!;
  const target: PolicyLeaf = {
    figure: 'target',
    value: percent,
    policy: `/rules/women-below-target/targets/${year}/${group}`,
  };
  const share = node('share of women', day, 'share', [
    explainWomen(reading, typesIn[group], day),
    explainHeadCount(reading, typesIn[group], day, 'persons'),
  ]);
  return {
    statement: `By ${year} women are to be ${percent} per cent.`,
    figures: node('figures explained', day, 'count', [target, share]),
  };
}
