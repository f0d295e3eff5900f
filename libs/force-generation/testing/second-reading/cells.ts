import type { FactOf } from '../../src/facts.js';
import type { Component, PersonnelType } from '../../src/personnel.js';

export interface Persons {
  readonly women: number;
  readonly men: number;
}

/** A cell is contributor × type, `TGO.Troops`; of a return by type only `.Troops`. */
export type Cells = ReadonlyMap<string, Persons>;

/** How a subject names a type (rules.md, section 3, Subjects). */
const nameOfType: Readonly<Record<PersonnelType, string>> = {
  Troops: 'troops',
  'Staff Officer': 'staff-officers',
  'Experts on Mission': 'experts',
  'Formed Police Units': 'formed-police',
  'Individual Police': 'individual-police',
};
export const allTypes = Object.keys(nameOfType) as readonly PersonnelType[];

export const componentOf = (type: PersonnelType): Component => (type.includes('Police') ? 'police' : 'military');

export const cellOf = (contributor: string | undefined, type: PersonnelType): string => `${contributor ?? ''}.${type}`;
export const typeOf = (cell: string): PersonnelType => cell.slice(cell.indexOf('.') + 1) as PersonnelType;
export const subjectOf = (cell: string): string => cell.replace(typeOf(cell), nameOfType[typeOf(cell)]);

export const nobody: Persons = { women: 0, men: 0 };
export const allOf = ({ women, men }: Persons): number => women + men;
export const inCell = (cells: Cells, cell: string): Persons => cells.get(cell) ?? nobody;
export const personsIn = (cells: Cells, cell: string): number => allOf(inCell(cells, cell));

export const sumOf = (cells: Cells, counts: (cell: string) => boolean = () => true): number =>
  [...cells].reduce((sum, [cell, persons]) => sum + (counts(cell) ? allOf(persons) : 0), 0);

export const printedCells = ({ data }: FactOf<'StrengthReturned'>): Cells =>
  new Map(
    data.rows
      .filter((row) => allOf(row) > 0)
      .map(({ contributor, personnelType, women, men }) => [cellOf(contributor, personnelType), { women, men }]),
  );
