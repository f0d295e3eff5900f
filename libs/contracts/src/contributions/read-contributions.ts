import type { Day } from '@muster/force-generation';
import { readCsvTable } from '../csv/csv-table.js';
import type { Columns } from '../csv/csv-table.js';
import type { FileReading } from '../csv/row-problem.js';
import { ContributionRows } from './contribution-rows.js';
import type { ContributionColumn } from './contribution-rows.js';
import type { ParsedReturn } from './parsed-return.js';

export interface ContributionOptions {
  /** When the source published the file: given per file, it travels with each of its returns. */
  readonly publishedOn?: Day;
}

export interface ContributionReading extends FileReading {
  /** By as-at day, then mission. */
  readonly returns: readonly ParsedReturn[];
}

/** Both header forms of the portal: `ISOCode3, M49_Code, Contributing_Country…`, and lower case with `contribution_id`. */
const columns: Columns<ContributionColumn> = {
  required: [
    'contributing_country',
    'mission_acronym',
    'personnel_type',
    'female_personnel',
    'male_personnel',
    'last_reporting_date',
  ],
  optional: ['isocode3'],
  passedOver: ['m49_code', 'contribution_id'],
};

function publicationNotes(returns: readonly ParsedReturn[], publishedOn: Day | undefined): string[] {
  const early = publishedOn === undefined ? [] : returns.filter(({ asAt }) => asAt > publishedOn);
  if (early.length === 0) return [];
  const returnsAre = early.length === 1 ? '1 return is' : `${early.length} returns are`;
  return [`${returnsAre} of a day after ${publishedOn}, on which the file is said to be published; check the day.`];
}

/**
 * Reads a file of the UN's monthly contributions as it really comes: every row that can be placed, a problem for each field that
 * cannot, and the returns, marked incomplete by what was lost (facts.md, section 4). Never throws.
 */
export function readContributions(csv: string | Uint8Array, { publishedOn }: ContributionOptions = {}): ContributionReading {
  const reader = new ContributionRows();
  const { rows, notes } = readCsvTable(csv, columns, reader);
  const { accepted, problems, notes: rowNotes, returns } = reader.finish();
  return {
    rows,
    accepted,
    rejected: rows - accepted,
    problems: problems.list(),
    problemCount: problems.count,
    notes: [...notes, ...rowNotes, ...publicationNotes(returns, publishedOn)],
    returns,
  };
}
