import type { CalendarEntry, CalendarKind } from '@muster/force-generation';
import { count, counted } from './count-words.js';
import { countryWord } from './country-word.js';
import { shortDay } from './day-words.js';
import { capabilityInWords, idInWords, unitInWords } from './name-words.js';

const kinds: Readonly<Record<CalendarKind, string>> = {
  arrival: 'Arrival',
  departure: 'Departure',
  rotation: 'Rotation',
  'tour-ends': 'Tour ends',
  'pledge-lapses': 'Pledge lapses',
  needed: 'Needed',
  uncovered: 'Uncovered',
  'partner-ends': 'Partner ends',
  'mandate-ends': 'Mandate ends',
  'drawdown-ends': 'Drawdown ends',
  'task-opens': 'Task opens',
  'task-ends': 'Task ends',
};

export const kindInWords = (kind: CalendarKind): string => kinds[kind];

/** What a day of the calendar brings: `Egypt, combat convoy company, 200 persons, for combat convoy`. */
export function entryInWords(entry: CalendarEntry, places: readonly string[]): string {
  switch (entry.kind) {
    case 'arrival':
    case 'departure':
    case 'tour-ends':
    case 'pledge-lapses':
      return supplyInWords(entry, places);
    case 'rotation':
      return `${supplyInWords(entry, places)}${successorInWords(entry)}`;
    case 'needed':
      return `${idInWords(entry.subject, places)}: ${kindOf(entry)}, ${counted(entry.units ?? 0, 'unit')}`;
    case 'uncovered':
      return `${idInWords(entry.subject, places)}: ${lackInWords(entry)}${entry.until === undefined ? ', no end in sight' : `, until ${shortDay(entry.until)}`}`;
    case 'partner-ends':
      return `${entry.subject}, ${kindOf(entry)}`;
    case 'mandate-ends':
    case 'drawdown-ends':
      return entry.resolution ?? '';
    case 'task-opens':
    case 'task-ends':
      return entry.title ?? idInWords(entry.subject);
    default:
      return entry.kind satisfies never;
  }
}

const kindOf = ({ capability = '', personnelType }: CalendarEntry): string =>
  personnelType === undefined ? capabilityInWords(capability) : personnelType.toLowerCase();

function supplyInWords(entry: CalendarEntry, places: readonly string[]): string {
  const { contributor, subject, personnel, requirement } = entry;
  const who = contributor === undefined ? unitInWords(subject) : countryWord(contributor);
  const meantFor = requirement === undefined ? '' : `, for ${idInWords(requirement, places)}`;
  return `${who}, ${kindOf(entry)}, ${counted(personnel ?? 0, 'person')}${meantFor}`;
}

function successorInWords({ replacedBy, arrivesOn }: CalendarEntry): string {
  if (replacedBy === undefined) return '; no successor is named';
  return `; ${unitInWords(replacedBy)} takes over${arrivesOn === undefined ? '' : ` on ${shortDay(arrivesOn)}`}`;
}

/** A unit may be there and be too weak. */
const lackInWords = ({ units = 0, personnel = 0 }: CalendarEntry): string =>
  units > 0 ? `${counted(units, 'unit')} missing` : `${count(personnel)} persons missing`;
