import { z } from 'zod';
import { isObject } from './cross-field.js';
import type { Unchecked } from './cross-field.js';
import { fact } from './fact.js';
import { eventId, oneOf, persons, returnRow, rowCount } from './fields.js';
import { wrongKind } from './wrong-kind.js';

interface RowProblem {
  readonly path: readonly PropertyKey[];
  readonly problem: string;
}

function contributorProblem(detail: unknown, row: Unchecked): string | undefined {
  const named = row['contributor'] !== undefined;
  if (detail === 'byContributor' && !named) return 'A return by contributor names the contributor of each row; add it.';
  if (detail === 'byType' && named) return 'A return by type has no contributors; remove it, or say "byContributor".';
  return undefined;
}

/** The cell that a row is of; where it does not say, its own fields are told so. */
const cellOf = ({ contributor, personnelType }: Unchecked): string | undefined =>
  typeof personnelType === 'string' ? `${typeof contributor === 'string' ? contributor : ''} ${personnelType}` : undefined;

/** What is wrong with rows as a table: who is named where, and a cell that stands twice. */
function rowProblems(detail: unknown, rows: readonly unknown[]): RowProblem[] {
  const firstOf = new Map<string, number>();
  const problems: RowProblem[] = [];
  rows.forEach((row, index) => {
    if (!isObject(row)) return;
    const problem = contributorProblem(detail, row);
    if (problem !== undefined) problems.push({ path: ['rows', index, 'contributor'], problem });
    const cell = cellOf(row);
    if (cell === undefined) return;
    const first = firstOf.get(cell);
    if (first === undefined) firstOf.set(cell, index);
    else problems.push({ path: ['rows', index], problem: `Row ${first} is of the same cell; give one figure for each cell.` });
  });
  return problems;
}

const rowsAreOneTable = z.superRefine<unknown>(
  (data, context) => {
    const { detail, rows } = data as Unchecked;
    if (!Array.isArray(rows)) return;
    for (const { path, problem } of rowProblems(detail, rows))
      context.addIssue({ code: 'custom', path: [...path], message: problem });
  },
  { when: ({ value }) => isObject(value) },
);

const rowsProblem = 'Write the rows as a list of { "contributor", "personnelType", "women", "men" }.';
const rows = z
  .array(returnRow, {
    error: ({ input }) => (input === undefined ? undefined : wrongKind(input, 'a list', rowsProblem)) ?? rowsProblem,
  })
  .max(10_000, { error: 'No mission has so many cells; send at most 10000 rows.' });

/** A mission's monthly return, whole: `on` is its as-at day. */
export const strengthFacts = {
  StrengthReturned: fact(
    {
      detail: oneOf(['byContributor', 'byType'], 'detail of a return'),
      rows,
      printedTotal: persons.optional(),
      replaces: eventId.optional(),
      incomplete: rowCount.optional(),
    },
    rowsAreOneTable,
  ),
};
