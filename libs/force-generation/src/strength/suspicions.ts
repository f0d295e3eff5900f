import type { PolicyTable } from '../policy.js';
import { personsOf, type Cell, type CellName } from './return-in-force.js';

export type SuspicionKind = 'moved' | 'lost' | 'type' | 'sexes';

export type Persons = Pick<Cell, 'contributor' | 'type' | 'women' | 'men'>;

/** Cells that look wrong together: a row printed one line off is two of them. */
export interface Suspicion {
  readonly kind: SuspicionKind;
  readonly cells: readonly CellName[];
  /** The cells that fell, which an announcement may explain; none where nobody left. */
  readonly falling: readonly CellName[];
}

export interface Compared {
  /** Values in force of the return before. */
  readonly before: ReadonlyMap<CellName, Persons>;
  /** The new return as printed. */
  readonly printed: ReadonlyMap<CellName, Persons>;
}

/**
 * What looks wrong in a return against the one before, in the order in which it is checked: a cell is suspected of one thing only.
 * The published reports have all four: UNIFIL July 2015, UNISFA August 2015, MONUSCO June 2017, UNOCI January 2016.
 */
export function suspicionsIn(compared: Compared, policy: PolicyTable['returns']): readonly Suspicion[] {
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
    const loss = had - left;
    if (loss < moved.lossPersons || 100 * left > moved.leftPercent * had) continue;
    gainers ??= gainersIn({ before, printed }, moved);
    const gainer = gainerOf(loss, cell, gainers, moved);
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
    if (100 * off > matchPercent * loss || cell.type !== loser.type || cell.contributor === loser.contributor) continue;
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
    if (had < lost.persons || 100 * had < lost.strengthPercent * totalBefore || personsOf(printed.get(name)) > 0) continue;
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
    if (had < policy.persons || 100 * left > policy.leftPercent * had) continue;
    if (100 * (totalPrinted - left) < policy.restPercent * (totalBefore - had)) continue;
    const cells = [...new Set([...before, ...printed].filter(([, cell]) => cell.type === type).map(([name]) => name))];
    yield { kind: 'type', cells, falling: cells };
  }
}

function totalsByType(cells: Iterable<Persons>): ReadonlyMap<Persons['type'], number> {
  const totals = new Map<Persons['type'], number>();
  for (const cell of cells) totals.set(cell.type, (totals.get(cell.type) ?? 0) + personsOf(cell));
  return totals;
}

/** The columns of women and men swapped. */
function* swappedSexes({ before, printed }: Compared, { sexes }: PolicyTable['returns']): Generator<Suspicion> {
  for (const [name, cell] of printed) {
    const was = before.get(name);
    if (was === undefined) continue;
    const had = personsOf(was);
    const now = personsOf(cell);
    if (had < sexes.persons || now < sexes.persons || 100 * Math.abs(now - had) > sexes.totalPercent * had) continue;
    const shareMoved = Math.abs(was.women * now - cell.women * had);
    if (100 * shareMoved >= sexes.sharePoints * had * now) yield { kind: 'sexes', cells: [name], falling: [] };
  }
}
