import { componentOf, typesOf } from '@muster/force-generation';
import type { PersonnelType } from '@muster/force-generation';
import { printedCount } from '../csv/printed-count.js';
import { printedDay } from '../csv/printed-day.js';
import { printedMission } from '../csv/printed-mission.js';
import { printedPersonnelType } from '../csv/printed-personnel-type.js';
import { refused, understood } from '../csv/printed.js';
import type { Printed } from '../csv/printed.js';
import { factSchemas } from '../schemas/fact-schemas.js';
import { id } from '../schemas/fields.js';
import { ceilingCategories } from './ceiling-categories.js';
import type { CeilingLine } from './ceiling-categories.js';
import type { CeilingContent, ParsedCeiling } from './parsed-ceiling.js';

export type CeilingColumn =
  | 'mission'
  | 'category'
  | 'authorized'
  | 'effective_date'
  | 'resolution'
  | 'quality'
  | 'notes'
  | 'placement'
  | 'counts'
  | 'status'
  | 'adopted_date'
  | 'reach_by';

export interface ColumnProblem {
  readonly column: CeilingColumn;
  readonly problem: string;
}

export type CeilingRow = { readonly ceiling: ParsedCeiling } | { readonly problems: readonly ColumnProblem[] };

/** The row's field in a column, without blanks around it; empty where the file has no such column. */
type Field = (column: CeilingColumn) => string;

const columnOf: Readonly<Record<string, CeilingColumn>> = {
  personnel: 'authorized',
  effectiveFrom: 'effective_date',
  adoptedOn: 'adopted_date',
  on: 'adopted_date',
  reachBy: 'reach_by',
  line: 'category',
  note: 'notes',
};

function printedCategory(printed: string): Printed<string> {
  const checked = id.safeParse(printed);
  return checked.success ? understood(printed) : refused(checked.error.issues[0]!.message);
}

const optionalDay = (printed: string): Printed<string | null> => (printed === '' ? understood(null) : printedDay(printed));

/** `Troops; Staff Officer`, separated by a semicolon, a bar, a plus or a comma; `none` for a line without published strength. */
function personnelTypeList(printed: string): Printed<readonly PersonnelType[] | null> {
  if (printed === '') return understood(null);
  if (printed.toLowerCase() === 'none') return understood([]);
  const read = printed.split(/[;|+,]/).map(printedPersonnelType);
  const problem = read.find((type) => type.problem !== undefined)?.problem;
  return problem === undefined ? understood([...new Set(read.map((type) => type.value!))]) : refused(problem);
}

/** A component's line counts everyone in it, whichever of its types the row names. */
function countsOf(placement: string | undefined, counts: readonly PersonnelType[]): readonly PersonnelType[] {
  const components = new Set(counts.map(componentOf));
  const [component] = components;
  return placement === 'component' && component !== undefined && components.size === 1 ? typesOf[component] : counts;
}

const given = (name: string, value: string | null | undefined): { readonly [name: string]: string } =>
  value ? { [name]: value } : {};

/** The fields of a row, each understood or not. */
const readFields = (field: Field) => ({
  mission: printedMission(field('mission')),
  category: printedCategory(field('category')),
  authorized: printedCount(field('authorized')),
  effective_date: printedDay(field('effective_date')),
  adopted_date: optionalDay(field('adopted_date')),
  reach_by: optionalDay(field('reach_by')),
  counts: personnelTypeList(field('counts')),
});

type Fields = ReturnType<typeof readFields>;

const lineOf = (category: string | undefined): CeilingLine | undefined =>
  category !== undefined && Object.hasOwn(ceilingCategories, category) ? ceilingCategories[category] : undefined;

const noSuchCategory =
  'There is no rule for this category; say in the columns placement and counts what its line is (counts may be "none").';

function fieldProblems(fields: Fields, field: Field): ColumnProblem[] {
  const problems = Object.entries(fields).flatMap(([column, { problem }]) =>
    problem === undefined ? [] : [{ column: column as CeilingColumn, problem }],
  );
  const { value } = fields.category;
  const unplaced =
    value !== undefined && lineOf(value) === undefined && (field('placement') === '' || fields.counts.value === null);
  return unplaced ? [...problems, { column: 'category', problem: noSuchCategory }] : problems;
}

/** The fact's data as the row has it; what could not be read is missing. */
function contentOf({ category, authorized, effective_date, adopted_date, reach_by, counts }: Fields, field: Field) {
  const line = lineOf(category.value);
  const adoptedOn = adopted_date.value ?? effective_date.value;
  const placement = field('placement').toLowerCase() || line?.placement;
  return {
    on: adoptedOn,
    resolution: field('resolution'),
    adoptedOn,
    effectiveFrom: effective_date.value,
    line: category.value,
    counts: countsOf(placement, counts.value ?? line?.counts ?? []),
    placement,
    status: field('status').toLowerCase() || (line?.status ?? 'adopted'),
    personnel: authorized.value,
    ...given('reachBy', reach_by.value),
    ...given('quality', field('quality')),
    ...given('note', field('notes')),
  };
}

/** Columns of which nothing more need be said once those of the key could not be read. */
const echoes: Readonly<Partial<Record<CeilingColumn, readonly CeilingColumn[]>>> = {
  effective_date: ['adopted_date', 'reach_by'],
  category: ['placement', 'counts', 'status'],
};

/** The rules of every CeilingAuthorized, as far as they say more than what is told already. */
function rulesBroken(content: object, told: readonly ColumnProblem[]): ColumnProblem[] {
  const checked = factSchemas.CeilingAuthorized.safeParse(content);
  const seen = new Set<CeilingColumn>(told.flatMap(({ column }) => [column, ...(echoes[column] ?? [])]));
  return (checked.error?.issues ?? []).flatMap(({ path, message }) => {
    const name = String(path[0] ?? 'line');
    const column = columnOf[name] ?? (name as CeilingColumn);
    if (seen.has(column)) return [];
    seen.add(column);
    return [{ column, problem: message }];
  });
}

/** Reads one row of the ceilings file (facts.md, section 3): the category says what the line is, the optional columns override it. */
export function readCeilingRow(field: Field): CeilingRow {
  const fields = readFields(field);
  const content = contentOf(fields, field);
  const unread = fieldProblems(fields, field);
  const problems = [...unread, ...rulesBroken(content, unread)];
  if (problems.length > 0) return { problems };
  const read = content as CeilingContent;
  return { ceiling: { mission: fields.mission.value!, category: read.line, effectiveFrom: read.effectiveFrom, content: read } };
}
