import type { Curve } from '../curve.js';
import type { Day } from '../day.js';
import { explainHeadCount } from '../explanation/explain-head-count.js';
import { explainWomen } from '../explanation/explain-women.js';
import { node, type Explained, type PolicyLeaf } from '../explanation/node.js';
import { isEnded, mandate, mandateDays } from '../mandate/mandate.js';
import { componentOf } from '../personnel.js';
import type { EveryDay, Reading } from '../reading.js';
import { headCounts, type HeadCount } from '../strength/head-count.js';
import { conditionOf } from './condition-of.js';
import { militaryOwner, ofBothReadings, policeOwner } from './line-rule.js';
import type { Condition, Rule } from './rule.js';
import { severityWhere } from './severity.js';
import { womenGroups, womenTargetOn, type WomenGroup, type WomenTarget } from './women-target.js';
import { mandateHasEnded } from './while-mandated.js';

/**
 * "There are fewer women than were to be by this year." The Uniformed Gender Parity Strategy gives targets for 2028: troops 15 %, staff
 * officers and observers 25 %, formed police 20 %, individual police 30 %. A year that no source gives a target for raises nothing.
 */
export const womenBelowTarget: Rule = {
  name: 'women-below-target',
  subjects: () => Object.keys(womenGroups),
  lookAtReturns: (reading, subject, told) => {
    const group = subject as WomenGroup;
    const counts = headCounts(reading, womenGroups[group], told);
    return {
      days: () => days(reading, counts),
      conditionOn: (day) => condition(reading, group, counts.at(day), day),
    };
  },
  respond: (_reading, subject) => ({
    action: 'Ask the contributors for women in the next rotations and nominations',
    owner: componentOf(womenGroups[subject as WomenGroup][0]!) === 'police' ? policeOwner : militaryOwner,
  }),
  explain: (reading, subject, day) => explain(reading, subject as WomenGroup, day),
};

function condition(reading: EveryDay, group: WomenGroup, count: HeadCount | undefined, day: Day): Condition | undefined {
  if (count === undefined) return undefined;
  if (isEnded(mandate(reading).at(day), day)) return mandateHasEnded;
  const readable = ofBothReadings(count, () => ({ kind: 'clear', figures: {} }));
  const target = womenTargetOn(reading, group, day);
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
  // Fewer persons than none, where units lose more than their cell had, have no share.
  const isShort = isDue && persons > 0 && under > 0;
  const severity = isShort ? severityWhere(thresholds, (points) => under >= hundredths(points) * persons) : undefined;
  return conditionOf(severity, figures, `fewer women than the target of ${year}`);
}

/** Targets and points may have decimals; what is compared is whole. */
const hundredths = (percent: number): number => Math.round(100 * percent);

function days(reading: EveryDay, { steps }: Curve<HeadCount | undefined>): readonly Day[] {
  const years = Object.keys(reading.policy.table.rules['women-below-target'].targets);
  const turns = years.flatMap((year) => [`${year}-01-01`, `${Number(year) + 1}-01-01`]);
  return [...steps.map(([day]) => day), ...turns, ...mandateDays(reading)];
}

function explain(reading: Reading, group: WomenGroup, day: Day): Explained {
  const { year, percent } = womenTargetOn(reading, group, day)!;
  const target: PolicyLeaf = {
    figure: 'target',
    value: percent,
    policy: `/rules/women-below-target/targets/${year}/${group}`,
  };
  const share = node('share of women', day, 'share', [
    explainWomen(reading, womenGroups[group], day),
    explainHeadCount(reading, womenGroups[group], day, 'persons'),
  ]);
  return {
    statement: `By ${year} women are to be ${percent} per cent.`,
    figures: node('figures explained', day, 'count', [target, share]),
  };
}
