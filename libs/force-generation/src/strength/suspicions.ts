import type { PolicyTable } from '../policy.js';
import { personnelTypes } from '../personnel.js';
import type { CellName } from './cell-name.js';
import type { Cell, Cells } from './printed-cells.js';
import { personsOf } from './return-in-force.js';

export type SuspicionKind = 'moved' | 'lost' | 'type' | 'sexes';

export type Persons = Cell;

/** Cells that look wrong together: a row printed one line off is two of them. */
export interface Suspicion {
  readonly kind: SuspicionKind;
  readonly cells: readonly CellName[];
  /** The cells that fell, which an announcement may explain; none where nobody left. */
  readonly falling: readonly CellName[];
}

export interface Compared {
  /** Values in force of the return before. */
  readonly before: Cells;
  /** The new return as printed. */
  readonly printed: Cells;
}

/**
 * What looks wrong in a return against the one before, in the order in which it is checked: a cell is suspected of one thing only.
 * The published reports have all four: UNIFIL July 2015, UNISFA August 2015, MONUSCO June 2017, UNOCI January 2016.
 */
export function suspicionsIn(compared: Compared, policy: PolicyTable['returns']): readonly Suspicion[] {
  if (isPlain(compared, policy)) return [];
  const found: Suspicion[] = [];
  const suspected = new Set<CellName>();
  for (const check of [movedRows, lostRows, fallenTypes, swappedSexes]) {
    for (const suspicion of check(compared, policy)) {
      const cells = suspicion.cells.filter((cell) => !suspected.has(cell));
      if (cells.length === 0) continue;
      cells.forEach((cell) => suspected.add(cell));
      found.push({ ...suspicion, cells });
    }
  }
  return found;
}

/** Most returns leave nothing to look for: no row and no type fell far, and in no row the sexes changed places. */
function isPlain({ before, printed }: Compared, policy: PolicyTable['returns']): boolean {
  const fall = new Map(personnelTypes.map((type) => [type, { had: 0, left: 0 }]));
  let isFalling = false;
  before.forEach((cell, name) => {
    const now = printed.get(name);
    const had = personsOf(cell);
    const left = personsOf(now);
    isFalling ||= isFarFallen(had, left, policy.moved) || isGone(had, left, policy.lost);
    isFalling ||= now !== undefined && areSwapped(cell, now, policy.sexes);
    fall.get(cell.personnelType)!.had += had;
  });
  printed.forEach((cell) => (fall.get(cell.personnelType)!.left += personsOf(cell)));
  return !isFalling && [...fall.values()].every(({ had, left }) => !isTypeFallen(had, left, policy.type));
}

const isFarFallen = (had: number, left: number, { lossPersons, leftPercent }: PolicyTable['returns']['moved']): boolean =>
  had - left >= lossPersons && 100 * left <= leftPercent * had;

const isGone = (had: number, left: number, { persons }: PolicyTable['returns']['lost']): boolean => had >= persons && left === 0;

const isTypeFallen = (had: number, left: number, { persons, leftPercent }: PolicyTable['returns']['type']): boolean =>
  had >= persons && 100 * left <= leftPercent * had;

function areSwapped(was: Persons, now: Persons, policy: PolicyTable['returns']['sexes']): boolean {
  const had = personsOf(was);
  const has = personsOf(now);
  if (had < policy.persons || has < policy.persons || 100 * Math.abs(has - had) > policy.totalPercent * had) return false;
  return 100 * Math.abs(was.women * has - now.women * had) >= policy.sharePoints * had * has;
}

const total = (cells: Iterable<Persons>): number => {
  let sum = 0;
  for (const cell of cells) sum += personsOf(cell);
  return sum;
};

/** A row printed one line off: one contributor's persons vanish, another's appear. */
function* movedRows({ before, printed }: Compared, { moved }: PolicyTable['returns']): Generator<Suspicion> {
  let gainers: readonly Gainer[] | undefined;
  for (const [name, cell] of before) {
    const had = personsOf(cell);
    const left = personsOf(printed.get(name));
    if (!isFarFallen(had, left, moved)) continue;
    gainers ??= gainersIn({ before, printed }, moved);
    const gainer = gainerOf(had - left, cell, gainers, moved);
    if (gainer !== undefined) yield { kind: 'moved', cells: [name, gainer], falling: [name] };
  }
}

interface Gainer {
  readonly name: CellName;
  readonly cell: Persons;
  readonly gain: number;
}

/** Cells that had hardly anybody before. */
function gainersIn({ before, printed }: Compared, { hadPercent }: PolicyTable['returns']['moved']): readonly Gainer[] {
  const gainers: Gainer[] = [];
  for (const [name, cell] of printed) {
    const had = personsOf(before.get(name));
    const now = personsOf(cell);
    if (now > had && 100 * had <= hadPercent * now) gainers.push({ name, cell, gain: now - had });
  }
  return gainers;
}

function gainerOf(
  loss: number,
  loser: Persons,
  gainers: readonly Gainer[],
  { matchPercent }: PolicyTable['returns']['moved'],
): CellName | undefined {
  let best: { name: CellName; off: number } | undefined;
  for (const { name, cell, gain } of gainers) {
    const off = Math.abs(gain - loss);
    if (100 * off > matchPercent * loss || cell.personnelType !== loser.personnelType || cell.contributor === loser.contributor)
      continue;
    if (best === undefined || off < best.off || (off === best.off && name < best.name)) best = { name, off };
  }
  return best?.name;
}

/** A row lost at a page break: one large cell is gone while the rest of the mission hardly moves. */
function* lostRows({ before, printed }: Compared, { lost }: PolicyTable['returns']): Generator<Suspicion> {
  const totalBefore = total(before.values());
  const totalPrinted = total(printed.values());
  for (const [name, cell] of before) {
    const had = personsOf(cell);
    if (!isGone(had, personsOf(printed.get(name)), lost) || 100 * had < lost.strengthPercent * totalBefore) continue;
    const rest = totalBefore - had;
    if (100 * Math.abs(totalPrinted - rest) <= lost.restPercent * rest) yield { kind: 'lost', cells: [name], falling: [name] };
  }
}

/** A whole personnel type all but gone while all others stay. */
function* fallenTypes({ before, printed }: Compared, { type: policy }: PolicyTable['returns']): Generator<Suspicion> {
  const [totals, printedTotals] = [totalsByType(before.values()), totalsByType(printed.values())];
  const [totalBefore, totalPrinted] = [total(before.values()), total(printed.values())];
  for (const [type, had] of totals) {
    const left = printedTotals.get(type) ?? 0;
    if (!isTypeFallen(had, left, policy)) continue;
    if (100 * (totalPrinted - left) < policy.restPercent * (totalBefore - had)) continue;
    const cells = [...new Set([...before, ...printed].filter(([, cell]) => cell.personnelType === type).map(([name]) => name))];
    yield { kind: 'type', cells, falling: cells };
  }
}

function totalsByType(cells: Iterable<Persons>): ReadonlyMap<Persons['personnelType'], number> {
  const totals = new Map<Persons['personnelType'], number>();
  for (const cell of cells) totals.set(cell.personnelType, (totals.get(cell.personnelType) ?? 0) + personsOf(cell));
  return totals;
}

/** The columns of women and men swapped. */
function* swappedSexes({ before, printed }: Compared, { sexes }: PolicyTable['returns']): Generator<Suspicion> {
  for (const [name, cell] of printed) {
    const was = before.get(name);
    if (was !== undefined && areSwapped(was, cell, sexes)) yield { kind: 'sexes', cells: [name], falling: [] };
  }
}
