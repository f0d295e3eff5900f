import type { FigureValue } from '@muster/force-generation';

const grouped = new Intl.NumberFormat('en');

/** A count with its thousands set apart; what is not known says so. */
export const countText = (count: number | null | undefined): string =>
  count === null || count === undefined ? '–' : grouped.format(count);

/** `1 return`, `800 returns`. */
export const countOf = (count: number, one: string): string => `${countText(count)} ${one}${Math.abs(count) === 1 ? '' : 's'}`;

/** A share of four decimals as per cent; nothing where there is none. */
export const shareText = (share: number | null | undefined, decimals = 1): string =>
  share === null || share === undefined ? '–' : `${(100 * share).toFixed(decimals)} %`;

/** `fillRate` as `fill rate`. */
export const wordsOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** An alert's figures in a line: `authorized 13,289, deployed 11,791, missing 1,498`; `units 2 of 3`. */
export const figuresText = (figures: Readonly<Record<string, FigureValue>>): string =>
  Object.entries(figures)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${wordsOf(name)} ${figureText(value)}`)
    .join(', ');

function figureText(value: FigureValue): string {
  if (typeof value === 'number') return countText(value);
  if (value === null || typeof value === 'string') return value ?? '–';
  const { required, deployed } = value;
  if (typeof required !== 'number' || typeof deployed !== 'number') return `(${figuresText(value)})`;
  return `${countText(deployed)} of ${countText(required)}`;
}
