import { printedCount } from './printed-count.js';
import { printedDay } from './printed-day.js';
import { printedMission } from './printed-mission.js';
import { printedPersonnelType } from './printed-personnel-type.js';

it.each([
  ['2018-02-28', '2018-02-28'],
  ['2018-02-28T00:00:00.000Z', '2018-02-28'],
  ['28/02/2018', '2018-02-28'],
  ['1/2/2018', '2018-02-01'],
  ['28-Feb-18', '2018-02-28'],
  ['28-FEB-2018', '2018-02-28'],
  ['30-Sept-98', '1998-09-30'],
  ['29/02/2016', '2016-02-29'],
  ['29/02/2018', undefined],
  ['02/28/2018', undefined],
  ['28-Foo-18', undefined],
  ['2018-02-28T12:00:00Z', undefined],
  ['28.02.2018', undefined],
  ['43159', undefined],
  ['31/12/1944', undefined],
  ['', undefined],
])('the day %s is %s', (printed, day) => {
  expect(printedDay(printed).value).toBe(day);
  expect(printedDay(printed).problem === undefined).toBe(day !== undefined);
});

it.each([
  ['0', 0],
  [' 12 ', 12],
  ['1,234', 1234],
  ['1 234', 1234],
  ['1\u00a0234', 1234],
  ["12'345", 12345],
  ['1000000', 1_000_000],
  ['1000001', undefined],
  ['1,23', undefined],
  ['1.234', undefined],
  ['12.0', undefined],
  ['-1', undefined],
  ['1e3', undefined],
  ['twelve', undefined],
  ['', undefined],
])('the figure %s is %s', (printed, count) => expect(printedCount(printed).value).toBe(count));

it.each([
  ['MINUSMA ', 'MINUSMA'],
  ['UN-MISS2', 'UN-MISS2'],
  ['UN MISS', undefined],
  ['MINUSMA/said', undefined],
  ['standby', undefined],
  ['', undefined],
])('the mission %s is %s', (printed, mission) => expect(printedMission(printed).value).toBe(mission));

it.each([
  ['Troops', 'Troops'],
  ['Contingent Troop', 'Troops'],
  ['contingent', 'Troops'],
  ['Staff Officers', 'Staff Officer'],
  ['Experts On Mission ', 'Experts on Mission'],
  ['Military Observers', 'Experts on Mission'],
  ['FPU', 'Formed Police Units'],
  ['Formed Police Unit', 'Formed Police Units'],
  ['Ind Police', 'Individual Police'],
  ['police', 'Individual Police'],
  ['Cooks', undefined],
  ['', undefined],
])('the personnel type %s is %s', (printed, type) => expect(printedPersonnelType(printed).value).toBe(type));
