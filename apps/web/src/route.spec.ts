import { hashOf, routeOf } from './route.js';

describe('the address', () => {
  it.each([
    ['', {}],
    ['#/', {}],
    ['#/MINUSMA', { mission: 'MINUSMA' }],
    ['#/MINUSMA?asOf=2016-12-31', { mission: 'MINUSMA', asOf: '2016-12-31' }],
    ['#/?asOf=2016-12-31', { asOf: '2016-12-31' }],
    ['#/MINUSMA?asOf=2016-02-31', { mission: 'MINUSMA' }],
    ['#/%E0%A4%A', {}],
  ])('%s asks for %j', (hash, route) => expect(routeOf(hash)).toEqual(route));

  it.each([[{}], [{ mission: 'UN-X' }], [{ mission: 'MINUSMA', asOf: '2018-02-28' }]])('%j is read as it was written', (route) =>
    expect(routeOf(hashOf(route))).toEqual(route),
  );
});
