import { textTable, type Column } from './text-table.js';

interface Row {
  readonly name: string;
  readonly count: string;
  readonly reason: string;
}

const columns: readonly Column<Row>[] = [
  { head: 'name', value: ({ name }) => name },
  { head: 'count', value: ({ count }) => count, align: 'right' },
  { head: 'reason', value: ({ reason }) => reason, wraps: true },
];
const rows: readonly Row[] = [
  { name: 'military', count: '1,498', reason: 'strength below the ceiling of S/RES/2364 (2017), since the thirtieth of April' },
  { name: 'police', count: '179', reason: '' },
];

const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

describe('a table', () => {
  it('is aligned plain text for whatever is no terminal, with nothing at the ends of lines', () => {
    expect(textTable(columns, rows, { isTerminal: false, width: 20 })).toBe(
      [
        'name      count  reason',
        'military  1,498  strength below the ceiling of S/RES/2364 (2017), since the thirtieth of April',
        'police      179',
      ].join('\n'),
    );
  });

  it('has rules on a terminal, and stays in one line where there is place', () => {
    const text = textTable(columns, rows, { isTerminal: true, width: 200 });
    expect(text).toContain('│ military │ 1,498 │ strength below');
    expect(text.split('\n')).toHaveLength(6);
  });

  it('breaks what wraps, so that it fits a narrow terminal', () => {
    expect(widest(textTable(columns, rows, { isTerminal: true, width: 60 }))).toBeLessThanOrEqual(60);
  });
});
