import countries from 'i18n-iso-countries';
import { unNames } from './un-names.js';
import { unNamesInFrench } from './un-names-in-french.js';

/** A country's name for a reader, as the UN prints it; the code itself where there is no such country. */
export function countryName(code: string, language: 'en' | 'fr'): string {
  const printed = language === 'en' ? unNames[code]?.[0] : unNamesInFrench[code];
  return printed ?? countries.getName(code, language) ?? code;
}
