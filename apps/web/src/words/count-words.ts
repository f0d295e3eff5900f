const wholeNumber = new Intl.NumberFormat('en-GB');

/** `13,289`; a minus is a true minus sign; what nobody knows is a dash. */
export const count = (persons: number | null | undefined): string =>
  persons === null || persons === undefined ? '–' : wholeNumber.format(persons).replace('-', '−');

/** `1 unit`, `3 units`, `1,498 persons`. */
export const counted = (number: number, noun: string): string => `${count(number)} ${noun}${number === 1 ? '' : 's'}`;

/** A share with one decimal: 0.8873 is `88.7%`. */
export const percent = (share: number | null | undefined): string =>
  share === null || share === undefined ? '–' : `${(100 * share).toFixed(1).replace('-', '−')}%`;

/** What is missing of a ceiling, and never less than the truth: over it is said as such. */
export function missingInWords(missing: number | null | undefined): string {
  if (missing === null || missing === undefined) return 'not known';
  if (missing === 0) return 'none missing';
  return missing > 0 ? `${count(missing)} missing` : `${count(-missing)} over`;
}
