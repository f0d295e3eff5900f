import type { ReturnRow } from '../facts.js';
import { cellName, type CellName } from './cell-name.js';

/** Persons of one contributor and personnel type, as printed in a row of a return. */
export type Cell = ReturnRow;

/** Cells by name, as a return prints them or as they go on from it. */
export interface Cells extends Iterable<readonly [CellName, Cell]> {
  readonly size: number;
  get(cell: CellName): Cell | undefined;
  has(cell: CellName): boolean;
  forEach(visit: (cell: Cell, name: CellName) => void): void;
  values(): Iterable<Cell>;
}

/** In which row each cell is printed; rows of nobody print none. One return after the other mostly prints the same cells. */
interface Layout {
  readonly names: readonly (CellName | undefined)[];
  readonly rowOf: ReadonlyMap<CellName, number>;
  /** No cell is printed twice: then a return that prints only the first of these rows has the same layout. */
  readonly isPlain: boolean;
}

/** The cells of one return by name. Its rows are not copied. */
export class PrintedCells implements Cells {
  readonly size: number;
  private readonly layout: Layout;

  constructor(
    private readonly rows: readonly ReturnRow[],
    byContributor: boolean,
  ) {
    this.layout = layoutOf(rows, byContributor);
    this.size = rows.length === this.layout.names.length ? this.layout.rowOf.size : rows.filter(isPrinted).length;
  }

  /** From 0; the last row, where it is printed twice. */
  rowOf(cell: CellName): number | undefined {
    const row = this.layout.rowOf.get(cell);
    return row === undefined || row >= this.rows.length ? undefined : row;
  }

  get(cell: CellName): Cell | undefined {
    const row = this.layout.rowOf.get(cell);
    // Past the rows of this return there is nothing.
    return row === undefined ? undefined : this.rows[row];
  }

  has(cell: CellName): boolean {
    return this.get(cell) !== undefined;
  }

  /** In the order of the rows that print them. */
  forEach(visit: (cell: Cell, name: CellName) => void): void {
    const { names, rowOf, isPlain } = this.layout;
    for (let row = 0; row < this.rows.length; row += 1) {
      const name = names[row];
      if (name !== undefined && (isPlain || rowOf.get(name) === row)) visit(this.rows[row]!, name);
    }
  }

  [Symbol.iterator](): Iterator<readonly [CellName, Cell]> {
    const all: (readonly [CellName, Cell])[] = [];
    this.forEach((cell, name) => all.push([name, cell]));
    return all[Symbol.iterator]();
  }

  keys(): readonly CellName[] {
    return [...this].map(([name]) => name);
  }

  values(): readonly Cell[] {
    return [...this].map(([, cell]) => cell);
  }
}

const isPrinted = ({ women, men }: ReturnRow): boolean => women + men > 0;

let last: { readonly layout: Layout; readonly byContributor: boolean; readonly rows: readonly ReturnRow[] } | undefined;

function layoutOf(rows: readonly ReturnRow[], byContributor: boolean): Layout {
  if (last !== undefined && last.byContributor === byContributor && last.layout.isPlain && isSameLayout(rows, last.rows))
    return last.layout;
  const names = rows.map((row) =>
    isPrinted(row) ? cellName(byContributor ? row.contributor : undefined, row.personnelType) : undefined,
  );
  const rowOf = new Map<CellName, number>();
  names.forEach((name, row) => {
    if (name !== undefined) rowOf.set(name, row);
  });
  const layout = { names, rowOf, isPlain: rowOf.size === names.filter((name) => name !== undefined).length };
  last = { layout, byContributor, rows };
  return layout;
}

/** Whether the first rows of the others print the same cells. */
function isSameLayout(rows: readonly ReturnRow[], others: readonly ReturnRow[]): boolean {
  if (rows.length > others.length) return false;
  for (let row = 0; row < rows.length; row += 1) {
    const [one, other] = [rows[row]!, others[row]!];
    if (one.contributor !== other.contributor || one.personnelType !== other.personnelType) return false;
    if (isPrinted(one) !== isPrinted(other)) return false;
  }
  return true;
}
