import type { Day, ReturnRow } from '@muster/force-generation';
import { canonicalJson, sha256 } from '../canonical-json.js';

/** One mission's return of one as-at day, as a file gives it: by contributor, in canonical order, without zero rows. */
export interface ParsedReturn {
  readonly mission: string;
  readonly asAt: Day;
  readonly detail: 'byContributor';
  readonly rows: readonly ReturnRow[];
  /** How many printed rows could not be placed and may belong to it; absent where it is whole. */
  readonly incomplete?: number;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byCell = (a: ReturnRow, b: ReturnRow): number =>
  compare(a.contributor ?? '', b.contributor ?? '') || compare(a.personnelType, b.personnelType);

/** Sorted by contributor and type, zero rows dropped: the form of a file leaves no trace. */
export const canonicalRows = (rows: readonly ReturnRow[]): readonly ReturnRow[] =>
  rows.filter(({ women, men }) => women > 0 || men > 0).sort(byCell);

/**
 * SHA-256 of a return's canonical content: ISO code, type, women, men, sorted, zero rows dropped, and the number of rows that could
 * not be placed. Also of a recorded StrengthReturned's data, so that both can be compared.
 */
export const returnContentHash = ({ rows, incomplete }: Pick<ParsedReturn, 'rows' | 'incomplete'>): string =>
  sha256(
    canonicalJson({
      incomplete: incomplete ?? 0,
      rows: canonicalRows(rows).map(({ contributor, personnelType, women, men }) => [
        contributor ?? '',
        personnelType,
        women,
        men,
      ]),
    }),
  );
