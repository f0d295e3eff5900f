import countries from 'i18n-iso-countries';

/** The library also carries Kosovo's `XKX`, a user-assigned code that ISO 3166-1 does not list. */
const userAssigned = new Set(['XKX', 'XKK']);

/** Every ISO 3166-1 alpha-3 code. */
export const countryCodes: readonly string[] = Object.keys(countries.getAlpha3Codes())
  .filter((code) => !userAssigned.has(code))
  .sort();

const known: ReadonlySet<string> = new Set(countryCodes);

export const isCountryCode = (text: string): boolean => known.has(text);
