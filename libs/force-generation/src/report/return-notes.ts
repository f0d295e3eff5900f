import type { Day } from '../day.js';
import type { PersonnelType } from '../personnel.js';
import type { Reading } from '../reading.js';
import { personsOf, returnsInForce } from '../strength/return-in-force.js';
import { strengthOn } from '../strength/strength.js';
import type { FigureState } from '../strength/head-count.js';
import { dataNotes, type DataNote } from '../views/data-notes.js';
import { addMonths, monthOf, monthsBetween, type Month } from './month.js';

/** A cell whose printed value is not believed yet: the value before it goes on. */
export interface SuspectCell {
  readonly contributor?: string;
  readonly personnelType: PersonnelType;
  readonly kept: number;
  readonly printed: number;
  /** As-at day of the first suspect reading; null where the cell is missing from an incomplete return. */
  readonly since: Day | null;
  readonly facts: readonly number[];
}

export interface ReturnNotes {
  readonly state: FigureState;
  /** As-at day of the return that the strength rests on. */
  readonly observedOn: Day | null;
  readonly suspect: readonly SuspectCell[];
  /** Of the last twelve months those without a return, from the first return on. */
  readonly missingMonths: readonly Month[];
  /** On facts since the last report. */
  readonly notes: readonly DataNote[];
}

/** What is to be known about the figures' sources. */
export function returnNotes(reading: Reading, lastDay: Day, state: FigureState): ReturnNotes {
  return {
    state,
    observedOn: strengthOn(reading, reading.today)?.asAt ?? null,
    suspect: suspectCells(reading),
    missingMonths: missingMonths(reading),
    notes: dataNotes(reading).notes.filter(({ on }) => on > lastDay),
  };
}

const suspectCells = (reading: Reading): readonly SuspectCell[] =>
  (strengthOn(reading, reading.today)?.special ?? [])
    .filter(({ suspect }) => suspect)
    .map(({ special, kept, accepted }) => ({
      ...(special.contributor !== undefined && { contributor: special.contributor }),
      personnelType: special.type,
      kept: personsOf(kept),
      printed: personsOf(accepted),
      since: special.hold?.since ?? null,
      facts: [kept.printedIn.fact.position, accepted.printedIn.fact.position],
    }))
    .sort((a, b) => compare(`${a.contributor} ${a.personnelType}`, `${b.contributor} ${b.personnelType}`));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function missingMonths(reading: Reading): readonly Month[] {
  const returned = new Set(
    returnsInForce(reading)
      .steps.map(([asAt]) => asAt)
      .filter((asAt) => asAt <= reading.today)
      .map(monthOf),
  );
  const [first] = [...returned].sort();
  const month = monthOf(reading.today);
  if (first === undefined) return [];
  const from = addMonths(month, -11);
  return monthsBetween(first > from ? first : from, month).filter((one) => !returned.has(one));
}
