import { Curve, type Step } from '../curve.js';
import { earlierOf, endOfTime, type Day } from '../day.js';
import { personnelTypes, type PersonnelType } from '../personnel.js';
import type { EveryDay, Reading } from '../reading.js';
import { holdsOf, readReturns, type ReadReturn, type SpecialCell } from './hold-pass.js';
import type { ReturnInForce } from './return-in-force.js';

export interface Head {
  women: number;
  men: number;
}

/** What one return says of one personnel type. */
export interface TypeStrength {
  /** With every hold kept. */
  readonly kept: Head;
  /** With every hold accepted: the other reading. */
  readonly accepted: Head;
  /** The sum as published. */
  readonly published: Head;
  /** Whether persons rest on a suspect reading, or only the split into women and men does. */
  readonly suspect: boolean;
  readonly suspectWomen: boolean;
  readonly wasHeld: boolean;
}

export interface ReturnStrength {
  readonly ret: ReturnInForce;
  readonly asAt: Day;
  readonly byType: ReadonlyMap<PersonnelType, TypeStrength>;
  /** Cells that are not as printed, as today knows them. */
  readonly special: readonly KnownCell[];
}

export interface KnownCell {
  readonly special: SpecialCell;
  readonly kept: SpecialCell['kept'];
  readonly accepted: SpecialCell['kept'];
  readonly suspect: boolean;
}

/**
 * How returns are told: as they are known in the end, or as a reading's today knows them, when holds may still be open. Today tells
 * a day as it is known in the end unless something that will be known later is about it.
 */
export type Told = 'in the end' | Reading;

/** On each day the newest return, with its holds as known. */
export const strengths = (reading: EveryDay, told: Told): Curve<ReturnStrength | undefined> =>
  told === 'in the end' ? strengthsInTheEnd(reading) : strengthsToday(told);

const strengthsInTheEnd = ({ whole: reading }: EveryDay): Curve<ReturnStrength | undefined> =>
  reading.once('strengths', () => readReturns(reading).map((read) => read && strengthInTheEnd(read)));

const strengthsToday = ({ whole: reading }: Reading): Curve<ReturnStrength | undefined> =>
  reading.onceToday('strengths', () => {
    const { today } = reading;
    const from = openToday(reading)!;
    const steps = readReturns(reading)
      .stepsFrom(from)
      .filter(([asAt]) => asAt <= today);
    return Curve.goingOn(
      { value: strengthsInTheEnd(reading), from },
      steps.map(([asAt, read]): Step<ReturnStrength | undefined> => [asAt, read && summed(read, today)]),
      undefined,
    );
  });

/** How the returns are told to who asks today. */
export const toldToday = (reading: Reading): Told => (openToday(reading) === undefined ? 'in the end' : reading);

/** The first day that today tells otherwise than it is known in the end, if there is one. */
export const openToday = ({ whole: reading }: Reading): Day | undefined =>
  reading.onceToday('open today', () => {
    const { today } = reading;
    const days = holdsOf(reading)
      .filter(({ since, end }) => since <= today && end !== undefined && today < end.knownFrom)
      .map(({ since }) => since);
    const split = splitInTheEnd(reading);
    // Returns between the two days are unsplit once it is known that a later one is the first to split.
    if (split !== undefined && split > publishedApartFrom && split > today) days.push(publishedApartFrom);
    return days.length === 0 ? undefined : days.reduce(earlierOf);
  });

/** The published reports count staff officers among the troops until then: neither is known without the other. */
const publishedApartFrom: Day = '2017-05-31';

/** The as-at day from which staff officers are known apart from troops. */
export function splitFrom(reading: EveryDay, told: Told): Day {
  const split = splitInTheEnd(reading);
  return split === undefined || (told !== 'in the end' && split > told.today) ? publishedApartFrom : split;
}

const splitInTheEnd = ({ whole: reading }: EveryDay): Day | undefined =>
  reading.once(
    'first return with staff officers',
    () =>
      strengthsInTheEnd(reading).steps.find(([, strength]) => {
        const { published } = strength!.byType.get('Staff Officer')!;
        return published.women + published.men > 0;
      })?.[0],
  );

/** The return in force on the day, or undefined before the first. */
export const strengthOn = (reading: Reading, day: Day): ReturnStrength | undefined =>
  strengths(reading, toldToday(reading)).at(day);

const knownInTheEnd = new WeakMap<ReadReturn, ReturnStrength>();

function strengthInTheEnd(read: ReadReturn): ReturnStrength {
  const known = knownInTheEnd.get(read) ?? summed(read, endOfTime);
  knownInTheEnd.set(read, known);
  return known;
}

function summed({ ret, special }: ReadReturn, today: Day): ReturnStrength {
  const published = new Map(personnelTypes.map((type) => [type, { women: 0, men: 0 }]));
  ret.cells.forEach((cell) => {
    const sum = published.get(cell.personnelType)!;
    sum.women += cell.women;
    sum.men += cell.men;
  });
  const byType = new Map(personnelTypes.map((type) => [type, strengthAsPublished(published.get(type)!)]));
  const known = special.map((cell) => knownCell(cell, today));
  for (const cell of known) correct(byType.get(cell.special.type)!, cell, ret);
  return { ret, asAt: ret.asAt, byType, special: known };
}

type Changing<T> = { -readonly [K in keyof T]: T[K] };

const strengthAsPublished = (published: Head): Changing<TypeStrength> => ({
  kept: { ...published },
  accepted: { ...published },
  published,
  suspect: false,
  suspectWomen: false,
  wasHeld: false,
});

function add(head: Head, value: Head, times: 1 | -1): void {
  head.women += times * value.women;
  head.men += times * value.men;
}

/** An ended hold leaves one value; an open one two, of which one is kept until it ends. */
function knownCell(special: SpecialCell, today: Day): KnownCell {
  const { hold, kept, printed } = special;
  const ended = hold?.end !== undefined && hold.end.knownFrom <= today ? hold.end.how : undefined;
  if (ended === 'dropped') return { special, kept, accepted: kept, suspect: false };
  if (ended === 'accepted') return { special, kept: printed, accepted: printed, suspect: false };
  return { special, kept, accepted: printed, suspect: true };
}

function correct(strength: Changing<TypeStrength>, { special, kept, accepted, suspect }: KnownCell, ret: ReturnInForce): void {
  const inSum = ret.cells.get(special.cell) ?? { women: 0, men: 0 };
  add(strength.kept, inSum, -1);
  add(strength.kept, kept, 1);
  add(strength.accepted, inSum, -1);
  add(strength.accepted, accepted, 1);
  strength.wasHeld ||= !suspect;
  strength.suspectWomen ||= suspect;
  strength.suspect ||= suspect && special.hold?.kind !== 'sexes';
}
