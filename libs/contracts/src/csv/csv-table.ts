import { decodeCsv } from './decode-csv.js';
import { eachRecord } from './each-record.js';

/** Which columns a door reads. */
export interface Columns<Name extends string> {
  readonly required: readonly Name[];
  readonly optional: readonly Name[];
  /** Columns of the published files that say nothing new. */
  readonly passedOver: readonly string[];
}

/** A file's header as found. */
export interface Header<Name extends string> {
  readonly separator: string;
  /** Line on which it stands. */
  readonly line: number;
  /** As printed. */
  readonly titles: readonly string[];
  /** Where each column stands, -1 where the file does not have it. */
  readonly at: Readonly<Record<Name, number>>;
  readonly notes: readonly string[];
  /** Why no row can be read. */
  readonly problem: string | undefined;
}

const plainTitle = (title: string): string =>
  title
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');

const separatorOf = (line: string): string => (line.split(';').length > line.split(',').length ? ';' : ',');

function headerProblem<Name extends string>(plain: readonly string[], { required, optional }: Columns<Name>): string | undefined {
  const missing = required.filter((name) => !plain.includes(name));
  if (missing.length > 0) return `The header lacks ${missing.join(', ')}; without them no row can be read. Add them to line 1.`;
  const twice = [...required, ...optional].filter((name) => plain.indexOf(name) !== plain.lastIndexOf(name));
  return twice.length > 0 ? `The header has ${twice.join(', ')} twice; keep one of each.` : undefined;
}

function columnNotes<Name extends string>(plain: readonly string[], { required, optional, passedOver }: Columns<Name>): string[] {
  const known: ReadonlySet<string> = new Set([...required, ...optional, ...passedOver]);
  const unknown = plain.filter((title) => title !== '' && !known.has(title));
  return unknown.length > 0 ? [`Columns that are not read: ${unknown.slice(0, 20).join(', ')}.`] : [];
}

function readHeader<Name extends string>(
  fields: readonly string[],
  line: number,
  separator: string,
  columns: Columns<Name>,
): Header<Name> {
  const plain = fields.map(plainTitle);
  const at = Object.fromEntries([...columns.required, ...columns.optional].map((name) => [name, plain.indexOf(name)]));
  return {
    separator,
    line,
    titles: fields.map((title) => title.trim()),
    at: at as Record<Name, number>,
    notes: columnNotes(plain, columns),
    problem: headerProblem(plain, columns),
  };
}

const noHeader = <Name extends string>(columns: Columns<Name>): Header<Name> => readHeader([], 1, ',', columns);

/** What a door does with a file's rows. */
export interface RowReader<Name extends string> {
  header(header: Header<Name>): void;
  /** `fields` is undefined where the quotes make no sense. Not called where the header has a problem. */
  row(fields: readonly string[] | undefined, line: number, text: string): void;
}

/** How many rows a file has, and what is worth a word about its form. */
export interface CsvTable {
  readonly rows: number;
  readonly notes: readonly string[];
}

/** Reads a file with a header and hands its rows on, one by one. */
export function readCsvTable<Name extends string>(
  csv: string | Uint8Array,
  columns: Columns<Name>,
  reader: RowReader<Name>,
): CsvTable {
  const { text, notes } = decodeCsv(csv);
  const separator = separatorOf(/^[^\n]*[^\s][^\n]*/m.exec(text)?.[0] ?? '');
  let header: Header<Name> | undefined;
  let rows = 0;
  eachRecord(text, separator, (fields, line, record) => {
    if (header === undefined) return reader.header((header = readHeader(fields ?? [record], line, separator, columns)));
    rows += 1;
    if (header.problem === undefined) reader.row(fields, line, record);
  });
  if (header === undefined) reader.header((header = noHeader(columns)));
  return { rows, notes: [...notes, ...header.notes] };
}
