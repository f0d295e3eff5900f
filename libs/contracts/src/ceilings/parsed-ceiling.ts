import type { Day, FactDataByName } from '@muster/force-generation';
import { canonicalJson, sha256 } from '../canonical-json.js';

/** A ceiling as a file gives it: the fact's data, less what the file as a whole or the log adds. */
export type CeilingContent = Omit<FactDataByName['CeilingAuthorized'], 'publishedOn' | 'illustrative' | 'replaces'>;

export interface ParsedCeiling {
  readonly mission: string;
  /** As the file names it; also the line. */
  readonly category: string;
  readonly effectiveFrom: Day;
  readonly content: CeilingContent;
}

/**
 * SHA-256 of what a ceiling says: figure, resolution, options, quality and note. Also of a recorded CeilingAuthorized's data, so
 * that a row can be compared with the one in force for the same mission, category and date.
 */
export const ceilingContentHash = (content: CeilingContent): string => {
  const { resolution, adoptedOn, counts, placement, status, personnel, reachBy, quality, note } = content;
  return sha256(
    canonicalJson({ resolution, adoptedOn, counts: counts.toSorted(), placement, status, personnel, reachBy, quality, note }),
  );
};
