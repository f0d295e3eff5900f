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
  const found: Suspicion[] = [];
  const suspected = new Set<CellName>();
  const changed = changesIn(compared, policy);
  for (const check of [movedRows, lostRows, fallenTypes, swappedSexes]) {
    for (const suspicion of check(changed, policy)) {
      const cells = suspicion.cells.filter((cell) => !suspected.has(cell));
      if (cells.length === 0) continue;
      cells.forEach((cell) => suspected.add(cell));
      found.push({ ...suspicion, cells });
    }
  }
  return found;
}

interface Change {
  readonly name: CellName;
  readonly cell: Persons;
  readonly had: number;
  readonly left: number;
}

/** What one pass over the rows of both tells: most returns leave nothing more to look for. */
interface Changed extends Compared {
  readonly total: { before: number; printed: number };
  readonly byType: ReadonlyMap<Persons['personnelType'], { had: number; left: number }>;
  /** Cells that fell far, or to nobody. */
  readonly fallen: Change[];
  readonly swapped: CellName[];
}

function changesIn(compared: Compared, policy: PolicyTable['returns']): Changed {
  const total = { before: 0, printed: 0 };
  const byType = new Map(personnelTypes.map((type) => [type, { had: 0, left: 0 }]));
  const changed: Changed = { ...compared, total, byType, fallen: [], swapped: [] };
  compared.before.forEach((cell, name) => {
    const had = personsOf(cell);
    const left = personsOf(compared.printed.get(name));
    total.before += had;
    byType.get(cell.personnelType)!.had += had;
    if (isFarFallen(had, left, policy.moved) || isGone(had, left, policy.lost)) changed.fallen.push({ name, cell, had, left });
  });
  compared.printed.forEach((cell, name) => {
    const was = compared.before.get(name);
    total.printed += personsOf(cell);
    byType.get(cell.personnelType)!.left += personsOf(cell);
    if (was !== undefined && areSwapped(was, cell, policy.sexes)) changed.swapped.push(name);
  });
  return changed;
}

const isFarFallen = (had: number, left: number, { lossPersons, leftPercent }: PolicyTable['returns']['moved']): boolean =>
  had - left >= lossPersons && 100 * left <= leftPercent * had;

const isGone = (had: number, left: number, { persons }: PolicyTable['returns']['lost']): boolean => had >= persons && left === 0;

function areSwapped(was: Persons, now: Persons, policy: PolicyTable['returns']['sexes']): boolean {
  const had = personsOf(was);
  const has = personsOf(now);
  if (had < policy.persons || has < policy.persons || 100 * Math.abs(has - had) > policy.totalPercent * had) return false;
  return 100 * Math.abs(was.women * has - now.women * had) >= policy.sharePoints * had * has;
}

/** A row printed one line off: one contributor's persons vanish, another's appear. */
function* movedRows(changed: Changed, { moved }: PolicyTable['returns']): Generator<Suspicion> {
  let gainers: readonly Gainer[] | undefined;
  for (const { name, cell, had, left } of changed.fallen) {
    if (!isFarFallen(had, left, moved)) continue;
    gainers ??= gainersIn(changed, moved);
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
  printed.forEach((cell, name) => {
    const had = personsOf(before.get(name));
    const now = personsOf(cell);
    if (now > had && 100 * had <= hadPercent * now) gainers.push({ name, cell, gain: now - had });
  });
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
function* lostRows({ total, fallen }: Changed, { lost }: PolicyTable['returns']): Generator<Suspicion> {
  for (const { name, had, left } of fallen) {
    if (!isGone(had, left, lost) || 100 * had < lost.strengthPercent * total.before) continue;
    const rest = total.before - had;
    if (100 * Math.abs(total.printed - rest) <= lost.restPercent * rest) yield { kind: 'lost', cells: [name], falling: [name] };
  }
}

/** A whole personnel type all but gone while all others stay. */
function* fallenTypes(
  { before, printed, total, byType }: Changed,
  { type: policy }: PolicyTable['returns'],
): Generator<Suspicion> {
  for (const [type, { had, left }] of byType) {
    if (had < policy.persons || 100 * left > policy.leftPercent * had) continue;
    if (100 * (total.printed - left) < policy.restPercent * (total.before - had)) continue;
    const cells = [...new Set([...before, ...printed].filter(([, cell]) => cell.personnelType === type).map(([name]) => name))];
    yield { kind: 'type', cells, falling: cells };
  }
}

/** The columns of women and men swapped. */
function* swappedSexes({ swapped }: Changed): Generator<Suspicion> {
  for (const name of swapped) yield { kind: 'sexes', cells: [name], falling: [] };
}
