import { each, clean, file, forms, row } from './contribution-files.js';
import type { Form } from './contribution-files.js';
import { readContributions } from './read-contributions.js';
import type { ContributionReading } from './read-contributions.js';
import { returnEvent } from './return-event.js';

const events = ({ returns }: ContributionReading): unknown => returns.map((parsed) => returnEvent(parsed));

const months = ['Jan', 'Feb'];
const thousands = (count: string): string => count.replace(/(\d)(\d{3})$/, '$1,$2');

/** defect of the published files, the clean file with it */
const harmless: readonly (readonly [string, (form: Form) => string | Uint8Array])[] = [
  [
    'days as dd/mm/yyyy',
    (form) =>
      file(
        form,
        each(({ date }) => ({ date: date.split('-').reverse().join('/') })),
      ),
  ],
  [
    'days as dd-Mon-yy',
    (form) =>
      file(
        form,
        each(({ date }) => ({ date: `${date.slice(8)}-${months[Number(date.slice(5, 7)) - 1]}-${date.slice(2, 4)}` })),
      ),
  ],
  [
    'thousands separators in one column',
    (form) =>
      file(
        form,
        each(({ men }) => ({ men: thousands(men) })),
      ),
  ],
  [
    'trailing blanks',
    (form) =>
      file(
        form,
        each((r) => ({ mission: `${r.mission}  `, type: `${r.type} `, men: `${r.men} `, date: `${r.date}\t` })),
      ),
  ],
  [
    'unbreakable blanks',
    (form) =>
      file(
        form,
        each((r) => ({ mission: `${r.mission}\u00a0`, country: `${r.country}\u00a0` })),
      ),
  ],
  ['empty ISO codes', (form) => file(form, each({ iso: '' }))],
  ['#N/A for ISO codes', (form) => file(form, each({ iso: '#N/A' }))],
  [
    'ISO codes in small letters',
    (form) =>
      file(
        form,
        each(({ iso }) => ({ iso: iso.toLowerCase() })),
      ),
  ],
  ['no names', (form) => file(form, each({ country: '' }))],
  [
    'names that changed',
    (form) => {
      const former: Readonly<Record<string, string>> = {
        TUR: 'Turkey',
        SWZ: 'Swaziland',
        TZA: 'Tanzania, United Republic of',
        CIV: 'COTE D’IVOIRE',
      };
      return file(
        form,
        each(({ iso, country }) => ({ iso: '', country: former[iso] ?? country })),
      );
    },
  ],
  [
    'names cut at the width of a column',
    (form) =>
      file(
        form,
        each(({ country }) => ({ country: country.slice(0, 22) })),
      ),
  ],
  [
    'type labels that changed',
    (form) => {
      const other: Readonly<Record<string, string>> = {
        Troops: 'Contingent Troop',
        'Individual Police': 'Ind Police',
        'Formed Police Units': 'FPU',
        'Staff Officer': 'STAFF OFFICERS',
        'Experts on Mission': 'Military Observers',
      };
      return file(
        form,
        each(({ type }) => ({ type: other[type]! })),
      );
    },
  ],
  [
    'the shortest type labels',
    (form) =>
      file(
        form,
        each(({ type }) => ({ type: { Troops: 'contingent', 'Individual Police': 'police' }[type] ?? type })),
      ),
  ],
  ['a byte-order mark', (form) => `\uFEFF${file(form, clean)}`],
  ['a byte-order mark in bytes', (form) => new TextEncoder().encode(`\uFEFF${file(form, clean)}`)],
  ['semicolons', (form) => file(form, clean, ';')],
  [
    'semicolons and thousands separators',
    (form) =>
      file(
        form,
        each(({ men }) => ({ men: thousands(men) })),
        ';',
      ),
  ],
  ['Windows line ends', (form) => file(form, clean).replaceAll('\n', '\r\n')],
  ['line ends of old Macs', (form) => file(form, clean).replaceAll('\n', '\r')],
  ['every field in quotes', (form) => file(form, clean).replace(/[^,\n]+/g, '"$&"')],
  ['blank lines', (form) => file(form, clean).replaceAll('\n', '\n\n,,,,\n')],
  ['empty columns at the end', (form) => file(form, clean).replaceAll('\n', ',,\n')],
  ['rows in another order', (form) => file(form, clean.toReversed())],
  ['rows of zero', (form) => file(form, [...clean, row('NER', 'Niger', { women: '0', men: '0' })])],
  ['a row twice', (form) => file(form, [...clean, clean[0]!])],
];

describe.each(forms)('a file in the form of %s', (...form) => {
  const cleanEvents = events(readContributions(file(form, clean)));

  it.each(harmless)('gives the facts of the clean file in spite of %s', (_, defect) => {
    const read = readContributions(defect(form));
    expect(read).toMatchObject({ problems: [], rejected: 0 });
    expect(events(read)).toEqual(cleanEvents);
  });

  it('gives the facts of the clean file in Latin-1, and says so', () => {
    const read = readContributions(Buffer.from(file(form, clean), 'latin1'));
    expect(events(read)).toEqual(cleanEvents);
    expect(read.notes).toEqual([expect.stringMatching(/not UTF-8; it was read as Windows-1252/)]);
  });

  it('gives the facts of the clean file in UTF-16', () => {
    expect(events(readContributions(Buffer.from(`\uFEFF${file(form, clean)}`, 'utf16le')))).toEqual(cleanEvents);
  });
});
