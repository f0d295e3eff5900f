import type { MandatedTask, Requirement } from '../doors.js';
import { datesAhead } from './dates-ahead.js';

const requirement = (changes: Partial<Requirement>): Requirement =>
  ({
    requirement: 'convoy',
    capability: 'COMBAT_CONVOY',
    requiredBy: '2018-06-30',
    met: false,
    supply: [],
    ...changes,
  }) as unknown as Requirement;
const egypt = { name: 'egy-convoy', contributor: 'EGY', units: 1, personnel: 200, late: false } as const;
const today = '2018-05-08';

describe('dates ahead', () => {
  it('come in their order, from tomorrow on', () => {
    const arrives = requirement({ supply: [{ ...egypt, strength: 'committed', from: '2018-06-15' }] });
    const task = { title: 'Support the elections', from: '2017-06-29', until: '2018-07-29' } as MandatedTask;
    expect(datesAhead([arrives], [task], today).map(({ day, kind }) => `${day} ${kind}`)).toEqual([
      '2018-06-15 arrival',
      '2018-06-30 needed',
      '2018-07-29 task ends',
    ]);
  });

  it('a unit that is there comes no more, but leaves; a pledge lapses', () => {
    const there = { ...egypt, strength: 'deployed', from: '2017-06-15', leavesOn: '2018-07-01' } as const;
    const offered = { ...egypt, strength: 'pledged', from: '2018-06-01', validUntil: '2018-06-05' } as const;
    const kinds = datesAhead([requirement({ met: true, supply: [there, offered] })], [], today).map(({ kind }) => kind);
    expect(kinds).toEqual(['pledge lapses', 'departure']);
  });

  it('what is today or past is not ahead', () => {
    expect(datesAhead([requirement({ requiredBy: today })], [], today)).toEqual([]);
  });
});
