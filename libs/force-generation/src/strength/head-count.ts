import { Curve, type Step } from '../curve.js';
import { addDays, daysInOrder, type Day } from '../day.js';
import type { PersonnelType } from '../personnel.js';
import type { Reading } from '../reading.js';
import { strengthOn, strengths, type Head, type ReturnStrength } from './strength.js';
import { unitChange, unitChangeDays, unitsOfType } from './unit-changes.js';

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

/** The head-count as a step function of the day, up to today. */
export const headCounts = (reading: Reading, types: readonly PersonnelType[]): Curve<HeadCount | undefined> =>
  reading.once(`head counts ${types.join('+')}`, () => {
    const ofReturns = strengths(reading).flatMap(({ asAt }) => [asAt, staleFrom(reading, asAt)]);
    const ofUnits = types.flatMap((type) => unitChangeDays(reading, type));
    const past = daysInOrder([...ofReturns, ...ofUnits]).filter((day) => day <= reading.today);
    return Curve.of(
      past.map((day): Step<HeadCount | undefined> => [day, headCount(reading, types, day)]),
      undefined,
    );
  });

/** Whether the persons may be said at all: an old return does not tell how strong a mission is today. */
export const isSayable = (state: FigureState): boolean => state === 'known' || state === 'suspect';

/** Undefined before the first return: units alone do not say how strong a mission is. */
export function headCount(reading: Reading, types: readonly PersonnelType[], day: Day): HeadCount | undefined {
  const strength = strengthOn(reading, day);
  if (strength === undefined) return undefined;
  const kept = { women: 0, men: 0 };
  const accepted = { women: 0, men: 0 };
  let published = 0;
  for (const type of types) {
    const part = strength.byType.get(type)!;
    const change = unitChange(unitsOfType(reading, type), strength.asAt, day);
    add(kept, part.kept, change);
    add(accepted, part.accepted, change);
    published += part.published.women + part.published.men;
  }
  return {
    observedOn: strength.asAt,
    persons: kept.women + kept.men,
    women: kept.women,
    personsIfAccepted: accepted.women + accepted.men,
    womenIfAccepted: accepted.women,
    published,
    ...states(reading, strength, types, day),
  };
}

function add(to: Head, part: Head, change: { readonly women: number; readonly men: number }): void {
  to.women += part.women + change.women;
  to.men += part.men + change.men;
}

function states(
  reading: Reading,
  strength: ReturnStrength,
  types: readonly PersonnelType[],
  day: Day,
): Pick<HeadCount, 'state' | 'womenState' | 'wasHeld'> {
  const parts = types.map((type) => strength.byType.get(type)!);
  const wasHeld = parts.some((part) => part.wasHeld);
  if (staffOfficersUnsplit(reading, strength.asAt) && isSplit(types)) return { state: 'unknown', womenState: 'unknown', wasHeld };
  if (day >= staleFrom(reading, strength.asAt)) return { state: 'stale', womenState: 'stale', wasHeld };
  return {
    state: parts.some((part) => part.suspect) ? 'suspect' : 'known',
    womenState: parts.some((part) => part.suspectWomen) ? 'suspect' : 'known',
    wasHeld,
  };
}

/** The first day on which a return of the as-at day is too old to speak. */
export const staleFrom = (reading: Reading, asAt: Day): Day => addDays(asAt, reading.policy.table.returns.staleDays);

/** The published reports count staff officers among the troops until then: neither is known without the other. */
const publishedApartFrom: Day = '2017-05-31';

const isSplit = (types: readonly PersonnelType[]): boolean => types.includes('Staff Officer') !== types.includes('Troops');

function staffOfficersUnsplit(reading: Reading, asAt: Day): boolean {
  const firstSplit = reading.once(
    'first return with staff officers',
    () =>
      strengths(reading).find(({ byType }) => {
        const { published } = byType.get('Staff Officer')!;
        return published.women + published.men > 0;
      })?.asAt,
  );
  return asAt < (firstSplit ?? publishedApartFrom);
}
