type Value = string | number | boolean | null | undefined;

/** A column's heading, and what it shows of a line. */
export type CsvColumn<Line> = readonly [name: string, value: (line: Line) => Value];

/** A spreadsheet runs what begins like a formula, and some of these texts come from people. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function field(value: Value): string {
  const text = typeof value === 'string' ? harmless(value) : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A list as CSV (RFC 4180). */
export const csvText = <Line>(columns: readonly CsvColumn<Line>[], lines: readonly Line[]): string =>
  [columns.map(([name]) => name), ...lines.map((line) => columns.map(([, value]) => field(value(line))))]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
