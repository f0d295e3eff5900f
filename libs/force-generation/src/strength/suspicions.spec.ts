import { policyV1 } from '../policy.js';
import { typeSlug, type PersonnelType } from '../personnel.js';
import type { CellName } from './cell-name.js';
import { suspicionsIn, type Persons } from './suspicions.js';

type Printed = Readonly<Record<CellName, number | readonly [women: number, men: number]>>;

const typeOf = Object.fromEntries(Object.entries(typeSlug).map(([type, slug]) => [slug, type as PersonnelType]));

const cells = (printed: Printed): ReadonlyMap<CellName, Persons> =>
  new Map(
    Object.entries(printed).map(([name, persons]) => {
      const [contributor, slug] = name.split('.') as [string, string];
      const [women, men] = typeof persons === 'number' ? [0, persons] : persons;
      return [name, { contributor, personnelType: typeOf[slug]!, women, men }];
    }),
  );

/** What looks wrong, as `lost TGO.troops`. */
const suspected = (before: Printed, printed: Printed): readonly string[] =>
  suspicionsIn({ before: cells(before), printed: cells(printed) }, policyV1.returns).map(
    ({ kind, cells: names }) => `${kind} ${names.join(' ')}`,
  );

describe('a row printed one line off', () => {
  // The rest is large enough for a lost cell of 100 to be too small a part of the mission to be held.
  const rest = { 'ITA.troops': 20_000 };
  const moved = 'moved TZA.troops THA.troops';
  it.each`
    had    | left  | gainerHad | gainerHas | what
    ${100} | ${0}  | ${0}      | ${100}    | ${'a loss of 100 that appears elsewhere'}
    ${159} | ${0}  | ${0}      | ${153}    | ${'Tanzania’s 159 as Thailand’s 153'}
    ${817} | ${0}  | ${6}      | ${818}    | ${'Tanzania’s 817 on top of Thailand’s 6'}
    ${200} | ${50} | ${0}      | ${150}    | ${'a quarter left'}
    ${100} | ${0}  | ${0}      | ${110}    | ${'ten per cent more than was lost'}
    ${100} | ${0}  | ${0}      | ${90}     | ${'ten per cent less than was lost'}
    ${100} | ${0}  | ${11}     | ${111}    | ${'a gainer that had a tenth of its new figure'}
  `('is suspected: $what', ({ had, left, gainerHad, gainerHas }) => {
    const before = { ...rest, 'TZA.troops': had, 'THA.troops': gainerHad };
    expect(suspected(before, { ...rest, 'TZA.troops': left, 'THA.troops': gainerHas })).toEqual([moved]);
  });

  it.each`
    had    | left  | gainerHad | gainerHas | what
    ${99}  | ${0}  | ${0}      | ${99}     | ${'a loss of 99'}
    ${200} | ${51} | ${0}      | ${149}    | ${'more than a quarter left'}
    ${100} | ${0}  | ${0}      | ${111}    | ${'more than ten per cent more than was lost'}
    ${100} | ${0}  | ${0}      | ${89}     | ${'more than ten per cent less than was lost'}
    ${100} | ${0}  | ${12}     | ${112}    | ${'a gainer that had more than a tenth of its new figure'}
  `('is not suspected: $what', ({ had, left, gainerHad, gainerHas }) => {
    const before = { ...rest, 'TZA.troops': had, 'THA.troops': gainerHad };
    expect(suspected(before, { ...rest, 'TZA.troops': left, 'THA.troops': gainerHas })).toEqual([]);
  });

  it('is looked for within one personnel type', () => {
    expect(suspected({ ...rest, 'TZA.troops': 100 }, { ...rest, 'THA.formed-police': 100 })).toEqual([]);
  });

  it('is found in the contributor that gained most nearly as much', () => {
    const printed = { ...rest, 'THA.troops': 108, 'AUS.troops': 103 };
    expect(suspected({ ...rest, 'TZA.troops': 100 }, printed)).toEqual(['moved TZA.troops AUS.troops']);
  });
});

describe('a row lost at a page break', () => {
  it.each`
    had    | rest     | left | restPrinted | what
    ${100} | ${1900}  | ${0} | ${1900}     | ${'100 of a mission of 2,000'}
    ${798} | ${11566} | ${0} | ${11686}    | ${'798 of MINUSCA’s 12,364'}
    ${100} | ${1900}  | ${0} | ${1995}     | ${'the rest five per cent more'}
    ${100} | ${1900}  | ${0} | ${1805}     | ${'the rest five per cent less'}
  `('is suspected: $what', ({ had, rest, left, restPrinted }) => {
    const before = { 'COD.troops': had, 'PAK.troops': rest };
    expect(suspected(before, { 'COD.troops': left, 'PAK.troops': restPrinted })).toEqual(['lost COD.troops']);
  });

  it.each`
    had    | rest    | left | restPrinted | what
    ${99}  | ${1801} | ${0} | ${1801}     | ${'99 persons'}
    ${100} | ${1901} | ${0} | ${1901}     | ${'under five per cent of the mission'}
    ${100} | ${1900} | ${1} | ${1900}     | ${'one is left'}
    ${100} | ${1900} | ${0} | ${1996}     | ${'the rest more than five per cent more'}
    ${100} | ${1900} | ${0} | ${1804}     | ${'the rest more than five per cent less'}
  `('is not suspected: $what', ({ had, rest, left, restPrinted }) => {
    expect(suspected({ 'COD.troops': had, 'PAK.troops': rest }, { 'COD.troops': left, 'PAK.troops': restPrinted })).toEqual([]);
  });
});

