import type { FactDataByName, FactName } from '@muster/force-generation';
import type { z } from 'zod';
import { dataProblems } from '../events/data-problems.js';
import { conditionCodes } from './condition-codes.js';
import { exampleFacts } from './example-facts.js';
import { factNames, factSchemas } from './fact-schemas.js';

type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Disagreeing = {
  [Name in FactName]: Same<Plain<z.output<(typeof factSchemas)[Name]>>, Plain<FactDataByName[Name]>> extends true ? never : Name;
}[FactName];

// The compiler refuses this line as soon as a schema and its fact differ, and names the fact.
const disagreeing: [Disagreeing] extends [never] ? 'none' : Disagreeing = 'none';

type Change = Readonly<Record<string, unknown>>;

/** Paths and messages for an example with some fields changed; undefined takes a field away. */
function problemsWith(name: FactName, change: Change): string[] {
  const data = Object.fromEntries(
    Object.entries({ ...exampleFacts[name], ...change }).filter(([, value]) => value !== undefined),
  );
  return dataProblems(name, data).map(({ path, problem }) => `${path}: ${problem}`);
}

const pathsWith = (name: FactName, change: Change): string[] => problemsWith(name, change).map((line) => line.split(':')[0]!);

describe('the schemas of the facts', () => {
  it('agree with the types of the domain', () => expect(disagreeing).toBe('none'));

  it.each(factNames)('take a whole %s as it is', (name) => {
    expect(factSchemas[name].parse(exampleFacts[name])).toEqual(exampleFacts[name]);
  });

  it.each(factNames)('reject a field that %s does not know', (name) => {
    expect(problemsWith(name, { personel: 1 })).toEqual([
      `/data/personel: ${name} does not know this field; correct its name or remove it (/schemas/${name}/1 lists the fields).`,
    ]);
  });

  it.each(factNames)('ask for the day of %s', (name) => {
    expect(problemsWith(name, { on: undefined })).toContain('/data/on: This field is required; add it.');
  });

  it('list the conditions of the specification', () => {
    expect(conditionCodes).toEqual(
      expect.arrayContaining([
        'night-operations',
        'outside-area-of-operations',
        'offensive-operations',
        'convoy-escort',
        'riot-control',
        'detention',
        'mine-area',
        'helicopter-medevac',
      ]),
    );
    expect(new Set(conditionCodes).size).toBe(conditionCodes.length);
  });
});

const row = { contributor: 'TGO', personnelType: 'Troops', women: 1, men: 2 };

