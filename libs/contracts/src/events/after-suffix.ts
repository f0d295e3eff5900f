import { sha256 } from '../canonical-json.js';

/** A retraction after which the very content that it took back comes again. */
export interface Retraction {
  readonly source: string;
  readonly id: string;
}

/** What a fact from a file takes the place of. */
export interface Succession {
  /** Full id of the fact of the same source that it replaces. */
  readonly replaces?: string;
  /** The FactRetracted that took this very content back, where it comes again; it names the id instead of `replaces`. */
  readonly after?: Retraction;
}

const hexDigits = 16;

/**
 * End of the id of a fact that follows another: the same content may be in force, be replaced, and come back, and each time it is
 * another fact. A source holds no blank, so one between source and id keeps the two apart.
 */
export function afterSuffix({ replaces, after }: Succession): string {
  const predecessor = after === undefined ? replaces : `${after.source} ${after.id}`;
  return predecessor === undefined ? '' : `/after/${sha256(predecessor).slice(0, hexDigits)}`;
}
