import type { FactName } from '@muster/force-generation';
import { exampleFacts } from '../schemas/example-facts.js';
import { dataProblems } from './data-problems.js';

type Kind = 'text' | 'a number' | 'null' | 'a list' | 'an object' | 'true';
const given: readonly (readonly [Kind, unknown])[] = [
  ['text', 'x'],
  ['a number', 7.5],
  ['null', null],
  ['a list', ['x']],
  ['an object', { x: 1 }],
  ['true', true],
];

const kindOf = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list';
  return { string: 'text', number: 'a number', object: 'an object', boolean: 'true' }[typeof value as 'string'] ?? '';
};

type Place = readonly (string | number)[];

/** Every place of a fact's data, the data itself left out. */
const placesIn = (value: unknown, at: Place = []): Place[] => [
  ...(at.length > 0 ? [at] : []),
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, member]) => placesIn(member, [...at, Array.isArray(value) ? Number(name) : name]))
    : []),
];

function replaced(value: unknown, [first, ...rest]: Place, by: unknown): unknown {
  if (first === undefined) return by;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[first] = replaced(copy[first], rest, by);
  return copy;
}

const valueAt = (value: unknown, at: Place): unknown =>
  at.reduce<unknown>((whole, part) => (whole as Record<string | number, unknown>)[part], value);

describe('a value of another JSON type than a field takes', () => {
  it.each(Object.keys(exampleFacts) as FactName[])(
    'is told what was given and what is expected, at every place of %s',
    (name) => {
      const data: unknown = exampleFacts[name];
      const vague: string[] = [];
      for (const at of placesIn(data).filter(([field]) => field !== 'illustrative')) {
        for (const [kind, value] of given.filter(([kind]) => kind !== kindOf(valueAt(data, at)))) {
          const path = `/data/${at.join('/')}`;
          const told = dataProblems(name, replaced(data, at, value)).filter((problem) => problem.path === path);
          if (!told.some(({ problem }) => problem.startsWith(`This is ${kind}, not `) && problem.includes('; ')))
            vague.push(`${path} ${kind}: ${told.map(({ problem }) => problem).join(' | ')}`);
        }
      }
      expect(vague).toEqual([]);
    },
  );

  it('is told in full', () => {
    const told = (change: object) =>
      dataProblems('PledgeRegistered', { ...exampleFacts.PledgeRegistered, ...change }).map(({ problem }) => problem);
    expect(told({ level: 2 })).toEqual(['This is a number, not text in quotes; write one of: 0, 1, 2, 3, RDL.']);
    expect(told({ units: '1' })).toEqual([
      'This is text, not a number; write a whole number from 1 to 10000, without quotes or separators.',
    ]);
    expect(told({ illustrative: 'yes' })).toEqual([
      'This is text, not true or a list; write true, or the list of the fields that no source gives, as in ["personnel"].',
    ]);
  });
});