/** fact, change  ->  places that are told */
const broken: readonly (readonly [string, FactName, Change, readonly string[]])[] = [
  ['a day that the calendar lacks', 'UnitRepatriated', { on: '2018-02-30' }, ['/data/on']],
  ['the day before the first', 'UnitRepatriated', { on: '1944-12-31' }, ['/data/on']],
  ['a day with a time', 'UnitRepatriated', { on: '2018-02-28T00:00:00Z' }, ['/data/on']],
  ['half a person', 'UnitStrengthReported', { women: 0.5 }, ['/data/women']],
  ['fewer than nobody', 'UnitStrengthReported', { men: -1 }, ['/data/men']],
  ['persons as text', 'UnitStrengthReported', { men: '12' }, ['/data/men']],
  ['an id with a blank', 'UnitRepatriated', { unit: 'tog batt' }, ['/data/unit']],
  ['an id of 101 characters', 'UnitRepatriated', { unit: 'x'.repeat(101) }, ['/data/unit']],
  ['a country that is none', 'PledgeRegistered', { contributor: 'XKX' }, ['/data/contributor']],
  ['no units', 'PledgeRegistered', { units: 0 }, ['/data/units']],
  ['no days to respond', 'PledgeRegistered', { responseDays: 0 }, ['/data/responseDays']],
  ['a long capability code', 'PledgeRegistered', { capability: 'ARMED_HELICOPTER' }, ['/data/capability']],
  ['an unknown caveat', 'PledgeRegistered', { caveats: ['bad-weather'] }, ['/data/caveats/0']],
  ['a caveat twice', 'PledgeRegistered', { caveats: ['detention', 'detention'] }, ['/data/caveats']],
  [
    'an equipment type twice',
    'PledgeRegistered',
    {
      equipment: [
        { type: 'APC', required: 1 },
        { type: 'APC', required: 2 },
      ],
    },
    ['/data/equipment'],
  ],
  ['a pledge valid before it is available', 'PledgeRegistered', { validUntil: '2018-02-28' }, ['/data/validUntil']],
  [
    'such terms of a selection',
    'PledgeSelected',
    { terms: { ...exampleFacts.PledgeSelected.terms, validUntil: '2018-02-28' } },
    ['/data/terms/validUntil'],
  ],
  ['an amendment that changes nothing', 'PledgeAmended', { personnel: undefined }, ['/data']],
  ['rank 0', 'TaskPrioritized', { rank: 0 }, ['/data/rank']],
  ['a task that ends before it begins', 'TaskPrioritized', { until: '2018-02-27' }, ['/data/until']],
  ['a task after itself', 'TaskPrioritized', { after: 'elections' }, ['/data/after']],
  ['a line over both components', 'CeilingAuthorized', { counts: ['Troops', 'Individual Police'] }, ['/data/counts']],
  ['a component that counts nothing', 'CeilingAuthorized', { counts: [] }, ['/data/counts']],
  ['a ceiling reached before it begins', 'CeilingAuthorized', { reachBy: '2018-02-28' }, ['/data/reachBy']],
  ['a drawdown over before the end', 'MandateEnded', { drawdownBy: '2018-06-29' }, ['/data/drawdownBy']],
  ['troops in the police', 'UnitArrived', { component: 'police' }, ['/data/personnelType']],
  ['more serviceable than held', 'EquipmentInspected', { held: 11 }, ['/data/serviceable']],
  ['a withdrawal of nobody', 'WithdrawalAnnounced', { contributor: undefined, personnelType: undefined }, ['/data']],
  ['a withdrawal of a type alone', 'WithdrawalAnnounced', { contributor: undefined }, ['/data', '/data/personnelType']],
  ['a caveat on nothing', 'CaveatDeclared', { unit: undefined, pledge: undefined }, ['/data']],
  ['a filling planned for the day before', 'AlertAcknowledged', { plannedFillBy: '2018-02-27' }, ['/data/plannedFillBy']],
  ['a key without a subject', 'AlertAcknowledged', { key: 'MINUSMA/ceiling-shortfall' }, ['/data/key']],
  ['an acknowledgement without a note', 'AlertAcknowledged', { note: undefined }, ['/data/note']],
  ['a silence over before it begins', 'AlertSilenced', { until: '2018-02-27' }, ['/data/until']],
  ['a silence without a mission', 'AlertSilenced', { matchers: {} }, ['/data/matchers/mission']],
  ['a cell of no type', 'ReturnConfirmed', { cell: 'COD.Troops' }, ['/data/cell']],
  [
    'a row without its contributor',
    'StrengthReturned',
    { rows: [{ ...row, contributor: undefined }] },
    ['/data/rows/0/contributor'],
  ],
  ['a contributor in a return by type', 'StrengthReturned', { detail: 'byType', rows: [row] }, ['/data/rows/0/contributor']],
  ['a cell twice', 'StrengthReturned', { rows: [row, { ...row, men: 3 }] }, ['/data/rows/1']],
  ['a field that rows do not know', 'StrengthReturned', { rows: [{ ...row, total: 3 }] }, ['/data/rows/0/total']],
  ['a text of blanks', 'PledgeWithdrawn', { reason: '  ' }, ['/data/reason']],
  ['an illustrative field that is none', 'UnitStrengthReported', { illustrative: ['wmen'] }, ['/data/illustrative']],
  ['illustrative: false', 'UnitStrengthReported', { illustrative: false }, ['/data/illustrative']],
];

describe('a fact is rejected for', () => {
  it.each(broken)('%s', (_, name, change, places) => expect(pathsWith(name, change)).toEqual(places));
});

/** The other side of each edge. */
const whole: readonly (readonly [string, FactName, Change])[] = [
  ['the first day', 'UnitRepatriated', { on: '1945-01-01' }],
  ['29 February of a leap year', 'UnitRepatriated', { on: '2016-02-29' }],
  ['an id of 100 characters', 'UnitRepatriated', { unit: 'x'.repeat(100) }],
  ['nobody', 'UnitStrengthReported', { women: 0, men: 0 }],
  ['a separate line that counts nothing', 'CeilingAuthorized', { placement: 'separate', counts: [] }],
  ['a ceiling reached on its first day', 'CeilingAuthorized', { reachBy: '2018-03-01' }],
  ['a pledge valid for a day', 'PledgeRegistered', { validUntil: '2018-03-01' }],
  ['a withdrawal of a unit', 'WithdrawalAnnounced', { unit: 'togbatt-1', contributor: undefined, personnelType: undefined }],
  ['a caveat on a pledge', 'CaveatDeclared', { unit: undefined }],
  ['the equipment of a whole mission', 'EquipmentInspected', { unit: undefined }],
  ['a return without rows', 'StrengthReturned', { rows: [] }],
  ['a return by type', 'StrengthReturned', { detail: 'byType', rows: [{ personnelType: 'Troops', women: 1, men: 2 }] }],
  ['a part of the terms', 'PledgeAmended', { personnel: undefined, validUntil: '2020-01-01' }],
];

describe('a fact is taken with', () => {
  it.each(whole)('%s', (_, name, change) => expect(problemsWith(name, change)).toEqual([]));
});

it('rules over several fields are told beside the problems of single fields', () => {
  expect(pathsWith('PledgeRegistered', { units: 0, validUntil: '2018-02-01', extra: 1 })).toEqual([
    '/data/units',
    '/data/extra',
    '/data/validUntil',
  ]);
  expect(pathsWith('PledgeRegistered', { level: undefined, units: '1', validUntil: '2018-02-01' })).toEqual([
    '/data/units',
    '/data/level',
    '/data/validUntil',
  ]);
});
