import { capabilities, personnelTypes, typeSlug, type Capability } from '@muster/force-generation';
import { countryWord } from './country-word.js';

const acronyms = new Set(['eod', 'isr', 'qrf', 'uas', 'apc', 'mrap', 'fpu', 'ied', 'ipo', 'hq', 'un']);

/** An id as words: `armed-helicopters-north` is `Armed helicopters north`. */
export function idInWords(id: string): string {
  const words = id.split(/[-_]/).map((word) => (acronyms.has(word.toLowerCase()) ? word.toUpperCase() : word));
  return capitalized(words.join(' '));
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

/** A unit's id mostly begins with its contributor: `deu-tiger` is `Germany, tiger`. */
export function unitInWords(unit: string): string {
  const [first = '', ...rest] = unit.split('-');
  const country = countryWord(first.toUpperCase());
  return first.length === 3 && country !== first.toUpperCase() && rest.length > 0
    ? `${country}, ${rest.join(' ')}`
    : idInWords(unit);
}
