import fc from 'fast-check';
import type { ReturnRow } from '../src/facts.js';
import { personnelTypes } from '../src/personnel.js';
import { contributor, contributors, persons, personnelType } from './drawn-values.js';

/** A mission as it is printed month by month, before anything goes wrong in print. */
export const asUsual: readonly ReturnRow[] = [
  { contributor: 'TGO', personnelType: 'Troops', women: 20, men: 680 },
  { contributor: 'BFA', personnelType: 'Troops', women: 10, men: 190 },
  { contributor: 'TCD', personnelType: 'Staff Officer', women: 4, men: 26 },
  { contributor: 'TCD', personnelType: 'Formed Police Units', women: 10, men: 110 },
  { contributor: 'BFA', personnelType: 'Individual Police', women: 6, men: 24 },
];

type Rows = readonly ReturnRow[];
type Misprint = (rows: Rows) => Rows;

const row = fc.nat({ max: asUsual.length - 1 });

const only =
  (index: number, change: (row: ReturnRow) => Rows): Misprint =>
  (rows) =>
    rows.flatMap((printed, at) => (at === index ? change(printed) : [printed]));

/** The ways in which published returns really differ from the one before, and some in which they should not. */
const misprint: fc.Arbitrary<Misprint> = fc.oneof(
  { arbitrary: fc.constant<Misprint>((rows) => rows), weight: 3 },
  row.map((index) => only(index, () => [])),
  row.map((index) => only(index, (printed) => [{ ...printed, women: printed.men, men: printed.women }])),
  fc.tuple(row, contributor).map(([index, to]) => only(index, (printed) => [{ ...printed, contributor: to }])),
  fc.tuple(row, persons, persons).map(([index, women, men]) => only(index, (printed) => [{ ...printed, women, men }])),
  personnelType.map(
    (type): Misprint =>
      (rows) =>
        rows.filter((printed) => printed.personnelType !== type),
  ),
  fc.constant<Misprint>(() => []),
);

/** A cell stands once in a return. */
const oncePerCell = (rows: Rows): Rows => [
  ...new Map(rows.map((printed) => [`${printed.contributor} ${printed.personnelType}`, printed])).values(),
];

const anyRows: fc.Arbitrary<Rows> = fc
  .array(fc.record({ contributor, personnelType, women: persons, men: persons }), { maxLength: contributors.length })
  .map(oncePerCell);

const printedRows: fc.Arbitrary<Rows> = fc.oneof(
  {
    arbitrary: fc.array(misprint, { maxLength: 2 }).map((all) => oncePerCell(all.reduce<Rows>((rows, on) => on(rows), asUsual))),
    weight: 6,
  },
  { arbitrary: anyRows, weight: 1 },
);

const byType = (rows: Rows): Rows =>
  personnelTypes.map((type) => {
    const all = rows.filter((printed) => printed.personnelType === type);
    const sum = (sex: 'women' | 'men') => all.reduce((total, printed) => total + printed[sex], 0);
    return { personnelType: type, women: sum('women'), men: sum('men') };
  });

export const drawnReturn = fc.oneof(
  { arbitrary: printedRows.map((rows) => ({ detail: 'byContributor' as const, rows })), weight: 8 },
  { arbitrary: printedRows.map((rows) => ({ detail: 'byType' as const, rows: byType(rows) })), weight: 1 },
  {
    arbitrary: fc
      .tuple(printedRows, fc.constantFrom(1, 2))
      .map(([rows, incomplete]) => ({ detail: 'byContributor' as const, rows, incomplete })),
    weight: 1,
  },
);

/** As printed before the reports told staff officers from troops. */
export const withoutOfficers = (rows: readonly ReturnRow[]): readonly ReturnRow[] =>
  rows.filter((printed) => printed.personnelType !== 'Staff Officer');
