import type { Document } from './document.js';
import { withTexts } from './with-texts.js';

/** French has a blank that does not break before its high signs and inside its quotation marks. */
export const spacedInFrench = (document: Document): Document =>
  withTexts(document, (text) => text.replace(/ ([;:?!»])/g, '\u00A0$1').replace(/« /g, '«\u00A0'));
