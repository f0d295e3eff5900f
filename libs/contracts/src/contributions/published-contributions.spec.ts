import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countriesNamed } from '../countries/countries-named.js';
import { readContributions } from './read-contributions.js';
import type { ParsedReturn } from './parsed-return.js';

// Not part of the project: nothing of it is copied into it.
const published = join(process.cwd(), '../shared/data/un-contributions-2015-2019.csv');
const isThere = existsSync(published);
// eslint-disable-next-line no-console -- a test that is skipped must not look like one that passed
if (!isThere) console.warn(`SKIPPED: ${published} is absent, so the published returns were not read.`);

const strength = (returns: readonly ParsedReturn[]): number =>
  returns.flatMap(({ rows }) => rows).reduce((sum, { women, men }) => sum + women + men, 0);

describe('the published returns 2015-2019', () => {
  (isThere ? it : it.skip)('are read whole', () => {
    const read = readContributions(readFileSync(published));
    expect(read).toMatchObject({ rows: 38876, accepted: 38876, rejected: 0, problems: [], notes: [] });
    expect(read.returns.length).toBe(800);
    expect(strength(read.returns.filter(({ asAt }) => asAt === '2015-01-31'))).toBe(104496);
    expect(strength(read.returns.filter(({ asAt }) => asAt === '2018-02-28'))).toBe(91544);
    expect(strength(read.returns.filter(({ asAt, mission }) => asAt === '2018-02-28' && mission === 'MINUSMA'))).toBe(13532);
  });

  (isThere ? it : it.skip)('name every country as we understand it, with and without its code', () => {
    const rows = readFileSync(published, 'utf8').trim().split('\n').slice(1);
    const pairs = new Set(rows.map((row) => row.split(',').slice(0, 2).join(',')));
    expect(pairs.size).toBe(139);
    for (const pair of pairs) {
      const [code, name] = pair.split(',') as [string, string];
      expect([name, [...countriesNamed(name)]]).toEqual([name, [code]]);
    }
  });
});
