/** What is wrong with one place of an event, in words that tell its sender what to do. */
export interface Problem {
  /** JSON Pointer into the structured event: `/data/rows/3/women`, `/source`, `` for the whole. */
  readonly path: string;
  /** What stands there, shortened; null where nothing does. */
  readonly value: unknown;
  readonly problem: string;
}

/** A problem list stops here; the full count is told beside it (doors.md). */
export const problemLimit = 1000;

const longestShown = 200;

/** A value as a problem shows it: scalars as they are, long text cut, anything nested only named. */
export function shown(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value.length > longestShown ? `${value.slice(0, longestShown)}…` : value;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  return typeof value === 'number' || typeof value === 'boolean' ? value : `a ${typeof value}`;
}

const escaped = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');

/** JSON Pointer (RFC 6901) of the members named one below the other. */
export const pointer = (...parts: readonly PropertyKey[]): string => parts.map((part) => `/${escaped(part)}`).join('');
