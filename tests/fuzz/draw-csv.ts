import type { Random } from '../bench/seeded-random.js';

const contributionColumns = [
  'isocode3',
  'contributing_country',
  'mission_acronym',
  'personnel_type',
  'female_personnel',
  'male_personnel',
  'last_reporting_date',
];
const ceilingColumns = ['mission', 'category', 'authorized', 'effective_date', 'resolution', 'quality', 'notes'];

const missions = ['MINUSMA', ' MINUSMA ', 'UNFICYP', 'MINUSMA', 'UNMISS', 'standby', 'A/B', '', '__proto__', 'MINUSMA\u0000'];
const countries = [
  ['TGO', 'Togo'],
  ['NER', 'Niger'],
  ['', 'DR Congo'],
  ['#N/A', 'Türkiye'],
  ['TGO', 'Niger'],
  ['XXX', 'Nowhere'],
  ['CIV', "Côte d'Ivoire"],
] as const;
const types = ['Troops', 'contingent', 'FPU', 'Ind Police', 'Staff Officer', 'Experts on Mission', 'Pilots', ''];
const counts = ['0', '1', '918', '1,234', '1 234', '-5', '1e9', '12.5', '', 'many', '99999999999999999999', '0x10', '٣'];
const days = [
  '2018-02-28',
  '31/01/2018',
  '28-Feb-18',
  '2018-02-30',
  '29/02/2017',
  '',
  '0',
  '43159',
  '2018-02-28T00:00',
  '9999-12-31',
];
const categories = ['military', 'police', 'corrections', 'police_fpu', 'military_proposed', 'navy', '', '__proto__', 'a b'];

const quotedField = (field: string): string => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

const contributionRow = (random: Random): string[] => [
  ...random.of(countries),
  random.of(missions),
  random.of(types),
  random.of(counts),
  random.of(counts),
  random.of(days),
];

const ceilingRow = (random: Random): string[] => [
  random.of(missions),
  random.of(categories),
  random.of(counts),
  random.of(days),
  random.of(['S/RES/2364 (2017)', '', 'x'.repeat(300), 'S/RES/2100 (2013), "kept"']),
  random.of(['A', '', 'Z']),
  random.of(['', 'a note', 'line\nbreak']),
];

/** What is wrong with the table itself. */
const tableBreaks: readonly ((random: Random, lines: string[]) => void)[] = [
  (_random, lines) => void lines.shift(),
  (random, lines) => void lines.splice(random.whole(0, lines.length), 0, ',,,,,,,,,,,', '', '"', 'one field'),
  (random, lines) =>
    void (lines[0] = lines[0]!.replace(random.of(['mission', 'isocode3', 'a', '_']), random.of(['', 'x', ',', '"']))),
  (_random, lines) => void (lines[0] = `${lines[0]},${lines[0]}`),
  (_random, lines) => lines.forEach((line, index) => (lines[index] = line.replaceAll(',', ';'))),
  (_random, lines) => lines.forEach((line, index) => (lines[index] = line.replaceAll(',', '\t'))),
  (random, lines) => void lines.push('"'.repeat(random.whole(1, 5))),
  (random, lines) => void lines.push('x'.repeat(random.whole(1, 100_000))),
  (_random, lines) => void lines.splice(1),
  (_random, lines) => void lines.splice(0),
];

/** A file of contributions or of ceilings in which some rows can be placed, some cannot, and the table itself may be broken. */
export function drawCsv(random: Random, kind: 'contributions' | 'ceilings'): Buffer {
  const [columns, row] = kind === 'contributions' ? [contributionColumns, contributionRow] : [ceilingColumns, ceilingRow];
  const rows = Array.from({ length: random.whole(0, 20) }, () => row(random).map(quotedField).join(','));
  const lines = [columns.join(','), ...rows];
  if (random.chance(0.4)) random.of(tableBreaks)(random, lines);
  return Buffer.from(lines.join(random.of(['\n', '\r\n', '\n', '\r'])));
}
