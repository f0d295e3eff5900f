import { Curve, type Step } from '../curve.js';
import { addDays, beginningOfTime, daysInOrder, type Day } from '../day.js';
import type { PersonnelType } from '../personnel.js';
import { goingOnFrom, type EveryDay, type Reading } from '../reading.js';
import { openToday, splitFrom, strengths, toldToday, type Head, type ReturnStrength, type Told } from './strength.js';
import { unitPersons, type UnitPersons } from './unit-changes.js';

/** How far a head-count can be relied on. */
export type FigureState = 'known' | 'suspect' | 'stale' | 'unknown';

/** The persons of some personnel types on a day: the return in force, and what units gained or lost since. */
export interface HeadCount {
  readonly observedOn: Day;
  readonly persons: number;
  readonly women: number;
  /** The persons if every suspect reading were right. */
  readonly personsIfAccepted: number;
  readonly womenIfAccepted: number;
  /** As published on the as-at day. */
  readonly published: number;
  readonly state: FigureState;
  readonly womenState: FigureState;
  readonly wasHeld: boolean;
}

type HeadCounts = Curve<HeadCount | undefined>;

/** The head-count as a step function of the day; undefined before the first return: units alone do not say how strong a mission is. */
export const headCounts = (reading: EveryDay, types: readonly PersonnelType[], told: Told): HeadCounts =>
  told === 'in the end'
    ? reading.byDay<HeadCounts>('head counts', types.join('+'), (kept) =>
        counted(reading, types, told, goingOnFrom(reading, kept)),
      )
    : told.onceToday(`head counts ${types.join('+')}`, () => {
        const value = headCounts(told, types, 'in the end');
        return counted(told, types, told, goingOnFrom(told, { value, from: openToday(told)! }));
      });

/** The same as today knows it. */
export const headCountsToday = (reading: Reading, types: readonly PersonnelType[]): HeadCounts =>
  headCounts(reading, types, toldToday(reading));

/** Whether the persons may be said at all: an old return does not tell how strong a mission is today. */
export const isSayable = (state: FigureState): boolean => state === 'known' || state === 'suspect';

function counted(
  reading: EveryDay,
  types: readonly PersonnelType[],
  told: Told,
  kept: { readonly value: HeadCounts; readonly from: Day } | undefined,
): HeadCounts {
  const returns = strengths(reading, told);
  const units = unitPersons(reading, types);
  const { staleDays } = reading.policy.table.returns;
  const split = splitFrom(reading, told);
  const from = kept?.from ?? beginningOfTime;
  const days = kept !== undefined && kept.from === reading.begins ? [kept.from] : [];
  for (const [asAt] of returns.steps) for (const day of [asAt, addDays(asAt, staleDays)]) if (day >= from) days.push(day);
  for (const curve of [units.arrived, ...units.firstReported.map(({ persons }) => persons)])
    for (const [day] of curve.stepsFrom(from)) days.push(day);
  const strengthOn = returns.inOrder();
  const arrivedOn = units.arrived.inOrder();
  let base: ReturnCounted | undefined;
  const steps: Step<HeadCount | undefined>[] = [];
  for (const day of daysInOrder(days)) {
    const strength = strengthOn(day);
    if (strength === undefined) {
      steps.push([day, undefined]);
      continue;
    }
    if (base?.strength !== strength) base = baseOf(strength, types, units, { staleDays, split });
    steps.push([day, countOn(day, base, arrivedOn(day))]);
  }
  return Curve.goingOn(kept, steps, undefined);
}

/** What a return says of the types, and its units' persons on its day. */
interface ReturnCounted extends Omit<HeadCount, 'persons' | 'women' | 'personsIfAccepted' | 'womenIfAccepted'> {
  readonly strength: ReturnStrength;
  readonly kept: Head;
  readonly accepted: Head;
  readonly arrived: Head;
  readonly firstReported: readonly { readonly persons: Curve<Head>; readonly then: Head }[];
  readonly staleFrom: Day;
}

function baseOf(
  strength: ReturnStrength,
  types: readonly PersonnelType[],
  units: UnitPersons,
  { staleDays, split }: { readonly staleDays: number; readonly split: Day },
): ReturnCounted {
  const { asAt } = strength;
  const parts = types.map((type) => strength.byType.get(type)!);
  const isUnsplit = asAt < split && isPartOfArmy(types);
  const published = sumOf(parts.map((part) => part.published));
  return {
    strength,
    observedOn: asAt,
    kept: sumOf(parts.map((part) => part.kept)),
    accepted: sumOf(parts.map((part) => part.accepted)),
    published: published.women + published.men,
    state: isUnsplit ? 'unknown' : parts.some(({ suspect }) => suspect) ? 'suspect' : 'known',
    womenState: isUnsplit ? 'unknown' : parts.some(({ suspectWomen }) => suspectWomen) ? 'suspect' : 'known',
    wasHeld: parts.some((part) => part.wasHeld),
    arrived: units.arrived.at(asAt),
    firstReported: units.firstReported
      .filter(({ firstReportedOn }) => firstReportedOn <= asAt)
      .map(({ persons }) => ({ persons, then: persons.at(asAt) })),
    staleFrom: addDays(asAt, staleDays),
  };
}

function countOn(day: Day, base: ReturnCounted, arrived: Head): HeadCount {
  let women = arrived.women - base.arrived.women;
  let men = arrived.men - base.arrived.men;
  for (const { persons, then } of base.firstReported) {
    const now = persons.at(day);
    women += now.women - then.women;
    men += now.men - then.men;
  }
  const isStale = day >= base.staleFrom;
  return {
    observedOn: base.observedOn,
    persons: base.kept.women + base.kept.men + women + men,
    women: base.kept.women + women,
    personsIfAccepted: base.accepted.women + base.accepted.men + women + men,
    womenIfAccepted: base.accepted.women + women,
    published: base.published,
    state: isStale && base.state !== 'unknown' ? 'stale' : base.state,
    womenState: isStale && base.womenState !== 'unknown' ? 'stale' : base.womenState,
    wasHeld: base.wasHeld,
  };
}

function sumOf(heads: readonly Head[]): Head {
  const sum = { women: 0, men: 0 };
  for (const { women, men } of heads) {
    sum.women += women;
    sum.men += men;
  }
  return sum;
}

/** Troops without staff officers or the other way round. */
const isPartOfArmy = (types: readonly PersonnelType[]): boolean => types.includes('Staff Officer') !== types.includes('Troops');
