import type { Document } from './document.js';

/** The same document with all texts changed that are read. */
export const withTexts = (document: Document, change: (text: string) => string): Document =>
  changed(document, change) as Document;

const asTheyAre: ReadonlySet<string> = new Set(['svg', 'mark', 'kind', 'look', 'align', 'day', 'emphasis']);

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => changed(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, unknown]) => [
      name,
      asTheyAre.has(name) ? member : changed(member, change),
    ]),
  );
}
