import countries from 'i18n-iso-countries';
import { unNames } from './un-names.js';

/** A country's name for a reader, in English as the UN prints it; the code itself where there is no such country. */
export function countryName(code: string, language: 'en' | 'fr'): string {
  const printed = language === 'en' ? unNames[code]?.[0] : undefined;
  return printed ?? countries.getName(code, language) ?? code;
}
