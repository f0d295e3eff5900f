import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { quotedFields } from './quoted-fields.js';

it.each([
  ['a,"b,c",d', ['a', 'b,c', 'd']],
  ['"a ""b""",', ['a "b"', '']],
  ['"","",""', ['', '', '']],
  ['"a\nb"', ['a\nb']],
  ['"a"b,c', undefined],
  ['a"b",c', undefined],
  ['"a,b', undefined],
  ['"a"""', ['a"']],
  ['"a""', undefined],
])('the fields of %j are %j', (text, fields) => expect(quotedFields(text, ',')).toEqual(fields));

/** What csv-parse says of one record: its fields, or undefined where it refuses them. */
function byCsvParse(text: string): string[] | undefined {
  try {
    const records: string[][] = parse(text, { delimiter: ';', relax_column_count: true, record_delimiter: '\u0001' });
    return records[0] ?? [''];
  } catch {
    return undefined;
  }
}

it('the fields of a record are those that csv-parse finds, whatever stands in it', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ';', '"', '""', '";"', '\n'), maxLength: 12 });
  fc.assert(
    fc.property(text, (record) => expect(quotedFields(record, ';')).toEqual(byCsvParse(record))),
    { numRuns: 2000, seed: 4180 },
  );
});
