import Table from 'cli-table3';
import type { Screen } from './terminal.js';

export interface Column<Row> {
  readonly head: string;
  readonly value: (row: Row) => string;
  /** Figures stand at the right. */
  readonly align?: 'right';
  /** Long text, which is broken into lines where the screen is narrow. */
  readonly wraps?: true;
}

type Place = Pick<Screen, 'isTerminal' | 'width'>;

const padding = 2;
/** Of a column that wraps: its longest words are to stand in it whole. */
const narrowest = 18;

const plainRules = {
  ...{
    top: '',
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    bottom: '',
    'bottom-mid': '',
    'bottom-left': '',
    'bottom-right': '',
  },
  ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' },
};

/** A table with rules on a terminal; aligned plain text for whatever else reads it. */
export function textTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[], place: Place): string {
  const cells = rows.map((row) => columns.map(({ value }) => value(row)));
  const colAligns = columns.map(({ align }) => align ?? 'left');
  const head = columns.map((column) => column.head);
  const shape = place.isTerminal
    ? { ...fitting(columns, [head, ...cells], place.width), style: { head: [], border: [], compact: true } }
    : { chars: plainRules, style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 } };
  const table = new Table({ head, colAligns, ...shape });
  table.push(...cells);
  return table.toString().replaceAll(/ +$/gm, '');
}

/** Column widths for a screen that is too narrow: what wraps shares the place that the rest leaves. */
function fitting<Row>(columns: readonly Column<Row>[], lines: readonly (readonly string[])[], screenWidth: number) {
  const natural = columns.map((_, index) => Math.max(...lines.map((line) => line[index]!.length)) + padding);
  const rules = columns.length + 1;
  const over = sum(natural) + rules - screenWidth;
  if (over <= 0) return {};
  const fixed = sum(natural.filter((_, index) => !columns[index]!.wraps)) + rules;
  const wrapping = sum(natural) + rules - fixed;
  const share = Math.max(0, screenWidth - fixed) / wrapping;
  const colWidths = natural.map((width, index) =>
    columns[index]!.wraps ? Math.max(narrowest, Math.floor(width * share)) : width,
  );
  return { colWidths, wordWrap: true };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
