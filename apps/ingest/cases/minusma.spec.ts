import type { CloudEvent } from '@muster/contracts';
import { componentOf } from '@muster/force-generation';
import type { Component, FactDataByName } from '@muster/force-generation';
import { readCase } from '../src/cases/read-case.js';

let events: readonly CloudEvent[];
beforeAll(async () => {
  events = await readCase('minusma');
});

const returnOf = (asAt: string): FactDataByName['StrengthReturned'] => {
  const event = events.find(({ type, data }) => type === 'muster.StrengthReturned' && data.on === asAt);
  if (event === undefined) throw new Error(`the case has no return of ${asAt}`);
  return event.data as unknown as FactDataByName['StrengthReturned'];
};

const strengthOf = (asAt: string, component: Component): { readonly women: number; readonly men: number } =>
  returnOf(asAt)
    .rows.filter(({ personnelType }) => componentOf(personnelType) === component)
    .reduce((sum, { women, men }) => ({ women: sum.women + women, men: sum.men + men }), { women: 0, men: 0 });

test('28 February 2018 counts 11,791 military and 1,741 police', () => {
  expect(strengthOf('2018-02-28', 'military')).toEqual({ women: 314, men: 11_477 });
  expect(strengthOf('2018-02-28', 'police')).toEqual({ women: 134, men: 1_607 });
});

test('the suspect return of 31 March 2018 lacks Togo’s 918 troops and nothing else', () => {
  const [february, march] = [returnOf('2018-02-28').rows, returnOf('2018-03-31').rows];
  const lost = february.filter(({ contributor, personnelType }) => contributor === 'TGO' && personnelType === 'Troops');
  expect(lost.map(({ women, men }) => women + men)).toEqual([918]);
  expect(march).toEqual(february.filter((row) => !lost.includes(row)));
});
