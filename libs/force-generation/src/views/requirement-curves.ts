import { Curve, type Step } from '../curve.js';
import { addDays, daysInOrder, earlierOf, type Day } from '../day.js';
import type { Reading } from '../reading.js';
import { balanceOf, coverageOf, type CapabilityBalance, type Coverage } from '../supply/coverage.js';
import { requirementHistory, requirementNames, requirementOn, type Requirement } from '../supply/requirement.js';
import { daysAheadOf, sourceDays, type StrengthName } from '../supply/supply-item.js';

/** What is required and what meets it, as `[day, value]` steps; null on days on which the requirement does not stand. */
export type RequirementSteps = { readonly required: readonly Step<number | null>[] } & {
  readonly [strength in StrengthName]?: readonly Step<number | null>[];
};

/** A requirement's supply as step functions of the day, in units and in persons. What it is, as it last stood. */
export interface RequirementCurves {
  readonly requirement: string;
  readonly capability: string;
  readonly requiredBy: Day;
  readonly units: RequirementSteps;
  readonly personnel: RequirementSteps;
}

export interface RequirementCurvesAsked {
  readonly from: Day;
  readonly to: Day;
  readonly strengths: readonly StrengthName[];
}

/**
 * Of every requirement that stands on some day from `from` to `to`. The past is what each day's facts told of that day; the days
 * ahead are as today tells them. A unit or a pledge counts for one requirement, in its firmest strength.
 */
export const requirementCurves = (reading: Reading, asked: RequirementCurvesAsked): readonly RequirementCurves[] =>
  requirementNames(reading).flatMap((name) => curvesOf(reading, name, asked) ?? []);

type Count = 'units' | 'personnel';

function curvesOf(reading: Reading, name: string, asked: RequirementCurvesAsked): RequirementCurves | undefined {
  const balances = balancesOf(reading, name);
  const days = daysOf(reading, name, balances, asked);
  const standing = days.map((day) => requirementOn(reading, name, earlierOf(day, reading.today)));
  const last = standing.findLast((fact) => fact !== undefined)?.data;
  if (last === undefined) return undefined;
  const covered = asked.strengths.map((strength) => {
    const told = strength === 'deployed' ? days.filter((day) => day <= reading.today) : days;
    return [strength, told.map((day, index) => coverage(reading, balances, standing[index], { day, strength }))] as const;
  });
  const stepsOf = (values: readonly (number | null)[]): readonly Step<number | null>[] => stepped(days, values);
  const of = (count: Count): RequirementSteps => ({
    required: stepsOf(standing.map((fact) => fact?.data[count] ?? null)),
    ...Object.fromEntries(covered.map(([strength, all]) => [strength, stepsOf(all.map((one) => one?.[count] ?? null))])),
  });
  const { requirement, capability, requiredBy } = last;
  return { requirement, capability, requiredBy, units: of('units'), personnel: of('personnel') };
}

function coverage(
  { today }: Reading,
  balances: ReadonlyMap<string, CapabilityBalance>,
  fact: Requirement | undefined,
  { day, strength }: { readonly day: Day; readonly strength: StrengthName },
): Coverage | undefined {
  const balance = fact && balances.get(fact.data.capability);
  return balance && coverageOf(balance, fact, { today: earlierOf(day, today), day, strength });
}

/** For every capability that the requirement was ever stated for. */
const balancesOf = (reading: Reading, name: string): ReadonlyMap<string, CapabilityBalance> =>
  new Map(
    requirementHistory(reading, name).steps.flatMap(([, fact]) =>
      fact?.type === 'RequirementStated' ? [[fact.data.capability, balanceOf(reading, fact.data.capability)] as const] : [],
    ),
  );

/** Days within what is asked on which the requirement or its supply may change; tomorrow is one, since what is overdue counts then. */
function daysOf(
  reading: Reading,
  name: string,
  balances: ReadonlyMap<string, CapabilityBalance>,
  { from, to }: RequirementCurvesAsked,
): readonly Day[] {
  const days = [from, reading.today, addDays(reading.today, 1), ...requirementHistory(reading, name).steps.map(([on]) => on)];
  for (const { sources, supply, standing } of balances.values()) {
    for (const [on] of standing.steps) days.push(on);
    // A later fact ends what an item was, though not for who looks ahead from today.
    days.push(...daysAheadOf(supply.at(reading.today), reading.today));
    for (const source of sources) days.push(...sourceDays(source, from));
  }
  return daysInOrder(days.filter((day) => day >= from && day <= to));
}

/** The first day, and those on which the value changes. */
const stepped = (days: readonly Day[], values: readonly (number | null)[]): readonly Step<number | null>[] => {
  const [first, ...rest] = values.map((value, index): Step<number | null> => [days[index]!, value]);
  return first === undefined ? [] : [first, ...Curve.of(rest, first[1]).steps];
};
