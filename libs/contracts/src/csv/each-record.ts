import Papa from 'papaparse';
import { quotedFields } from './quoted-fields.js';

/** `fields` is undefined where the quotes of the record make no sense; `text` is the record as it stands. */
export type RecordVisitor = (fields: readonly string[] | undefined, line: number, text: string) => void;

/** A quoted field may hold line ends, but not the rest of a file: an unclosed quote costs its own line only. */
const longestRecordLines = 20;

const oddQuotes = (text: string): boolean => {
  let odd = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
};

const isBlank = (text: string, separator: string): boolean => {
  const first = text[0];
  return (
    first === undefined ||
    ((first === separator || first <= ' ' || first === '\u00a0') && text.replaceAll(separator, '').trim() === '')
  );
};

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
};

const withoutReturn = (text: string, from: number, end: number): string =>
  text.slice(from, text.charCodeAt(end - 1) === 13 && end > from ? end - 1 : end);

/** End of the record that has an open quote at `end`, or undefined where no line nearby closes it. */
function closingEnd(text: string, end: number): number | undefined {
  let to = end;
  for (let lines = 1; lines < longestRecordLines && to < text.length; lines++) {
    const from = to + 1;
    to = lineEnd(text, from);
    if (oddQuotes(text.slice(from, to))) return to;
  }
  return undefined;
}

interface QuotedRecord {
  readonly fields: readonly string[] | undefined;
  /** The record as it stands in the file, without its line end. */
  readonly text: string;
  /** Where its line end stands. */
  readonly end: number;
}

function quotedRecord(text: string, from: number, separator: string): QuotedRecord {
  const end = lineEnd(text, from);
  const closing = oddQuotes(text.slice(from, end)) ? closingEnd(text, end) : end;
  const whole = withoutReturn(text, from, closing ?? end);
  const fields = closing === undefined ? undefined : quotedFields(whole, separator);
  // Quotes that make no sense cost the line that they stand on; the next lines are read for themselves.
  return fields === undefined
    ? { fields, text: withoutReturn(text, from, end), end }
    : { fields, text: whole, end: closing ?? end };
}

/**
 * Visits the records of a CSV text (RFC 4180) that are not blank, each with the line that it begins on. A file without a quote has
 * one record a line; in one with quotes each record is found first, so that what is broken is lost alone.
 */
export function eachRecord(text: string, separator: string, visit: RecordVisitor): void {
  if (text.includes('"')) return eachQuotedRecord(text, separator, visit);
  const { data } = Papa.parse<string[]>(text.replaceAll('\r\n', '\n'), { delimiter: separator, newline: '\n', fastMode: true });
  data.forEach((fields, index) => {
    if (fields.some((field) => !isBlank(field, separator))) visit(fields, index + 1, fields.join(separator));
  });
}

function eachQuotedRecord(text: string, separator: string, visit: RecordVisitor): void {
  let line = 1;
  for (let from = 0; from < text.length; line += 1) {
    const { fields, text: record, end } = quotedRecord(text, from, separator);
    if (fields === undefined || fields.some((field) => field.trim() !== '')) visit(fields, line, record);
    line += record.split('\n').length - 1;
    from = end + 1;
  }
}
