import fc from 'fast-check';
import { quotedFields } from './quoted-fields.js';

it.each([
  ['a,"b,c",d', ['a', 'b,c', 'd']],
  ['"a ""b""",', ['a "b"', '']],
  ['"","",""', ['', '', '']],
  ['"a\nb"', ['a\nb']],
  ['"a"b,c', undefined],
  ['a"b",c', ['a"b"', 'c']],
  ['"a,b', undefined],
  ['"a"""', ['a"']],
  ['"a""', undefined],
])('the fields of %j are %j', (text, fields) => expect(quotedFields(text, ',')).toEqual(fields));

it('what was quoted comes back, whatever stands in it', () => {
  const field = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ';', '"', '\n'), maxLength: 12 });
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(field, { minLength: 1, maxLength: 6 }), (fields) =>
      expect(quotedFields(fields.map(quoted).join(';'), ';')).toEqual(fields),
    ),
    { numRuns: 1000, seed: 4180 },
  );
});
