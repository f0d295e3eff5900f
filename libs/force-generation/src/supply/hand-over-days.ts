import { addDays, type Day } from '../day.js';
import { mandate, mandateDays } from '../mandate/mandate.js';
import { taskDays } from '../mandate/tasks.js';
import type { Reading } from '../reading.js';
import { unitHistory } from '../strength/unit-history.js';
import { capabilitiesOf, carriedBy } from './carriers.js';
import { sourcesOfCapability } from './coverage.js';
import { partnerDays } from './partner-support.js';
import { reliefOf } from './relief.js';
import { requirementHistory, requirementNames } from './requirement.js';

/** Days on which what is uncovered of a need, or of a unit that another one relieves, may change. */
export function handOverDays(reading: Reading, subject: string): Iterable<Day> {
  const days = new Set<Day>();
  const edges = new Set<Day>();
  if (requirementHistory(reading, subject).steps.length > 0) addNeed(reading, subject, { days, edges });
  if (reliefOf(reading, subject).steps.length > 0) addUnit(reading, subject, { days, edges });
  if (days.size === 0) return days;
  for (const other of requirementNames(reading)) for (const [on] of requirementHistory(reading, other).steps) days.add(on);
  for (const [, fact] of mandate(reading).steps) if (fact?.type === 'MandateEnded') edges.add(fact.data.endsOn);
  for (const day of mandateDays(reading)) days.add(day);
  for (const edge of edges) for (const day of around(reading, edge)) days.add(day);
  return days;
}

interface Found {
  readonly days: Set<Day>;
  /** Days on which somebody comes or goes. */
  readonly edges: Set<Day>;
}

function addNeed(reading: Reading, name: string, { days, edges }: Found): void {
  for (const [, fact] of requirementHistory(reading, name).steps) {
    if (fact?.type !== 'RequirementStated') continue;
    edges.add(fact.data.requiredBy);
    for (const day of taskDays(reading, fact.data.tasks ?? [])) days.add(day);
  }
  for (const [on] of carriedBy(reading, name).steps) edges.add(on);
  for (const [on, items] of capabilitiesOf(reading, name)
    .flatMap((capability) => sourcesOfCapability(reading, capability))
    .flatMap(({ steps }) => steps)) {
    days.add(on);
    for (const day of items.flatMap(({ startsOn, leavesOn }) => [startsOn, leavesOn ?? startsOn])) edges.add(day);
  }
  const { said, until } = partnerDays(reading);
  for (const day of said) days.add(day);
  for (const day of until) edges.add(addDays(day, 1));
}

function addUnit(reading: Reading, unit: string, { days, edges }: Found): void {
  const others = new Set<string>();
  for (const [, relief] of reliefOf(reading, unit).steps) {
    if (relief === undefined) continue;
    const { leavesOn, arrivesOn, replacedBy } = relief.rotation.data;
    for (const day of [leavesOn, arrivesOn, relief.repatriation?.data.on]) if (day !== undefined) edges.add(day);
    others.add(replacedBy!);
  }
  for (const other of [unit, ...others])
    for (const [on, { plan }] of unitHistory(reading, other).steps) {
      days.add(on);
      if (plan !== undefined) edges.add(plan.data.arrivesOn);
    }
}

/**
 * Days on which what is uncovered up to an edge, or from it on, reaches a threshold while its other end is overdue and moves with
 * the day; the day itself and those beside it, since it is overdue then; and the day on which it comes into sight.
 */
function around(reading: Reading, edge: Day): readonly Day[] {
  const { thresholds, lookAheadDays } = reading.policy.table.rules['hand-over-gap'];
  const counts = Object.values(thresholds).flatMap((count) => [-count - 1, -count, count - 1, count]);
  return [-lookAheadDays, -1, 0, 1, ...counts].map((count) => addDays(edge, count));
}
