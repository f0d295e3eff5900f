import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, personnelTypes } from '@muster/force-generation';
import { seededRandom } from './seeded-random.js';

/** Not part of the project: nothing of it is copied into it. */
const published = join(process.cwd(), '../shared/data/un-contributions-2015-2019.csv');

export interface PublishedRows {
  readonly csv: Buffer;
  readonly rows: number;
  readonly origin: 'published' | 'generated in the shape of the published rows';
}

/** The UN's contributions 2015-2019, or, where they are absent, as many rows of the same shape. */
export function publishedRows(): PublishedRows {
  if (!existsSync(published)) return generatedRows();
  const csv = readFileSync(published);
  return { csv, rows: csv.toString('utf8').trimEnd().split('\n').length - 1, origin: 'published' };
}

/** The same rows of other missions, to warm up with. */
export const ofOtherMissions = ({ csv }: PublishedRows): Buffer => {
  const [head, ...rows] = csv.toString('utf8').trimEnd().split('\n');
  const renamed = rows.map((row) => row.replace(/,([A-Z]+),(?=(?:Troops|Staff|Experts|Formed|Individual))/, ',$1X,'));
  return Buffer.from([head, ...renamed, ''].join('\n'));
};

const header = 'isocode3,contributing_country,mission_acronym,personnel_type,female_personnel,male_personnel,last_reporting_date';
const countries = [
  'ARG,Argentina',
  'BGD,Bangladesh',
  'BRA,Brazil',
  'EGY,Egypt',
  'ETH,Ethiopia',
  'GHA,Ghana',
  'IND,India',
  'NPL,Nepal',
  'RWA,Rwanda',
  'SEN,Senegal',
];
const returns = { missions: 16, months: 50, rows: 38_876 };

function generatedRows(): PublishedRows {
  const random = seededRandom(1);
  const lines = [header];
  for (let index = 0; index < returns.missions * returns.months; index += 1) {
    const place = `GEN${Math.floor(index / returns.months)}`;
    // Thirty days apart is near enough to the ends of months.
    const day = addDays('2015-01-31', 30 * (index % returns.months));
    for (const country of countries)
      for (const type of personnelTypes)
        lines.push([country, place, type, random.whole(0, 20), random.whole(1, 600), day].join());
  }
  const csv = Buffer.from(`${lines.slice(0, returns.rows + 1).join('\n')}\n`);
  return { csv, rows: returns.rows, origin: 'generated in the shape of the published rows' };
}
