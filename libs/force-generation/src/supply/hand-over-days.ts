import { addDays, type Day } from '../day.js';
import { mandate, mandateDays } from '../mandate/mandate.js';
import { taskDays } from '../mandate/tasks.js';
import type { EveryDay } from '../reading.js';
import { unitHistory } from '../strength/unit-history.js';
import { needCarried } from './carriers.js';
import type { CapabilityBalance } from './coverage.js';
import { partnerDays, partnersGoneOn } from './partner-support.js';
import { reliefOf } from './relief.js';
import { requirementHistory, requirementsOf } from './requirement.js';

/** Days on which what is uncovered of a need, or of a unit that another one relieves, may change. */
export function handOverDays(reading: EveryDay, subject: string): Iterable<Day> {
  const days = new Set<Day>();
  const edges = new Set<Day>();
  if (requirementHistory(reading, subject).steps.length > 0) addNeed(reading, subject, { days, edges });
  if (reliefOf(reading, subject).steps.length > 0) addUnit(reading, subject, { days, edges });
  if (days.size === 0) return days;
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

function addNeed(reading: EveryDay, name: string, { days, edges }: Found): void {
  for (const [, fact] of requirementHistory(reading, name).steps) {
    if (fact?.type !== 'RequirementStated') continue;
    edges.add(fact.data.requiredBy);
    for (const day of taskDays(reading, fact.data.tasks ?? [])) days.add(day);
  }
  const { carried, balances } = needCarried(reading, name);
  for (const [on] of carried.steps) edges.add(on);
  for (const balance of balances.values()) addSupply(balance, { days, edges });
  for (const day of partnerDays(reading)) days.add(day);
  for (const day of partnersGoneOn(reading)) edges.add(day);
}

function addSupply({ sources, standing }: CapabilityBalance, { days, edges }: Found): void {
  for (const [on] of standing.steps) days.add(on);
  for (const { steps } of sources) {
    for (const [on, items] of steps) {
      days.add(on);
      for (const { startsOn, leavesOn } of items) edges.add(startsOn).add(leavesOn ?? startsOn);
    }
  }
}

function addUnit(reading: EveryDay, unit: string, { days, edges }: Found): void {
  const others = new Set([unit]);
  for (const [, relief] of reliefOf(reading, unit).steps) {
    if (relief === undefined) continue;
    const { leavesOn, arrivesOn, replacedBy } = relief.rotation.data;
    for (const day of [leavesOn, arrivesOn, relief.repatriation?.data.on]) if (day !== undefined) edges.add(day);
    others.add(replacedBy!);
  }
  for (const other of others)
    for (const [on, { plan }] of unitHistory(reading, other).steps) {
      days.add(on);
      if (plan !== undefined) edges.add(plan.data.arrivesOn);
    }
  // While a need asks for its capability, it is the need's matter.
  for (const capability of capabilitiesOf(reading, unit))
    for (const [on] of requirementsOf(reading, capability).steps) days.add(on);
}

const capabilitiesOf = (reading: EveryDay, unit: string): ReadonlySet<string> =>
  new Set(unitHistory(reading, unit).steps.flatMap(([, { arrival }]) => arrival?.data.capability ?? []));

/**
 * Days on which what is uncovered up to an edge, or from it on, reaches a threshold while its other end is overdue and moves with
 * the day; the day itself and those beside it, since it is overdue then; and the day on which it comes into sight.
 */
function around(reading: EveryDay, edge: Day): readonly Day[] {
  const { thresholds, lookAheadDays } = reading.policy.table.rules['hand-over-gap'];
  const counts = Object.values(thresholds).flatMap((count) => [-count - 1, -count, count - 1, count]);
  return [-lookAheadDays, -1, 0, 1, ...counts].map((count) => addDays(edge, count));
}
