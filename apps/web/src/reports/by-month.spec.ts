import type { ReportLine } from '../doors.js';
import { byMonth, draftOf, monthsToChoose } from './by-month.js';

const line = (mission: string, month: string): ReportLine => ({
  ...{ mission, month, status: 'draft', number: 0, on: '2018-05-01', withReturn: null, position: null, sha256: null },
  url: `/api/reports/${mission}/${month}`,
});

const lines = [line('ALL', '2018-04'), line('MINUSMA', '2018-04'), line('MINUSMA', '2018-03')];
const every = { mission: '', month: '' };

describe('reports by month', () => {
  it('are the newest month first, in the order of the door', () => {
    const told = byMonth(lines, every).map(({ month, reports }) => [month, reports.map(({ mission }) => mission)]);
    expect(told).toEqual([
      ['2018-04', ['ALL', 'MINUSMA']],
      ['2018-03', ['MINUSMA']],
    ]);
  });

  it('are those of one mission, or of one month', () => {
    expect(byMonth(lines, { ...every, mission: 'MINUSMA' }).map(({ month }) => month)).toEqual(['2018-04', '2018-03']);
    expect(byMonth(lines, { ...every, month: '2018-03' })).toEqual([{ month: '2018-03', reports: [lines[2]] }]);
  });
});

describe('a report that is in no list', () => {
  it.each([
    ['a mission and a month', { mission: 'MINUSMA', month: '2017-12' }, '/api/reports/MINUSMA/2017-12'],
    ['a month of all missions', { mission: '', month: '2017-12' }, '/api/reports/all/2017-12'],
    ['a mission by a name that a URL must escape', { mission: 'A/B', month: '2017-12' }, '/api/reports/A%2FB/2017-12'],
    ['one that the list has', { mission: 'MINUSMA', month: '2018-04' }, undefined],
    ['no month', { mission: 'MINUSMA', month: '' }, undefined],
    ['the last month that has ended', { mission: 'UNMIL', month: '2018-04' }, '/api/reports/UNMIL/2018-04'],
    ['the month of today', { mission: 'MINUSMA', month: '2018-05' }, undefined],
  ])('is offered where somebody asks for %s: %j -> %s', (_what, asked, url) => {
    expect(draftOf(lines, asked, '2018-05-08')?.url).toBe(url);
  });
});

it('months to choose begin with the last that has ended', () => {
  expect(monthsToChoose('2018-05-08', '').slice(0, 2)).toEqual(['2018-04', '2018-03']);
  expect(monthsToChoose('2018-05-08', '2018-04')).toHaveLength(60);
  expect(monthsToChoose('2018-05-08', '2009-01').at(-1)).toBe('2009-01');
});
