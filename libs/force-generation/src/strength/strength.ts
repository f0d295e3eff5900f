import { lastIndexUpTo } from '../curve.js';
import type { Day } from '../day.js';
import { personnelTypes, type PersonnelType } from '../personnel.js';
import type { Reading } from '../reading.js';
import { holdPass, type ReadReturn, type SpecialCell } from './hold-pass.js';
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

/** The mission's returns up to today, their holds as today knows them, by as-at day. */
export const strengths = (reading: Reading): readonly ReturnStrength[] =>
  reading.once('strengths', () => {
    const { returns } = holdPass(reading);
    const shown = returns.slice(0, lastIndexUpTo(returns, reading.today, ({ ret }) => ret.asAt) + 1);
    return shown.map((read) => strengthOf(read, reading.today));
  });

/** The return in force on the day, or undefined before the first. */
export function strengthOn(reading: Reading, day: Day): ReturnStrength | undefined {
  const all = strengths(reading);
  return all[lastIndexUpTo(all, day, ({ asAt }) => asAt)];
}

const plainStrengths = new WeakMap<ReturnInForce, ReturnStrength>();

function strengthOf(read: ReadReturn, today: Day): ReturnStrength {
  if (read.special.length > 0) return summed(read, today);
  const known = plainStrengths.get(read.ret) ?? summed(read, today);
  plainStrengths.set(read.ret, known);
  return known;
}

function summed({ ret, special }: ReadReturn, today: Day): ReturnStrength {
  const byType = new Map(personnelTypes.map((type) => [type, emptyStrength()]));
  for (const { type, women, men } of ret.cells.values()) {
    const { kept, accepted, published } = byType.get(type)!;
    for (const head of [kept, accepted, published]) add(head, { women, men }, 1);
  }
  const known = special.map((cell) => knownCell(cell, today));
  for (const cell of known) correct(byType.get(cell.special.type)!, cell, ret);
  return { ret, asAt: ret.asAt, byType, special: known };
}

type Changing<T> = { -readonly [K in keyof T]: T[K] };

const emptyStrength = (): Changing<TypeStrength> => ({
  kept: { women: 0, men: 0 },
  accepted: { women: 0, men: 0 },
  published: { women: 0, men: 0 },
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
