import { csvText } from './csv-text.js';

describe('a list as CSV', () => {
  const only = (value: string | number | null | undefined): string => csvText([['value', () => value]], [0]).split('\r\n')[1]!;

  it.each([
    ['a, b', '"a, b"'],
    ['say "b"', '"say ""b"""'],
    ['plain', 'plain'],
    [null, ''],
    [undefined, ''],
    [0, '0'],
  ])('%j stands as %s', (value, field) => {
    expect(only(value)).toBe(field);
  });

  it('lets no text run as a formula in a spreadsheet, and leaves a number below zero a number', () => {
    expect(['=1', '+1', '-1', '@a', 1, -1].map(only)).toEqual(["'=1", "'+1", "'-1", "'@a", '1', '-1']);
  });
});
