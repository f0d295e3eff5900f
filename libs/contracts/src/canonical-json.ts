import { hash } from 'node:crypto';
import canonicalizePackage from 'canonicalize';

// The package is CommonJS and exports the function itself; its types declare a default member that is not there.
const canonicalize = canonicalizePackage as unknown as (value: unknown) => string | undefined;

type Members = Record<string, unknown>;

/**
 * Names that JSON.stringify cannot be trusted with: an object lists names that are integers first, in the order of their numbers,
 * and assigning `__proto__` makes no member.
 */
const beyondNative = /^(?:\d|__proto__$|toJSON$)/;

const areSorted = (names: readonly string[]): boolean => names.every((name, index) => index === 0 || names[index - 1]! <= name);

function listInOrder(list: readonly unknown[]): unknown {
  let result: unknown[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const item = list[index];
    if (typeof item !== 'object' || item === null) {
      if (!isNative(item)) return undefined;
      continue;
    }
    const ordered = inOrder(item);
    if (ordered === undefined) return undefined;
    if (ordered !== item) (result ??= list.slice())[index] = ordered;
  }
  return result ?? list;
}

const isNative = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'boolean' || value === null || value === undefined || Number.isFinite(value);

function membersInOrder(members: Members): unknown {
  const names = Object.keys(members);
  if (names.some((name) => beyondNative.test(name))) return undefined;
  let result: Members | undefined;
  if (!areSorted(names)) result = Object.fromEntries(names.sort().map((name) => [name, members[name]]));
  for (const name of names) {
    const member = members[name];
    if (typeof member !== 'object' || member === null) {
      if (!isNative(member)) return undefined;
      continue;
    }
    const ordered = inOrder(member);
    if (ordered === undefined) return undefined;
    if (ordered !== member) (result ??= { ...members })[name] = ordered;
  }
  return result ?? members;
}

/** The value with its members in canonical order, itself where they are; undefined where only the package can tell. */
function inOrder(value: object): unknown {
  if (Array.isArray(value)) return listInOrder(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null ? membersInOrder(value as Members) : undefined;
}

/**
 * RFC 8785 text of a value: members sorted, no blanks, numbers as ECMAScript prints them. Equal content has equal text, whoever
 * wrote it. Throws where JSON has no text for the value (undefined, NaN, infinity).
 *
 * JSON.stringify prints strings and numbers as the RFC asks, so members in the right order are all that it lacks. Ordering them
 * first takes a fifth of the package's time (800 returns: 18 against 100 ms); the package has the odd cases and is what a property test
 * compares with.
 */
export function canonicalJson(value: unknown): string {
  const ordered = typeof value === 'object' && value !== null ? inOrder(value) : undefined;
  const text = ordered === undefined ? canonicalize(value) : JSON.stringify(ordered);
  if (text === undefined) throw new TypeError(`canonical JSON has no text for ${typeof value}`);
  return text;
}

/** SHA-256 of the text in UTF-8, 64 hexadecimal digits. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');
