import fc from 'fast-check';
import { eachRecord } from './each-record.js';

const records = (text: string, separator = ','): [number, readonly string[] | undefined][] => {
  const found: [number, readonly string[] | undefined][] = [];
  eachRecord(text, separator, (fields, line) => void found.push([line, fields]));
  return found;
};

describe('the records of a CSV text', () => {
  it('are those of its lines that are not blank', () => {
    expect(records('a,b\r\n\r\n , \nc,\nd')).toEqual([
      [1, ['a', 'b']],
      [4, ['c', '']],
      [5, ['d']],
    ]);
  });

  it('may hold separators, quotes and line ends in quotes', () => {
    expect(records('"a,""b""",c\n"d\n\ne",f\ng,h')).toEqual([
      [1, ['a,"b"', 'c']],
      [2, ['d\n\ne', 'f']],
      [5, ['g', 'h']],
    ]);
  });

  it('with quotes that make no sense are lost alone', () => {
    expect(records('a,"b\nc,d\ne,"f"')).toEqual([
      [1, undefined],
      [2, ['c', 'd']],
      [3, ['e', 'f']],
    ]);
  });

  it('come back as they were written, whatever stands in them', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', '"', '\n', '\r\n', '1'), maxLength: 6 });
    const filled = fc.tuple(fc.constant('x'), field, field).map((fields) => fields as string[]);
    const written = (fields: readonly string[]): string =>
      fields.map((one) => (/[",\r\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one)).join(',');
    fc.assert(
      fc.property(fc.array(filled, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const text = rows.map(written).join(end);
        expect(records(text).map(([, fields]) => fields)).toEqual(rows);
      }),
      { numRuns: 1000, seed: 4180 },
    );
  });

  it('may be as many as they like, quotes or not', () => {
    expect(records('"a\n'.repeat(20_000)).length).toBe(20_000);
  });
});
