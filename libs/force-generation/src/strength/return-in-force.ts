import { typeSlug, type PersonnelType } from '../personnel.js';
import type { FactOf } from '../facts.js';
import { Curve, type Step } from '../curve.js';
import type { Day } from '../day.js';
import type { EveryDay } from '../reading.js';

/** Persons of one contributor and personnel type, as printed in a row of a return. */
export interface Cell {
  readonly name: CellName;
  /** Absent where the return is by type only. */
  readonly contributor?: string;
  readonly type: PersonnelType;
  readonly women: number;
  readonly men: number;
  /** The row of the return, from 0. */
  readonly row: number;
}

/** `COD.troops`; `.troops` where the return is by type only. */
export type CellName = string;

export interface ReturnInForce {
  readonly fact: FactOf<'StrengthReturned'>;
  readonly asAt: Day;
  readonly byContributor: boolean;
  readonly complete: boolean;
  readonly cells: ReadonlyMap<CellName, Cell>;
}

/** Each name is made once: a return names a hundred cells, and every one of them is looked up many times. */
const cellNames = new Map<string, Partial<Record<PersonnelType, CellName>>>();

export function cellName(contributor = '', type: PersonnelType): CellName {
  let names = cellNames.get(contributor);
  if (names === undefined) cellNames.set(contributor, (names = {}));
  return (names[type] ??= `${contributor}.${typeSlug[type]}`);
}

const typeBySlug = new Map(Object.entries(typeSlug).map(([type, slug]) => [slug, type as PersonnelType]));

export const typeOfCell = (cell: CellName): PersonnelType => typeBySlug.get(cell.slice(cell.indexOf('.') + 1))!;

export const personsOf = (cell: { readonly women: number; readonly men: number } | undefined): number =>
  cell === undefined ? 0 : cell.women + cell.men;

/**
 * On each day the newest return; of one as-at day the one that speaks: no valid return replaces it, and of several it is the one
 * published last, then of the greatest id. Those of days to come are in it, at their days.
 */
export const returnsInForce = ({ whole: reading }: EveryDay): Curve<ReturnInForce | undefined> =>
  reading.once('returns in force', () => {
    const byDay = new Map<Day, FactOf<'StrengthReturned'>>();
    for (const fact of reading.everValid<FactOf<'StrengthReturned'>>('returns')) {
      const other = byDay.get(fact.data.on);
      if (other === undefined || speaksAfter(fact, other)) byDay.set(fact.data.on, fact);
    }
    return Curve.of(
      [...byDay.values()].map((fact): Step<ReturnInForce | undefined> => [fact.data.on, inForce(fact)]),
      undefined,
    );
  });

function speaksAfter(fact: FactOf<'StrengthReturned'>, other: FactOf<'StrengthReturned'>): boolean {
  const published = fact.data.publishedOn ?? fact.data.on;
  const otherPublished = other.data.publishedOn ?? other.data.on;
  if (published !== otherPublished) return published > otherPublished;
  return fact.id !== other.id ? fact.id > other.id : fact.source > other.source;
}

const cellsOf = new WeakMap<FactOf<'StrengthReturned'>, ReturnInForce>();

function inForce(fact: FactOf<'StrengthReturned'>): ReturnInForce {
  const known = cellsOf.get(fact);
  if (known !== undefined) return known;
  const cells = new Map<CellName, Cell>();
  const byContributor = fact.data.detail === 'byContributor';
  fact.data.rows.forEach(({ contributor, personnelType: type, women, men }, row) => {
    if (women + men === 0) return;
    const name = cellName(byContributor ? contributor : undefined, type);
    cells.set(name, byContributor ? { name, contributor, type, women, men, row } : { name, type, women, men, row });
  });
  const result = { fact, asAt: fact.data.on, byContributor, complete: fact.data.incomplete === undefined, cells };
  cellsOf.set(fact, result);
  return result;
}
