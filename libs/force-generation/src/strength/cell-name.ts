import { typeSlug, type PersonnelType } from '../personnel.js';

/** `COD.troops`; `.troops` where the return is by type only. */
export type CellName = string;

/** Each name is made once: a return names a hundred cells, and every one of them is looked up many times. */
const cellNames = new Map<string, Partial<Record<PersonnelType, CellName>>>();

export function cellName(contributor = '', type: PersonnelType): CellName {
  let names = cellNames.get(contributor);
  if (names === undefined) cellNames.set(contributor, (names = {}));
  return (names[type] ??= `${contributor}.${typeSlug[type]}`);
}

const typeBySlug = new Map(Object.entries(typeSlug).map(([type, slug]) => [slug, type as PersonnelType]));

export const typeOfCell = (cell: CellName): PersonnelType => typeBySlug.get(cell.slice(cell.indexOf('.') + 1))!;
