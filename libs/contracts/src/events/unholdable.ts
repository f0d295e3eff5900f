import { pointer, shown } from '../problem.js';
import type { Problem } from '../problem.js';

/** Facts are flat; what nests deeper than this is an attack or an accident. */
const deepest = 32;

const nul = '\u0000';
const loneSurrogate = /\p{Surrogate}/u;

const textProblem = (text: string): string | undefined => {
  if (text.includes(nul)) return 'This text holds the character U+0000, which the log cannot store; remove it.';
  if (loneSurrogate.test(text))
    return 'This text holds half of a character (a lone surrogate), which JSON cannot carry; send it whole.';
  return undefined;
};

const numberProblem = (value: number): string | undefined =>
  Number.isFinite(value) ? undefined : 'This number is too large for JSON to carry exactly; send a smaller one.';

const scalarProblem = (value: unknown): string | undefined => {
  if (typeof value === 'string') return textProblem(value);
  if (typeof value === 'number') return numberProblem(value);
  return value === null || typeof value === 'boolean'
    ? undefined
    : 'This is no JSON value; send text, a number, true, false or null.';
};

const nameProblem = (name: string): string | undefined =>
  name === '__proto__' ? 'No field may be called "__proto__"; remove it.' : textProblem(name);

/**
 * What no log entry can hold, wherever it stands: PostgreSQL text has no U+0000, RFC 8785 has no text for lone surrogates and
 * infinite numbers, and a member called `__proto__` would change the object that it is copied into.
 */
export function unholdable(value: unknown): Problem[] {
  const problems: Problem[] = [];
  const path: PropertyKey[] = [];
  const tell = (problem: string | undefined, at: unknown): void => {
    if (problem !== undefined) problems.push({ path: pointer(...path), value: shown(at), problem });
  };
  const visit = (at: unknown): void => {
    if (typeof at !== 'object' || at === null) return tell(scalarProblem(at), at);
    if (path.length >= deepest) return tell(`This is nested deeper than ${deepest} levels; send a flatter event.`, at);
    for (const [name, member] of Object.entries(at)) {
      path.push(name);
      if (!Array.isArray(at)) tell(nameProblem(name), name);
      visit(member);
      path.pop();
    }
  };
  visit(value);
  return problems;
}