describe('a personnel type all but gone', () => {
  const police = 'type ETH.individual-police NAM.individual-police';
  it.each`
    had   | left | rest    | restPrinted | suspicions
    ${24} | ${0} | ${1000} | ${1000}     | ${[police]}
    ${20} | ${5} | ${1000} | ${1000}     | ${[police]}
    ${20} | ${6} | ${1000} | ${1000}     | ${[]}
    ${19} | ${0} | ${1000} | ${1000}     | ${[]}
    ${24} | ${0} | ${1000} | ${980}      | ${[police]}
    ${24} | ${0} | ${1000} | ${979}      | ${[]}
    ${24} | ${0} | ${1000} | ${2000}     | ${[police]}
  `('from $had to $left, all others from $rest to $restPrinted: $suspicions', ({ had, left, rest, restPrinted, suspicions }) => {
    const before = { 'ETH.individual-police': had - 4, 'NAM.individual-police': 4, 'ETH.troops': rest };
    const printed = { 'ETH.individual-police': left, 'NAM.individual-police': 0, 'ETH.troops': restPrinted };
    expect(suspected(before, printed)).toEqual(suspicions);
  });
});

describe('columns of women and men swapped', () => {
  it.each`
    before      | printed     | suspicions
    ${[0, 732]} | ${[718, 0]} | ${['sexes MAR.troops']}
    ${[10, 90]} | ${[60, 40]} | ${['sexes MAR.troops']}
    ${[10, 90]} | ${[59, 41]} | ${[]}
    ${[0, 100]} | ${[110, 0]} | ${['sexes MAR.troops']}
    ${[0, 100]} | ${[111, 0]} | ${[]}
    ${[0, 100]} | ${[90, 0]}  | ${['sexes MAR.troops']}
    ${[0, 100]} | ${[89, 0]}  | ${[]}
    ${[0, 50]}  | ${[50, 0]}  | ${['sexes MAR.troops']}
    ${[0, 49]}  | ${[50, 0]}  | ${[]}
    ${[0, 50]}  | ${[49, 0]}  | ${[]}
    ${[50, 0]}  | ${[0, 50]}  | ${['sexes MAR.troops']}
  `('from $before to $printed: $suspicions', ({ before, printed, suspicions }) => {
    expect(suspected({ 'MAR.troops': before }, { 'MAR.troops': printed })).toEqual(suspicions);
  });
});

describe('a cell is suspected of one thing only, in the order in which it is checked', () => {
  it('a row printed one line off is not lost as well', () => {
    const before = { 'AUT.troops': 175, 'ITA.troops': 1000 };
    expect(suspected(before, { 'AUS.troops': 175, 'ITA.troops': 1000 })).toEqual(['moved AUT.troops AUS.troops']);
  });

  it('a row that could be either is taken for one printed one line off', () => {
    const before = { 'TZA.troops': 540, 'ITA.troops': 10_000 };
    expect(suspected(before, { 'THA.troops': 490, 'ITA.troops': 10_000 })).toEqual(['moved TZA.troops THA.troops']);
  });

  it('a lost row that is nearly all of its type is not held as the type too, the rest of the type is', () => {
    const before = { 'SEN.formed-police': 140, 'BGD.formed-police': 10, 'ITA.troops': 1000 };
    expect(suspected(before, { 'BGD.formed-police': 10, 'ITA.troops': 1000 })).toEqual([
      'lost SEN.formed-police',
      'type BGD.formed-police',
    ]);
  });

  it('two rows that move are two suspicions', () => {
    const before = { 'AUT.troops': 175, 'TZA.troops': 159, 'ITA.troops': 10_000 };
    const printed = { 'AUS.troops': 175, 'THA.troops': 130, 'ITA.troops': 10_000 };
    expect(suspected(before, printed)).toEqual(['moved AUT.troops AUS.troops']);
    expect(suspected(before, { ...printed, 'THA.troops': 145 })).toEqual([
      'moved AUT.troops AUS.troops',
      'moved TZA.troops THA.troops',
    ]);
  });
});
