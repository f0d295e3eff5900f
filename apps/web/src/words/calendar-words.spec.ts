import type { CalendarEntry } from '@muster/force-generation';
import { entryInWords } from './calendar-words.js';

const egypt = {
  contributor: 'EGY',
  capability: 'COMBAT_CONVOY',
  units: 1,
  personnel: 200,
  facts: [1],
  on: '2018-06-15',
} as const;

describe('a day of the calendar in words', () => {
  it.each<[string, CalendarEntry]>([
    [
      'Egypt, combat convoy company, 200 persons, for Convoy Gao',
      { kind: 'arrival', subject: 'egy-convoy', requirement: 'convoy-gao', ...egypt },
    ],
    ['Egypt, combat convoy company, 200 persons; no successor is named', { kind: 'rotation', subject: 'egy-convoy', ...egypt }],
    [
      'Egypt, combat convoy company, 200 persons; Jordan, convoy takes over on 20 Jun 2018',
      { kind: 'rotation', subject: 'egy-convoy', ...egypt, replacedBy: 'jor-convoy', arrivesOn: '2018-06-20' },
    ],
    [
      'Netherlands, troops, 250 persons',
      {
        kind: 'departure',
        subject: 'NLD',
        contributor: 'NLD',
        personnelType: 'Troops',
        personnel: 250,
        facts: [1],
        on: '2018-06-15',
      },
    ],
    [
      'Convoy Gao: 1 unit missing, until 20 Jun 2018',
      { kind: 'uncovered', subject: 'convoy-gao', units: 1, personnel: 200, until: '2018-06-20', facts: [1], on: '2018-06-15' },
    ],
    [
      'Convoy Gao: 50 persons missing, no end in sight',
      { kind: 'uncovered', subject: 'convoy-gao', units: 0, personnel: 50, facts: [1], on: '2018-06-15' },
    ],
    [
      'S/RES/2364 (2017)',
      { kind: 'mandate-ends', subject: 'mission', resolution: 'S/RES/2364 (2017)', facts: [1], on: '2018-06-30' },
    ],
  ])('%s', (words, entry) => {
    expect(entryInWords(entry, ['Gao'])).toBe(words);
  });
});
