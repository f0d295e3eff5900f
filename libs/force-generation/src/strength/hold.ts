import type { Day } from '../day.js';
import type { Fact } from '../facts.js';
import type { PersonnelType } from '../personnel.js';
import type { CellName } from './cell-name.js';
import type { ReturnInForce } from './return-in-force.js';
import type { Suspicion, SuspicionKind } from './suspicions.js';

export interface CellValue {
  readonly women: number;
  readonly men: number;
  /** The return and its row that print the value; no row where the cell is not printed, which counts as nobody. */
  readonly printedIn: ReturnInForce;
  readonly row?: number;
}

/** A cell whose reading is suspect: the value before it goes on until the hold has ended. */
export interface Hold {
  readonly cell: CellName;
  readonly contributor?: string;
  readonly type: PersonnelType;
  readonly kind: SuspicionKind;
  /** As-at day of the first suspect reading. */
  readonly since: Day;
  readonly before: CellValue;
  /** What was suspected together, for the fall that an announcement may explain. */
  readonly suspicion: Suspicion;
  /** As-at day of the value before. */
  readonly after: Day;
  /** The suspect readings, the first first. */
  readonly readings: CellValue[];
  end?: HoldEnd;
}

export interface HoldEnd {
  /** Dropped: the held value was right. Accepted: the readings were, each from its own as-at day. */
  readonly how: 'dropped' | 'accepted';
  /** The fact that ended it: a return, a confirmation, an announcement. */
  readonly by: Fact;
  /** From which today on the days of the hold are known. A confirmation is a correction and speaks at every day. */
  readonly knownFrom: Day;
}

export const valueIn = (ret: ReturnInForce, cell: CellName): CellValue => {
  const printed = ret.cells.get(cell);
  return printed === undefined
    ? { women: 0, men: 0, printedIn: ret }
    : { women: printed.women, men: printed.men, printedIn: ret, row: ret.cells.rowOf(cell)! };
};

/** The value that goes on while the hold stands: of swapped sexes only the share of women, over the total as printed. */
export function heldValue(hold: Hold, reading: CellValue): CellValue {
  if (hold.kind !== 'sexes') return hold.before;
  const total = reading.women + reading.men;
  const before = hold.before.women + hold.before.men;
  // Half up, in whole numbers.
  const women = Math.floor((2 * hold.before.women * total + before) / (2 * before));
  return { ...reading, women, men: total - women };
}
