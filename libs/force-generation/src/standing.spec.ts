import { standingOn } from './standing.js';

describe('what stands on a day', () => {
  const curve = standingOn([
    { what: 'a', from: '2018-01-01', to: '2018-03-01' },
    { what: 'b', from: '2018-02-01' },
    { what: 'c', from: '2018-03-01', to: '2018-03-02' },
    { what: 'never', from: '2018-02-01', to: '2018-02-01' },
    { what: 'never before', from: '2018-02-01', to: '2018-01-01' },
  ]);

  it.each`
    day             | stands
    ${'2017-12-31'} | ${[]}
    ${'2018-01-01'} | ${['a']}
    ${'2018-01-31'} | ${['a']}
    ${'2018-02-01'} | ${['a', 'b']}
    ${'2018-02-28'} | ${['a', 'b']}
    ${'2018-03-01'} | ${['b', 'c']}
    ${'2018-03-02'} | ${['b']}
    ${'2030-01-01'} | ${['b']}
  `('$day: $stands', ({ day, stands }) => expect(curve.at(day as string)).toEqual(stands));
});
