import { prefersCsv } from './prefers-csv.js';

describe('prefersCsv', () => {
  it.each([
    ['text/csv', true],
    ['text/csv;charset=utf-8', true],
    ['application/json;q=0.5, text/csv', true],
    ['application/json, text/csv;q=0.5', false],
    ['text/html,*/*', false],
    ['text/csv;q=0', false],
    ['text/csv;q=0.1, */*;q=0.8', false],
    ['text/csv, */*;q=0.8', true],
    ['text/csv;q=0.9, application/*', false],
    ['text/*, application/json;q=0.5', true],
    ['text/csv, */*', true],
    ['*/*', false],
    [undefined, false],
  ])('of %s is %s', (accept, preferred) => {
    expect(prefersCsv(accept)).toBe(preferred);
  });
});
