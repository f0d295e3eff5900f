import { capabilities, personnelTypes, typeSlug, type Capability } from '@muster/force-generation';
import { countryWord } from './country-word.js';

const acronyms = new Set(['eod', 'isr', 'qrf', 'uas', 'apc', 'mrap', 'fpu', 'ied', 'ipo', 'hq', 'un']);

/** An id as words, with acronyms and the names of places as they are written: `utility-helicopters-gao` is `Utility helicopters Gao`. */
export function idInWords(id: string, places: readonly string[] = []): string {
  const written = (word: string): string =>
    acronyms.has(word.toLowerCase()) ? word.toUpperCase() : (places.find((place) => place.toLowerCase() === word) ?? word);
  return capitalized(id.split(/[-_]/).map(written).join(' '));
}

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const capabilityInWords = (code: string): string => capabilities[code as Capability] ?? code;

/** `TGO.troops` is `Togo, troops`. */
export function cellInWords(cell: string): string {
  const [contributor = '', slug = ''] = cell.split('.');
  const type = personnelTypes.find((candidate) => typeSlug[candidate] === slug);
  return `${countryWord(contributor)}, ${(type ?? slug).toLowerCase()}`;
}

/** `mission.APC` is `APC, whole mission`; `egy-convoy.TRUCK` names the unit. */
export function equipmentInWords(subject: string): string {
  const dot = subject.lastIndexOf('.');
  const [holder, type] = [subject.slice(0, dot), subject.slice(dot + 1)];
  return `${type.replace(/_/g, ' ')}, ${holder === 'mission' ? 'whole mission' : unitInWords(holder)}`;
}

/** The same inside a sentence: `can-helicopters` is `helicopters of Canada`. */
export function unitInSentence(unit: string): string {
  const [country = '', name] = unitInWords(unit).split(', ');
  return name === undefined ? country : `${name} of ${country}`;
}

/** A unit's id mostly begins with its contributor: `deu-tiger` is `Germany, tiger`. */
export function unitInWords(unit: string): string {
  const [first = '', ...rest] = unit.split('-');
  const country = countryWord(first.toUpperCase());
  return first.length === 3 && country !== first.toUpperCase() && rest.length > 0
    ? `${country}, ${rest.join(' ')}`
    : idInWords(unit);
}
