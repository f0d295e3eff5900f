import type { Document } from '../document.js';
import { replacementSign } from '../replacement-sign.js';
import { withTexts } from '../with-texts.js';

/** Characters that Roboto has in all weights in which a report is set: Latin, Greek and Cyrillic letters, and signs. */
const inFont = [
  // Marks that stand over or under another letter come first: in a class of characters they are not to seem to belong to one.
  String.raw`\u0300-\u0301\u0303\u0309\u030f\u0323`,
  String.raw`\u0020-\u007e\u00a0-\u017f\u018f\u0192\u01a0-\u01a1\u01af-\u01b0\u01f0\u01fa-\u01ff\u0218-\u021b`,
  String.raw`\u0237\u0259\u02bc\u02c6-\u02c7\u02c9\u02d8-\u02dd\u02f3`,
  String.raw`\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u03d1-\u03d2\u03d6\u0400-\u0486\u0488-\u0513`,
  String.raw`\u1e00-\u1e01\u1e3e-\u1e3f\u1e80-\u1e85\u1e9e\u1ea0-\u1ef9\u1f4d\u2000-\u200b\u2010-\u2011`,
  String.raw`\u2013-\u2015\u2017-\u201e\u2020-\u2022\u2025-\u2027\u2030\u2032-\u2033\u2039-\u203a\u203c\u2044`,
  String.raw`\u2070\u2074-\u208e\u20a3-\u20a4\u20a6-\u20ac\u20b1\u20b9-\u20ba\u20bc-\u20bd\u20c1\u2105\u2113`,
  String.raw`\u2116\u2122\u2126\u212e\u215b-\u215e\u2202\u2206\u220f\u2211-\u2212\u221a\u221e\u222b\u2248\u2260`,
  String.raw`\u2264-\u2265\u25a0\u25ca-\u25cb\u25cf\uee01-\uee02\uf6c3\ufb01-\ufb04\ufeff\ufffc-\ufffd`,
].join('');

/** Marks of direction and of joining are not seen in any case. */
const unseen = new RegExp(`(?![${inFont}])[\\p{Cf}\\p{Variation_Selector}]`, 'gu');
/** With the blanks between them, so that a phrase becomes one sign. */
const notInFont = new RegExp(`[^${inFont}\\s]+(?:\\s+[^${inFont}\\s]+)*`, 'gu');

/** The document with one sign in place of what its font cannot show, and the sentence that says so where there is any. */
export function printable(document: Document): Document {
  let isWhole = true;
  const shown = (): string => {
    isWhole = false;
    return replacementSign;
  };
  const printed = withTexts(document, (text) => text.replace(unseen, '').replace(notInFont, shown));
  if (isWhole) return printed;
  return { ...printed, blocks: [...printed.blocks, { kind: 'paragraph', text: document.notInFont, look: 'note' }] };
}

/** For a story that asks the font itself. */
export const isInFont = (character: string): boolean => new RegExp(`^[${inFont}]$`, 'u').test(character);
