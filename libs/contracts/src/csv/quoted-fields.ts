import Papa from 'papaparse';

/**
 * The fields of one record of a CSV text (RFC 4180, section 2) that may hold quotes; undefined where they make no sense. One record at
 * a time, so that a broken quote costs one record and not the rest of the file.
 */
export function quotedFields(text: string, separator: string): readonly string[] | undefined {
  // A character that no file holds ends the record: its own line ends stand in quotes.
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: separator, newline: '\u0001' as '\n' });
  return errors.length > 0 ? undefined : (data[0] ?? ['']);
}
