import { readCsvTable } from '../csv/csv-table.js';
import type { Columns, Header, RowReader } from '../csv/csv-table.js';
import { repetitionNotes } from '../csv/repetition-notes.js';
import { RowProblems } from '../csv/row-problem.js';
import type { FileReading } from '../csv/row-problem.js';
import { unholdable } from '../events/unholdable.js';
import { readCeilingRow } from './ceiling-row.js';
import type { CeilingColumn } from './ceiling-row.js';
import { ceilingContentHash } from './parsed-ceiling.js';
import type { ParsedCeiling } from './parsed-ceiling.js';

export interface CeilingReading extends FileReading {
  /** In the order of the file. */
  readonly ceilings: readonly ParsedCeiling[];
}

const columns: Columns<CeilingColumn> = {
  required: ['mission', 'category', 'authorized', 'effective_date', 'resolution'],
  optional: ['quality', 'notes', 'placement', 'counts', 'status', 'adopted_date', 'reach_by'],
  passedOver: ['verified_from'],
};

interface Numbered {
  readonly line: number;
  readonly ceiling: ParsedCeiling;
}

const keyOf = ({ mission, category, effectiveFrom }: ParsedCeiling): string => `${mission} ${category} ${effectiveFrom}`;

class CeilingRows implements RowReader<CeilingColumn> {
  readonly problems = new RowProblems();
  private readonly byKey = new Map<string, Numbered[]>();
  private titles: readonly string[] = [];
  private at!: Header<CeilingColumn>['at'];

  header({ line, titles, at, problem }: Header<CeilingColumn>): void {
    this.titles = titles;
    this.at = at;
    if (problem !== undefined) this.problems.add(line, '', titles.join(', '), problem);
  }

  row(fields: readonly string[] | undefined, line: number, text: string): void {
    if (fields === undefined) return this.problems.add(line, '', text, 'The quotes of this row do not close; correct them.');
    if (fields.slice(this.titles.length).some((field) => field.trim() !== ''))
      return this.problems.add(
        line,
        '',
        text,
        'This row has more fields than the header; quote a field that holds the separator.',
      );
    const field = (column: CeilingColumn): string => (fields[this.at[column]] ?? '').trim();
    const [bad] = unholdable(fields);
    if (bad !== undefined) return this.problems.add(line, '', bad.value, bad.problem);
    const read = readCeilingRow(field);
    if ('ceiling' in read) return this.keep({ line, ceiling: read.ceiling });
    for (const { column, problem } of read.problems) this.problems.add(line, this.title(column), field(column), problem);
  }

  /** What was accepted, the same line twice only where both rows say the same. */
  finish(): { readonly accepted: number; readonly ceilings: readonly ParsedCeiling[]; readonly notes: readonly string[] } {
    const groups = [...this.byKey.values()];
    const clear = groups.filter((group) => !this.isConflict(group));
    for (const group of groups.filter((one) => this.isConflict(one))) this.tellConflict(group);
    const accepted = clear.reduce((sum, group) => sum + group.length, 0);
    const notes = repetitionNotes(accepted - clear.length);
    return { accepted, ceilings: clear.map((group) => group[0]!.ceiling), notes };
  }

  private title(column: CeilingColumn): string {
    return this.titles[this.at[column]] ?? column;
  }

  private keep(row: Numbered): void {
    const group = this.byKey.get(keyOf(row.ceiling));
    if (group === undefined) this.byKey.set(keyOf(row.ceiling), [row]);
    else group.push(row);
  }

  private isConflict(group: readonly Numbered[]): boolean {
    return new Set(group.map(({ ceiling }) => ceilingContentHash(ceiling.content))).size > 1;
  }

  private tellConflict(group: readonly Numbered[]): void {
    const lines = group.map(({ line }) => line).join(', ');
    for (const { line, ceiling } of group)
      this.problems.add(
        line,
        this.title('authorized'),
        ceiling.content.personnel,
        `Lines ${lines} differ about this mission, category and date; keep the right one.`,
      );
  }
}

/**
 * Reads a file of authorized ceilings: a fact for each row that can be read, a problem for each field that cannot (facts.md,
 * section 3). Never throws.
 */
export function readCeilings(csv: string | Uint8Array): CeilingReading {
  const reader = new CeilingRows();
  const { rows, notes } = readCsvTable(csv, columns, reader);
  const { accepted, ceilings, notes: rowNotes } = reader.finish();
  return {
    rows,
    accepted,
    rejected: rows - accepted,
    problems: reader.problems.list(),
    problemCount: reader.problems.count,
    notes: [...notes, ...rowNotes],
    ceilings,
  };
}
