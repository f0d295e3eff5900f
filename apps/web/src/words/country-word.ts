import codes from 'i18n-iso-countries/codes.json';

/** As the UN prints them, where the browser's own name is another. */
const unNames: Readonly<Record<string, string>> = {
  COD: 'DR Congo',
  COG: 'Congo',
  CIV: 'Côte d’Ivoire',
  TUR: 'Türkiye',
  MMR: 'Myanmar',
  LAO: 'Lao PDR',
  KOR: 'Republic of Korea',
  TZA: 'Tanzania',
  BIH: 'Bosnia and Herzegovina',
};

const shortCodes = new Map(codes.map(([short, long]) => [long ?? '', short ?? '']));
const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** A contributor's name: `Togo` for `TGO`; the code where there is no such country. */
export function countryWord(code: string): string {
  const short = shortCodes.get(code);
  return unNames[code] ?? (short ? names.of(short) : undefined) ?? code;
}
