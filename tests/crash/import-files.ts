import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '@muster/runtime';
import { publishedRows } from '../bench/published-rows.js';

export interface ImportFile {
  readonly door: '/api/ceilings' | '/api/contributions';
  readonly csv: Buffer;
}

export interface ImportFiles {
  readonly files: readonly ImportFile[];
  /** Where they come from. */
  readonly origin: string;
}

/** Beside the project, and no part of it. */
const publishedCeilings = join(projectFolder(), '../shared/data/ceilings.csv');

/** The published ceilings and contributions, or, where they are absent, generated ones of the same form. */
export function importFiles(): ImportFiles {
  const contributions = publishedRows();
  const isPublished = existsSync(publishedCeilings) && contributions.origin === 'published';
  const ceilings = isPublished ? readFileSync(publishedCeilings) : generatedCeilings(contributions.csv.toString('utf8'));
  return {
    files: [
      { door: '/api/ceilings', csv: ceilings },
      { door: '/api/contributions', csv: contributions.csv },
    ],
    origin: isPublished
      ? 'the published ceilings and contributions 2015-2019'
      : 'generated files in the form of the published ones',
  };
}

/** Two ceilings for each mission of the rows, the military one out of reach. */
function generatedCeilings(contributions: string): Buffer {
  const [, ...rows] = contributions.trimEnd().split('\n');
  const missions = [...new Set(rows.map((row) => row.split(',')[2]!))];
  const lines = missions.flatMap((mission) => [
    `${mission},military,20000,2014-12-31,S/RES/1,,,A`,
    `${mission},police,3000,2014-12-31,S/RES/1,,,A`,
  ]);
  const header = 'mission,category,authorized,effective_date,resolution,notes,verified_from,quality';
  return Buffer.from([header, ...lines, ''].join('\n'));
}
