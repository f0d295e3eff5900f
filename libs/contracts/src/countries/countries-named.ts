import countries from 'i18n-iso-countries';
import { countryCodes } from './country-code.js';
import { unNames } from './un-names.js';

/** Letters only, without accents and case: `CÔTE D'IVOIRE ` and `Cote d’Ivoire` are one. */
const plainName = (printed: string): string =>
  printed
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z]+/g, ' ')
    .trim();

const idleWords = new Set(['the', 'of', 'and']);

/** The name's words in an order of their own: `Moldova, Republic of` and `Republic of Moldova` are one. */
const wordsOf = (plain: string): string =>
  plain
    .split(' ')
    .filter((word) => !idleWords.has(word))
    .sort()
    .join(' ');

interface Names {
  readonly plain: Map<string, string>;
  readonly words: Map<string, string>;
}

function addName(names: Names, name: string, code: string): void {
  const plain = plainName(name);
  names.plain.set(plain, code);
  names.words.set(wordsOf(plain), code);
}

/** The library's names first, then the UN's, which win: the library calls the Democratic Republic `Congo`, the UN its neighbour. */
function collectNames(): Names {
  const names: Names = { plain: new Map(), words: new Map() };
  const library = countries.getNames('en', { select: 'all' });
  for (const code of countryCodes)
    for (const name of library[countries.alpha3ToAlpha2(code) ?? ''] ?? []) addName(names, name, code);
  for (const [code, printed] of Object.entries(unNames)) for (const name of printed) addName(names, name, code);
  return names;
}

const names = collectNames();

/** Reports cut long names at a column's width: `United States of Americ`. Shorter beginnings fit too many countries. */
const shortestCut = 12;

const sortedNames: readonly string[] = [...names.plain.keys()].sort();

/** Index of the first name that is not before `plain`: names that begin with it follow from there. */
function firstFrom(plain: string): number {
  let low = 0;
  let high = sortedNames.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sortedNames[middle]! < plain) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countriesBeginning(plain: string): ReadonlySet<string> {
  const codes = new Set<string>();
  if (plain.length < shortestCut) return codes;
  for (let index = firstFrom(plain); sortedNames[index]?.startsWith(plain); index++)
    codes.add(names.plain.get(sortedNames[index]!)!);
  return codes;
}

/** The countries that a printed name may stand for: one, none where it is unknown, several where it was cut too short. */
export function countriesNamed(printed: string): ReadonlySet<string> {
  const plain = plainName(printed);
  const code = names.plain.get(plain) ?? names.words.get(wordsOf(plain));
  return code === undefined ? countriesBeginning(plain) : new Set([code]);
}
