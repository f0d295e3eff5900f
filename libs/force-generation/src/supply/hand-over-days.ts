import { addDays, endOfTime, type Day, beginningOfTime } from '../day.js';
import { mandate, mandateDays } from '../mandate/mandate.js';
import { taskDays } from '../mandate/tasks.js';
import type { EveryDay } from '../reading.js';
import { unitHistory } from '../strength/unit-history.js';
import { needCarried, type NeedCarried } from './carriers.js';
import type { CapabilityBalance } from './coverage.js';
import { partnerDays, partnersGoneOn } from './partner-support.js';
import { reliefOf } from './relief.js';
import { requirementHistory, requirementsOf } from './requirement.js';
import { pledgeDays } from './unit-need.js';

/** Days on which what is uncovered of a need, or of a unit that another one relieves, may change: all of them from a day on. */
export function handOverDays(reading: EveryDay, subject: string, since: Day): Iterable<Day> {
  const days = new Set<Day>();
  const edges = new Set<Day>();
  if (requirementHistory(reading, subject).steps.length > 0) addNeed(reading, subject, { days, edges, since });
  if (reliefOf(reading, subject).steps.length > 0) addUnit(reading, subject, { days, edges, since });
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
  /** Of days before it nobody asks. */
  readonly since: Day;
}

function addNeed(reading: EveryDay, name: string, { days, edges, since }: Found): void {
  for (const [, fact] of requirementHistory(reading, name).steps) {
    if (fact?.type !== 'RequirementStated') continue;
    edges.add(fact.data.requiredBy);
    for (const day of taskDays(reading, fact.data.tasks ?? [])) days.add(day);
  }
  const { carried, balances } = needCarried(reading, name);
  addLosses(reading, name, carried.steps, days);
  for (const balance of balances.values()) addSupply(reading, balance, { days, since });
  for (const day of partnerDays(reading)) days.add(day);
  for (const day of partnersGoneOn(reading)) edges.add(day);
}

/** Of somebody who has gone, until as many are there again. */
function addLosses(reading: EveryDay, name: string, steps: NeedCarried['carried']['steps'], days: Set<Day>): void {
  const most = Math.max(
    ...requirementHistory(reading, name).steps.map(([, fact]) => (fact?.type === 'RequirementStated' ? fact.data.units : 0)),
  );
  steps.forEach(([on, carried], index) => {
    days.add(on);
    const level = Math.min(most, steps[index - 1]?.[1]?.units ?? 0);
    if (carried === undefined || carried.units >= level) return;
    const again = steps.find(([, later], at) => at > index && (later === undefined || later.units >= level));
    addWithin(afterLoss(reading, on), { from: on, to: again?.[0] ?? endOfTime }, days);
  });
}

/** Of what is to come or to go, while that is said of it. */
function addSupply(
  reading: EveryDay,
  { sources, supply, standing }: CapabilityBalance,
  { days, since }: Pick<Found, 'days' | 'since'>,
): void {
  for (const [on] of [...standing.steps, ...supply.steps]) days.add(on);
  for (const { steps } of sources) {
    steps.forEach(([from, items], index) => {
      const to = steps[index + 1]?.[0] ?? endOfTime;
      if (to < since) return;
      for (const { strength, startsOn, leavesOn } of items) {
        if (strength === 'committed') addWithin(beforeArrival(reading, startsOn), { from, to }, days);
        if (leavesOn !== undefined) addWithin(beforeDeparture(reading, leavesOn), { from, to }, days);
      }
    });
  }
}

function addWithin(some: readonly Day[], { from, to }: { readonly from: Day; readonly to: Day }, days: Set<Day>): void {
  for (const day of some) if (day >= from && day <= to) days.add(day);
}

const countsOf = (reading: EveryDay): readonly number[] => Object.values(reading.policy.table.rules['hand-over-gap'].thresholds);

/** An arrival that is overdue moves with the day, away from the loss. */
const afterLoss = (reading: EveryDay, lostOn: Day): readonly Day[] =>
  [-1, 0, 1, ...countsOf(reading).flatMap((count) => [count - 1, count])].map((count) => addDays(lostOn, count));

/** A departure that is overdue moves with the day, towards the arrival. */
const beforeArrival = (reading: EveryDay, arrivesOn: Day): readonly Day[] =>
  [-1, 0, 1, ...countsOf(reading).flatMap((count) => [-count - 1, -count])].map((count) => addDays(arrivesOn, count));

/** It comes into sight, and is overdue. */
const beforeDeparture = (reading: EveryDay, leavesOn: Day): readonly Day[] =>
  [-reading.policy.table.rules['hand-over-gap'].lookAheadDays, -1, 0, 1].map((count) => addDays(leavesOn, count));

function addUnit(reading: EveryDay, unit: string, { days, edges }: Found): void {
  if (isNeverFree(reading, unit)) return;
  const others = new Set([unit]);
  for (const [, relief] of reliefOf(reading, unit).steps) {
    if (relief === undefined) continue;
    const { leavesOn, arrivesOn, replacedBy } = relief.rotation.data;
    for (const day of [leavesOn, arrivesOn, relief.repatriation?.data.on]) if (day !== undefined) edges.add(day);
    others.add(replacedBy!);
  }
  for (const other of others) {
    const history = unitHistory(reading, other);
    for (const [on, { plan }] of history.steps) {
      days.add(on);
      if (plan !== undefined) edges.add(plan.data.arrivesOn);
    }
    // A plan falls with its pledge.
    for (const on of pledgeDays(reading, history, beginningOfTime)) days.add(on);
  }
  // While a need asks for its capability, it is the need's matter.
  for (const capability of capabilitiesOf(reading, unit))
    for (const [on] of requirementsOf(reading, capability).steps) days.add(on);
}

/** Whether on all of its days a need asks for its capability. */
function isNeverFree(reading: EveryDay, unit: string): boolean {
  const first = unitHistory(reading, unit).steps[0]?.[0] ?? endOfTime;
  return [...capabilitiesOf(reading, unit)].every((capability) => {
    const needs = requirementsOf(reading, capability);
    return needs.at(first).length > 0 && needs.stepsFrom(first).every(([, standing]) => standing.length > 0);
  });
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
