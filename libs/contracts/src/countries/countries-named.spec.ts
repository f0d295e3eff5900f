import { countryCodes, isCountryCode } from './country-code.js';
import { countryName } from './country-name.js';
import { countriesNamed } from './countries-named.js';
import { unNames } from './un-names.js';

const code = (name: string): string => [...countriesNamed(name)].join(' or ');

describe('a country as printed', () => {
  it.each([
    ['Turkey', 'TUR'],
    ['Türkiye', 'TUR'],
    ['TURKIYE', 'TUR'],
    ['Swaziland', 'SWZ'],
    ['Eswatini', 'SWZ'],
    ['Moldova, Republic of', 'MDA'],
    ['Republic of Moldova', 'MDA'],
    ['DR Congo', 'COD'],
    ['D.R. Congo', 'COD'],
    ['Congo, Democratic Republic of the', 'COD'],
    ['Congo', 'COG'],
    ['Congo (Republic of the)', 'COG'],
    ['United States of Americ', 'USA'],
    ['United Republic of Tanz', 'TZA'],
    ['Bolivia (Plurinational State of)', 'BOL'],
    ['Iran (Islamic Republic of)', 'IRN'],
    ["Cote d'Ivoire", 'CIV'],
    ['Côte d’Ivoire ', 'CIV'],
    ['The former Yugoslav Republic of Macedonia', 'MKD'],
    ['Republic of Korea', 'KOR'],
    ["Democratic People's Republic of Korea", 'PRK'],
    ['Czech Republic', 'CZE'],
    ['Viet Nam', 'VNM'],
    ['The Gambia', 'GMB'],
    ['Guinea', 'GIN'],
    ['Guinea-Bissau', 'GNB'],
    ['Equatorial Guinea', 'GNQ'],
    ['Papua New Guinea', 'PNG'],
    ['Niger', 'NER'],
    ['Nigeria', 'NGA'],
    ['Dominica', 'DMA'],
    ['Dominican Republic', 'DOM'],
    ['Bosnia & Herzegovina', 'BIH'],
    ['Democratic Republic of', 'COD or TLS'],
    ['Republic', ''],
    ['Atlantis', ''],
    ['', ''],
    ['Kosovo', ''],
  ])('as %s is %s', (name, expected) => expect(code(name).split(' or ').sort().join(' or ')).toBe(expected));

  it('is understood by the name that we show for it', () => {
    for (const each of countryCodes) expect([each, code(countryName(each, 'en'))]).toEqual([each, each]);
  });

  it('has no name that is another country’s too', () => {
    for (const [each, names] of Object.entries(unNames))
      for (const name of names) expect([name, code(name)]).toEqual([name, each]);
  });
});

it('countries are the 249 of ISO 3166-1', () => {
  expect(countryCodes.length).toBe(249);
  expect(isCountryCode('TGO')).toBe(true);
  expect(isCountryCode('tgo')).toBe(false);
});

it.each([
  ['COD', 'Democratic Republic of the Congo', 'République démocratique du Congo'],
  ['TGO', 'Togo', 'Togo'],
  ['XXX', 'XXX', 'XXX'],
])('%s is %s in English and %s in French', (each, english, french) => {
  expect([countryName(each, 'en'), countryName(each, 'fr')]).toEqual([english, french]);
});
