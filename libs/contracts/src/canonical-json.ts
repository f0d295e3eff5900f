import { hash } from 'node:crypto';
import canonicalizePackage from 'canonicalize';

// The package is CommonJS and exports the function itself; its types declare a default member that is not there.
const canonicalize = canonicalizePackage as unknown as (value: unknown) => string | undefined;

/**
 * RFC 8785 text of a value: members sorted, no blanks, numbers as ECMAScript prints them. Equal content has equal text, whoever
 * wrote it. Throws where JSON has no text for the value (undefined, NaN, infinity).
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`canonical JSON has no text for ${typeof value}`);
  return text;
}

/** SHA-256 of the text in UTF-8, 64 hexadecimal digits. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');
