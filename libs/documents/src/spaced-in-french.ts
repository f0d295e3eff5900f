import type { Document } from './document.js';

/** French has a blank that does not break before its high signs and inside its quotation marks. */
export const spacedInFrench = (document: Document): Document => spaced(document) as Document;

const asTheyAre: ReadonlySet<string> = new Set(['svg', 'mark', 'kind', 'look', 'align', 'day', 'emphasis']);

function spaced(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/ ([;:?!»])/g, '\u00A0$1').replace(/« /g, '«\u00A0');
  if (Array.isArray(value)) return value.map(spaced);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, unknown]) => [name, asTheyAre.has(name) ? member : spaced(member)]),
  );
}
