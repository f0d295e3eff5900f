import type { Illustrative } from '../doors.js';
import { idInWords } from '../words/name-words.js';

/** `requiredBy` is `required by`. */
const fieldInWords = (field: string): string => idInWords(field.replace(/([a-z])([A-Z])/g, '$1-$2')).toLowerCase();

/** Says what no source gives: all of it, or some of its fields. */
export function IllustrativeMark({ illustrative }: { readonly illustrative: Illustrative | undefined }) {
  if (illustrative === undefined) return null;
  const says =
    illustrative === true
      ? 'Made up to show the monitor at work; no source says so.'
      : `No source gives: ${illustrative.map(fieldInWords).join(', ')}.`;
  return (
    <abbr class="chip chip-illustrative" title={says}>
      {illustrative === true ? 'illustration' : 'partly illustration'}
    </abbr>
  );
}
