import { allTypes, inCell, personsIn, sumOf, typeOf, type Cells } from './cells.js';

export type Kind = 'moved' | 'lost' | 'type' | 'sexes';

/** "Accepted at", the last column of the table of suspect returns: which reading in a row. */
export const acceptedAt: Readonly<Record<Kind, number>> = { moved: 3, lost: 2, type: 3, sexes: 3 };

/**
 * What is suspect in a return, against the values in force of the one before (facts.md, section 4, the table of suspect returns):
 * "checked in this order; a cell is held once".
 */
export function suspectCells(before: Cells, printed: Cells): ReadonlyMap<string, Kind> {
  const cells = [...new Set([...before.keys(), ...printed.keys()])].sort();
  const suspect = new Map<string, Kind>();
  const hold = (kind: Kind, found: readonly string[]): void => {
    for (const cell of found) if (!suspect.has(cell)) suspect.set(cell, kind);
  };
  hold('moved', movedRows(cells, before, printed));
  const isFree = (cell: string): boolean => !suspect.has(cell);
  hold(
    'lost',
    cells.filter(isFree).filter((cell) => isLostRow(cell, before, printed)),
  );
  hold('type', allTypes.filter((type) => isLostType(type, before, printed)).flatMap((type) => cells.filter((cell) => typeOf(cell) === type))); // prettier-ignore
  hold(
    'sexes',
    cells.filter(isFree).filter((cell) => areSexesSwapped(cell, before, printed)),
  );
  return suspect;
}

/**
 * "A cell loses ≥ 100 (to ≤ 25 %) and another contributor's cell of the same type gains the same ± 10 %, from ≤ 10 % of its new
 * figure": both cells.
 */
function movedRows(cells: readonly string[], before: Cells, printed: Cells): readonly string[] {
  const found: string[] = [];
  for (const from of cells) {
    const lost = personsIn(before, from) - personsIn(printed, from);
    if (lost < 100 || 4 * personsIn(printed, from) > personsIn(before, from)) continue;
    for (const to of cells) {
      if (to === from || typeOf(to) !== typeOf(from)) continue;
      const [was, is] = [personsIn(before, to), personsIn(printed, to)];
      if (10 * Math.abs(is - was - lost) <= lost && 10 * was <= is) found.push(from, to);
    }
  }
  return found;
}

/** "A cell falls from ≥ 100 and ≥ 5 % of the mission's strength to 0, the rest of the mission changes by ≤ 5 %." */
function isLostRow(cell: string, before: Cells, printed: Cells): boolean {
  const was = personsIn(before, cell);
  if (was < 100 || 20 * was < sumOf(before) || personsIn(printed, cell) > 0) return false;
  const rest = sumOf(before) - was;
  return 20 * Math.abs(sumOf(printed) - rest) <= rest;
}

/** "A personnel type falls from ≥ 20 to ≤ 25 %, all others together stay ≥ 98 %": the type's cells. */
function isLostType(type: string, before: Cells, printed: Cells): boolean {
  const ofType = (cell: string): boolean => typeOf(cell) === type;
  const ofOthers = (cell: string): boolean => !ofType(cell);
  const was = sumOf(before, ofType);
  return was >= 20 && 4 * sumOf(printed, ofType) <= was && 100 * sumOf(printed, ofOthers) >= 98 * sumOf(before, ofOthers);
}

/** "A cell with ≥ 50 both times, total ± 10 %, women's share moves by ≥ 50 points." */
function areSexesSwapped(cell: string, before: Cells, printed: Cells): boolean {
  const [was, is] = [personsIn(before, cell), personsIn(printed, cell)];
  if (was < 50 || is < 50 || 10 * Math.abs(is - was) > was) return false;
  return 2 * Math.abs(inCell(before, cell).women * is - inCell(printed, cell).women * was) >= was * is;
}
