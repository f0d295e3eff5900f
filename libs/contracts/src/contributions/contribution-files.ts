/** Files of contributions made up for the specs, in the forms in which the published ones come. */

/** A row as a file prints it. */
export interface PrintedRow {
  readonly iso: string;
  readonly country: string;
  readonly mission: string;
  readonly type: string;
  readonly women: string;
  readonly men: string;
  readonly date: string;
}

export const row = (iso: string, country: string, change: Partial<PrintedRow> = {}): PrintedRow => ({
  iso,
  country,
  mission: 'MINUSMA',
  type: 'Troops',
  women: '10',
  men: '200',
  date: '2018-02-28',
  ...change,
});

export const clean: readonly PrintedRow[] = [
  row('TGO', 'Togo', { women: '32', men: '1886' }),
  row('TUR', 'Türkiye', { type: 'Individual Police', women: '2', men: '5' }),
  row('CIV', "Côte d'Ivoire", { type: 'Staff Officer', women: '0', men: '3' }),
  row('TZA', 'United Republic of Tanzania', { type: 'Experts on Mission', women: '1', men: '4' }),
  row('SWZ', 'Eswatini', { type: 'Formed Police Units', women: '20', men: '120' }),
  row('TGO', 'Togo', { mission: 'MINUSCA', date: '2018-01-31' }),
];

const quoted = (field: string, separator: string): string =>
  /["\r\n]/.test(field) || field.includes(separator) ? `"${field.replaceAll('"', '""')}"` : field;

/** A header form of the portal: what we call it, its header, a row's fields in its order. */
export type Form = readonly [form: string, header: string, fields: (row: PrintedRow, index: number) => readonly string[]];

/** The two header forms of the portal. */
export const forms: readonly Form[] = [
  [
    'the portal as it was',
    'ISOCode3,M49_Code,Contributing_Country,Mission_Acronym,Personnel_Type,Female_Personnel,Male_Personnel,Last_Reporting_Date',
    (r) => [r.iso, '768', r.country, r.mission, r.type, r.women, r.men, r.date],
  ],
  [
    'the newer portal',
    'contribution_id,last_reporting_date,isocode3,contributing_country,mission_acronym,personnel_type,female_personnel,male_personnel',
    (r, index) => [String(index), r.date, r.iso, r.country, r.mission, r.type, r.women, r.men],
  ],
];

export const file = ([, header, fields]: Form, rows: readonly PrintedRow[], separator = ','): string =>
  [
    header.replaceAll(',', separator),
    ...rows.map((r, index) =>
      fields(r, index)
        .map((f) => quoted(f, separator))
        .join(separator),
    ),
  ].join('\n');

export const each = (change: Partial<PrintedRow> | ((row: PrintedRow) => Partial<PrintedRow>)): readonly PrintedRow[] =>
  clean.map((r) => ({ ...r, ...(typeof change === 'function' ? change(r) : change) }));
