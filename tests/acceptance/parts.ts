import type { Random } from '../bench/seeded-random.js';
import { ceilingsFile, contributionsFile, linesOf } from './published-files.js';

/** A file, or a part of one, and the door that takes it. */
export interface Part {
  readonly door: '/api/ceilings' | '/api/contributions';
  readonly csv: string;
}

const partOf = (door: Part['door'], header: string, lines: readonly string[]): Part => ({
  door,
  csv: [header, ...lines, ''].join('\n'),
});

const linesIn = (file: string): readonly string[] => linesOf(file).rows.map(({ line }) => line);

/** Both files whole, as they were published. */
export const publishedParts = (): Part[] => [
  partOf('/api/ceilings', linesOf(ceilingsFile).header, linesIn(ceilingsFile)),
  partOf('/api/contributions', linesOf(contributionsFile).header, linesIn(contributionsFile)),
];

/** The published months as files of their own, in another order, each with its rows in another order, the ceilings among them. */
export function shuffledParts(random: Random): Part[] {
  const { header, rows } = linesOf(contributionsFile);
  const months = [...new Set(rows.map(({ month }) => month))].map((month) => {
    const lines = rows.filter((row) => row.month === month).map(({ line }) => line);
    return partOf('/api/contributions', header, shuffled(lines, random));
  });
  const ceilings = partOf('/api/ceilings', linesOf(ceilingsFile).header, shuffled(linesIn(ceilingsFile), random));
  return shuffled([...months, ceilings], random);
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = random.whole(0, last);
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}
