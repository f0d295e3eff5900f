import { hashOf, hashOn, routeOf, type Route } from './route.js';

describe('the address', () => {
  it.each([
    ['', {}],
    ['#/', {}],
    ['#/MINUSMA', { mission: 'MINUSMA' }],
    ['#/MINUSMA?asOf=2016-12-31', { mission: 'MINUSMA', asOf: '2016-12-31' }],
    ['#/?asOf=2016-12-31', { asOf: '2016-12-31' }],
    ['#/MINUSMA?asOf=2016-02-31', { mission: 'MINUSMA', noDay: '2016-02-31' }],
    ['#/all/pledges', { view: 'pledges' }],
    ['#/all/needs?asOf=2016-12-31', { view: 'needs', asOf: '2016-12-31' }],
    ['#/all/reports?of=MINUSMA', { view: 'reports', of: 'MINUSMA' }],
    ['#/MINUSMA?of=UNMIL&month=2018-02', { mission: 'MINUSMA' }],
    ['#/MINUSMA?open=MINUSMA%2Fcapability-gap%2Fa%3Fb', { mission: 'MINUSMA', open: 'MINUSMA/capability-gap/a?b' }],
    ['#/MINUSMA?open=a?b', { mission: 'MINUSMA', open: 'a?b' }],
    ['#/?open=a', {}],
    ['#/all/reports?month=2018-02', { view: 'reports', month: '2018-02' }],
    ['#/all/reports?month=2018-13', { view: 'reports' }],
    ['#/all', { mission: 'all' }],
    ['#/pledges', { mission: 'pledges' }],
    ['#/%E0%A4%A', {}],
  ])('%s asks for %j', (hash, route) => expect(routeOf(hash)).toEqual(route));

  it.each<[Route]>([
    [{}],
    [{ mission: 'UN-X' }],
    [{ mission: 'MINUSMA', asOf: '2018-02-28' }],
    [{ view: 'needs' }],
    [{ view: 'reports', of: 'UN-X', month: '2018-02', asOf: '2018-02-28' }],
    [{ view: 'pledges', of: 'NLD', open: 'UN-X-NLD-a & b?' }],
    [{ mission: 'UN-X', open: 'UN-X/capability-gap/a/b#c', asOf: '2018-02-28' }],
  ])('%j is read as it was written', (route) => expect(routeOf(hashOf(route))).toEqual(route));

  it('of the same page on another day keeps what is sifted and opened, and of no day is that of today', () => {
    const route: Route = { view: 'reports', of: 'UN-X', open: 'a', asOf: '2018-02-28', noDay: 'tomorrow' };
    expect(hashOn(route, '2017-01-31')).toBe('#/all/reports?of=UN-X&open=a&asOf=2017-01-31');
    expect(hashOn(route)).toBe('#/all/reports?of=UN-X&open=a');
  });
});
