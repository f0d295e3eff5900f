import type { Day } from '@muster/force-generation';
import type { MandatedTask, Requirement, RequirementSupply } from '../doors.js';
import { count } from '../words/count-words.js';
import { countryWord } from '../words/country-word.js';
import { capabilityInWords, idInWords } from '../words/name-words.js';

export type DateKind = 'arrival' | 'departure' | 'pledge lapses' | 'needed' | 'task opens' | 'task ends';

export interface DateAhead {
  readonly day: Day;
  readonly kind: DateKind;
  readonly what: string;
}

/** What is known to come: arrivals, departures, pledges that lapse, days of need, and the windows of tasks, the nearest first. */
export function datesAhead(
  requirements: readonly Requirement[],
  tasks: readonly MandatedTask[],
  today: Day,
): readonly DateAhead[] {
  const dates = [...requirements.flatMap(ofRequirement), ...tasks.flatMap(ofTask)];
  return dates.filter(({ day }) => day > today).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function ofRequirement(requirement: Requirement): DateAhead[] {
  const supply = requirement.supply.flatMap((item) => ofSupply(requirement, item));
  const name = nameOf(requirement);
  return requirement.met ? supply : [...supply, { day: requirement.requiredBy, kind: 'needed', what: name }];
}

function ofSupply(requirement: Requirement, item: RequirementSupply): DateAhead[] {
  const who = item.contributor === undefined ? idInWords(item.name) : countryWord(item.contributor);
  const what = `${who}, ${capabilityInWords(requirement.capability)}, ${count(item.personnel)} persons, for ${nameOf(requirement)}`;
  const dates: DateAhead[] = [];
  if (item.strength === 'committed') dates.push({ day: item.from, kind: 'arrival', what });
  if (item.leavesOn !== undefined) dates.push({ day: item.leavesOn, kind: 'departure', what });
  if (item.strength === 'pledged' && item.validUntil !== undefined)
    dates.push({ day: item.validUntil, kind: 'pledge lapses', what });
  return dates;
}

const nameOf = ({ requirement, location }: Requirement): string => idInWords(requirement, [location ?? '']);

const ofTask = ({ title, from, until }: MandatedTask): DateAhead[] => [
  { day: from, kind: 'task opens', what: title },
  ...(until === null ? [] : [{ day: until, kind: 'task ends', what: title } as const]),
];
