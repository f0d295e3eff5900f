import { unzipSync, zipSync, type Zippable } from 'fflate';

/** Archives count from here, in the hours of wherever they are made: so this day, too, is told in local hours. */
const noDay = new Date(1980, 0, 1);

/** Holds the mark of a report: stored as it is, so that it is found without unpacking. */
const storedAsTheyAre: ReadonlySet<string> = new Set(['docProps/core.xml']);

/** The same archive whenever it is made: entries in the order of their names, no times, and texts as `settled` leaves them. */
export function sameArchive(archive: Uint8Array, settled: (text: string, name: string) => string): Uint8Array {
  const entries = Object.entries(unzipSync(archive)).filter(([name]) => !name.endsWith('/'));
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const zippable: Zippable = Object.fromEntries(
    sorted.map(([name, bytes]) => [
      name,
      [
        /\.(xml|rels)$/.test(name) ? new TextEncoder().encode(settled(new TextDecoder().decode(bytes), name)) : bytes,
        { level: storedAsTheyAre.has(name) ? 0 : 6, mtime: noDay },
      ],
    ]),
  );
  return zipSync(zippable);
}

/** Puts the document's own day in place of the instant at which it was made. */
export const withoutInstants =
  (day: string) =>
  (text: string): string =>
    text.replace(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g,
      (_match, before: string, after: string) => `${before}${day}T00:00:00Z${after}`,
    );
