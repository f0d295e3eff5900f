import { clean, file, forms, row } from './contribution-files.js';
import type { PrintedRow } from './contribution-files.js';
import { readContributions } from './read-contributions.js';

describe.each(forms)('a file in the form of %s', (...form) => {
  it('gives its returns', () => {
    const read = readContributions(file(form, clean));
    expect(read).toMatchObject({ rows: 6, accepted: 6, rejected: 0, problems: [], problemCount: 0, notes: [] });
    expect(read.returns).toEqual([
      {
        mission: 'MINUSCA',
        asAt: '2018-01-31',
        detail: 'byContributor',
        rows: [{ contributor: 'TGO', personnelType: 'Troops', women: 10, men: 200 }],
      },
      {
        mission: 'MINUSMA',
        asAt: '2018-02-28',
        detail: 'byContributor',
        rows: [
          { contributor: 'CIV', personnelType: 'Staff Officer', women: 0, men: 3 },
          { contributor: 'SWZ', personnelType: 'Formed Police Units', women: 20, men: 120 },
          { contributor: 'TGO', personnelType: 'Troops', women: 32, men: 1886 },
          { contributor: 'TUR', personnelType: 'Individual Police', women: 2, men: 5 },
          { contributor: 'TZA', personnelType: 'Experts on Mission', women: 1, men: 4 },
        ],
      },
    ]);
  });

  it('names columns that it does not read', () => {
    const read = readContributions(
      file(form, clean)
        .replaceAll('\n', ',x\n')
        .replace(/(_\w+),x\n/, '$1,Remarks\n') + ',x',
    );
    expect(read.accepted).toBe(6);
    expect(read.notes).toEqual(['Columns that are not read: remarks.']);
  });

  /** What a bad row does to the returns: the number of rows that may be missing from MINUSCA's and from MINUSMA's. */
  const incomplete = (rows: readonly PrintedRow[]): unknown =>
    readContributions(file(form, rows)).returns.map((one) => one.incomplete);
  const bad = (change: Partial<PrintedRow>): readonly PrintedRow[] => [...clean, row('NER', 'Niger', change)];

  it.each([
    ['a country that is none', { iso: '', country: 'Atlantis' }, [undefined, 1]],
    ['a code that is none', { iso: 'ZZZ' }, [undefined, 1]],
    ['a code and a name that disagree', { iso: 'NGA' }, [undefined, 1]],
    ['a type that is none', { type: 'Cooks' }, [undefined, 1]],
    ['half a person', { women: '0.5' }, [undefined, 1]],
    ['a figure with its separator in the wrong place', { men: '1,23' }, [undefined, 1]],
    ['no figure', { men: '' }, [undefined, 1]],
    ['a date that cannot be read: every return of its mission', { date: '31/02/2018' }, [undefined, 1]],
    ['a mission that cannot be read: every return of its date', { mission: 'MINUSMA?' }, [undefined, 1]],
    ['a mission that cannot be read, on the other date', { mission: '', date: '2018-01-31' }, [1, undefined]],
    ['neither date nor mission: all returns', { mission: 'MINUS MA', date: 'February' }, [1, 1]],
  ] as const)('is incomplete for %s', (_, change, lost) => {
    expect(incomplete(bad(change))).toEqual(lost);
  });

  it('counts every row that may be missing', () => {
    const rows = [...bad({ date: '?' }), row('NER', 'Niger', { mission: '?', date: '?' }), row('NER', 'Niger', { type: '?' })];
    expect(incomplete(rows)).toEqual([1, 3]);
  });

  it('tells every field that is wrong, with its line, its column as printed, and what stands there', () => {
    const { problems, rejected } = readContributions(
      file(form, bad({ iso: 'NGA', mission: '?', type: 'Cooks', women: '-1', men: 'x', date: '?' })),
    );
    const title = (name: string): string | undefined => form[1].split(',').find((one) => one.toLowerCase() === name);
    expect(rejected).toBe(1);
    expect(problems.map(({ row: line, column, value }) => [line, column, value])).toEqual([
      [8, title('isocode3'), 'NGA'],
      [8, title('mission_acronym'), '?'],
      [8, title('personnel_type'), 'Cooks'],
      [8, title('female_personnel'), '-1'],
      [8, title('male_personnel'), 'x'],
      [8, title('last_reporting_date'), '?'],
    ]);
    expect(problems[0]!.problem).toBe('The code is that of Nigeria, the name says Niger; correct one of the two.');
  });

  it('rejects both rows of a cell that it gives twice with other figures', () => {
    const read = readContributions(file(form, [...clean, row('TGO', 'Togo', { women: '32', men: '887' })]));
    expect(read).toMatchObject({ rows: 7, accepted: 5, rejected: 2, problemCount: 2 });
    expect(read.problems.map((one) => one.row)).toEqual([2, 8]);
    expect(read.returns[1]).toMatchObject({ incomplete: 2 });
    expect(read.returns[1]!.rows.map(({ contributor }) => contributor)).not.toContain('TGO');
  });

  it('counts physical lines, also where a quoted field holds a line end', () => {
    const rows = [row('NER', 'Niger\n'), row('NGA', 'Nige\r\n\nria', { type: 'Cooks' }), row('TCD', 'Chad', { type: 'Cooks' })];
    const lines = readContributions(file(form, rows).replace('\n', '\n\n')).problems.map((one) => one.row);
    expect(lines).toEqual([5, 8]);
  });

  it('loses only the line on which a quote does not close', () => {
    const lines = file(form, clean).split('\n');
    lines[1] = lines[1]!.replace('Togo', '"Togo');
    const read = readContributions(lines.join('\n'));
    expect(read).toMatchObject({ rows: 6, accepted: 5, rejected: 1 });
    expect(read.problems).toEqual([expect.objectContaining({ row: 2, column: '' })]);
    expect(read.returns.map((one) => one.incomplete)).toEqual([1, 1]);
  });

  it.each([
    ['in the name, with its place plain', 'Tanzania, United Republic of', '4', [undefined, 1]],
    ['in a figure, with its place plain', 'United Republic of Tanzania', '1,234', [undefined, 1]],
  ])('tells a separator too many %s', (_, name, men, lost) => {
    const unquoted = file(form, clean.with(3, row('TZA', name, { type: 'Experts on Mission', men }))).replaceAll('"', '');
    const read = readContributions(unquoted);
    expect(read.problems).toEqual([expect.objectContaining({ row: 5, column: '' })]);
    expect(read.returns.map((one) => one.incomplete)).toEqual(lost);
  });

  it('makes every return of the date incomplete where a separator too many leaves two readings of the mission', () => {
    const rows = [...clean, row('TGO', 'Togo', { mission: 'UNMISS' }), row('TZA', 'Tanzania,UR', { type: 'Troops' })];
    const read = readContributions(file(form, rows).replaceAll('"', ''));
    expect(read.returns.map((one) => [one.mission, one.incomplete])).toEqual([
      ['MINUSCA', undefined],
      ['MINUSMA', 1],
      ['UNMISS', 1],
    ]);
  });

  it('does not make a return out of nothing', () => {
    const read = readContributions(file(form, bad({ mission: 'UNMISS', type: 'Cooks' })));
    expect(read.returns.map(({ mission }) => mission)).toEqual(['MINUSCA', 'MINUSMA']);
    expect(read.notes).toEqual([expect.stringMatching(/not recorded: UNMISS 2018-02-28/)]);
  });

  it('is rejected as a whole, with one problem, where the header lacks a column', () => {
    const read = readContributions(file(form, clean).replace(/mission_acronym/i, 'mission'));
    expect(read).toMatchObject({ rows: 6, accepted: 0, rejected: 6, problemCount: 1, returns: [] });
    expect(read.problems[0]).toMatchObject({ row: 1, problem: expect.stringMatching(/lacks mission_acronym/) as string });
  });

  it('lists 1,000 problems and counts on', () => {
    const rows = Array.from({ length: 1001 }, () => row('NER', 'Niger', { type: 'Cooks' }));
    const read = readContributions(file(form, rows));
    expect([read.problems.length, read.problemCount]).toEqual([1000, 1001]);
  });

  it('takes a name that nobody knows beside a code, and says so', () => {
    const read = readContributions(file(form, [row('NER', 'Nigeer')]));
    expect(read).toMatchObject({ accepted: 1, notes: ['Names that are not known, placed by their code: Nigeer (NER).'] });
  });

  it('notes returns of a day after that of publication', () => {
    const { notes } = readContributions(file(form, clean), { publishedOn: '2018-02-27' });
    expect(notes).toEqual([expect.stringMatching(/^1 return is of a day after 2018-02-27/)]);
  });
});

describe('a file without rows', () => {
  it.each([[''], ['\n\n'], ['\uFEFF']])('(%j) is one problem', (csv) => {
    expect(readContributions(csv)).toMatchObject({ rows: 0, problemCount: 1, returns: [] });
  });

  it('but a header is nothing', () => {
    expect(readContributions(forms[0]![1])).toMatchObject({ rows: 0, problemCount: 0, returns: [] });
  });
});
