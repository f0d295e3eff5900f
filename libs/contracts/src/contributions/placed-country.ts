import { isCountryCode } from '../countries/country-code.js';
import { countryName } from '../countries/country-name.js';
import { countriesNamed } from '../countries/countries-named.js';
import { refused, understood } from '../csv/printed.js';
import type { Printed } from '../csv/printed.js';

/** Which of the two columns a problem lies in. */
export interface PlacedCountry extends Printed<string> {
  readonly column: 'isocode3' | 'contributing_country';
  /** The name is unknown and the code alone placed the row. */
  readonly byCodeAlone: boolean;
}

/** What spreadsheets and exports print where a code is missing. */
const noCode = /^(?:#?N\/?A|#REF!|#VALUE!|NULL|NONE|NAN|-+|\?+)?$/i;

const at = (column: PlacedCountry['column'], printed: Printed<string>, byCodeAlone = false): PlacedCountry => ({
  column,
  byCodeAlone,
  ...printed,
});

function byName(name: string): PlacedCountry {
  if (name === '') return at('contributing_country', refused('There is neither a code nor a name; write the contributor.'));
  const named = [...countriesNamed(name)];
  if (named.length === 1) return at('contributing_country', understood(named[0]!));
  const problem =
    named.length === 0 ? 'No country is known by this name' : `This name is cut off and may be any of ${named.join(', ')}`;
  return at('contributing_country', refused(`${problem}; write its ISO 3166-1 alpha-3 code.`));
}

/**
 * The contributor of a row. The code decides, whatever name was printed; only a name that is another country's speaks against it:
 * then one of the two has slipped a line, and neither can be trusted.
 */
export function placedCountry(printedCode: string, printedName: string): PlacedCountry {
  const code = printedCode.trim().toUpperCase();
  const name = printedName.trim();
  if (noCode.test(code)) return byName(name);
  if (!isCountryCode(code)) return at('isocode3', refused('This is no ISO 3166-1 alpha-3 code; correct it, or leave it empty.'));
  const named = name === '' ? new Set([code]) : countriesNamed(name);
  if (named.size === 0) return at('isocode3', understood(code), true);
  if (named.has(code)) return at('isocode3', understood(code));
  return at(
    'isocode3',
    refused(`The code is that of ${countryName(code, 'en')}, the name says ${name}; correct one of the two.`),
  );
}
