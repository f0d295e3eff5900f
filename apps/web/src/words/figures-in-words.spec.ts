import { figuresInWords } from './figures-in-words.js';

const said = (rule: string, figures: Parameters<typeof figuresInWords>[0]['figures']): string =>
  figuresInWords({ rule, figures }, '2016-12-31');

describe("an alert's figures in words", () => {
  it('a shortfall tells what is missing, its share, and of what', () => {
    expect(said('ceiling-shortfall', { authorized: 13_289, deployed: 11_791, missing: 1_498 })).toBe(
      '1,498 missing (11.3%): 11,791 of 13,289 authorized',
    );
  });

  it('an increase tells how long it has been authorized', () => {
    const figures = { previous: 11_240, authorized: 13_289, increase: 2_049, there: 0, effectiveFrom: '2016-06-29' };
    expect(said('authorized-not-deployed', figures)).toBe(
      '0 of the 2,049 added on 29 Jun 2016 there after 185 days (ceiling 11,240 → 13,289)',
    );
  });

  it('a ceiling of nothing has no share', () => {
    expect(said('ceiling-exceeded', { authorized: 0, deployed: 12, over: 12 })).toBe('12 over: 12 for 0 authorized');
  });

  it.each([
    [0, 0, 'nothing committed or pledged'],
    [1, 1, '1 committed, arrives 1 Aug 2018'],
    [0, 1, '1 pledged'],
  ])('a capability gap with %d committed and %d pledged', (committed, pledged, promised) => {
    const figures = {
      units: { required: 1, deployed: 0, committed, pledged },
      personnel: { required: 250, deployed: 0, committed: 250 * committed, pledged: 250 * pledged },
      requiredBy: '2018-07-01',
      arrivesOn: '2018-08-01',
    };
    expect(said('capability-gap', figures)).toBe(`0 of 1 unit there; 0 of 250 persons; ${promised}. Needed by 1 Jul 2018`);
  });

  it.each([
    [0, 0, 'nothing committed or pledged'],
    [47, 47, '47 persons committed, due 1 Aug 2018'],
    [0, 47, '47 persons pledged'],
  ])('a capability gap in persons alone, %d committed and %d pledged', (committed, pledged, promised) => {
    const figures = {
      units: { required: 1, deployed: 1, committed: 1, pledged: 1 },
      personnel: { required: 243, deployed: 196, committed: 196 + committed, pledged: 196 + pledged },
      requiredBy: '2018-07-01',
      arrivesOn: '2018-08-01',
    };
    expect(said('capability-gap', figures)).toBe(`1 of 1 unit there; 196 of 243 persons; ${promised}. Needed by 1 Jul 2018`);
  });

  it('a pledge tells until when it is valid, or what it waits for since when', () => {
    expect(said('pledge-lapsing', { validUntil: '2017-01-31' })).toBe('Valid until 31 Jan 2017, no agreement signed');
    const stalled = { stage: 'accepted', stageSince: '2016-09-22', waitsFor: 'assessment-visit' };
    expect(said('pledge-stalled', stalled)).toBe('Accepted since 22 Sep 2016 after 100 days; waits for assessment visit');
    expect(said('pledge-stalled', { ...stalled, selectedOn: '2016-09-22', responseDays: 60 })).toBe(
      'Accepted since 22 Sep 2016 after 100 days; waits for assessment visit; selected 22 Sep 2016, to be there within 60 days',
    );
  });

  it('a caveat tells what needs what it bars, and a dependency who sends how many', () => {
    const conflict = { condition: 'night-operations', requirement: 'special-forces', saidOn: '2016-12-01' };
    expect(said('caveat-conflict', conflict)).toBe('Special forces needs night operations, which is barred since 1 Dec 2016');
    expect(said('dependency', { contributor: 'KHM', personnel: 200, total: 340 })).toBe(
      'Cambodia sends 200 of 340 persons (58.8%)',
    );
    expect(said('dependency', { partner: 'Barkhane', personnel: 460, total: 690 })).toBe(
      'Barkhane sends 460 of 690 persons (66.7%)',
    );
  });

  it.each([
    [
      'deployment-overdue',
      { planned: 100, deployed: 12, missing: 88, arrivesOn: '2016-12-01' },
      '12 of 100 persons there after 30 days; planned for 1 Dec 2016',
    ],
    ['rotation-overdue', { dueOn: '2016-12-30' }, 'Due 30 Dec 2016, still there after 1 day'],
    [
      'rotation-overdue',
      { dueOn: '2016-12-30', replacedBy: 'ROU-2' },
      'Due 30 Dec 2016, still there after 1 day; 2 of Romania is to follow',
    ],
    [
      'hand-over-gap',
      {
        units: { required: 1, covered: 0 },
        leaving: 'CAN-HELI',
        leavesOn: '2017-09-01',
        following: 'ROU-HELI',
        arrivesOn: '2017-10-15',
      },
      'Without HELI of Canada from 1 Sep 2017; 0 of 1 unit left; HELI of Romania follows from 15 Oct 2017, 44 days later',
    ],
    ['hand-over-gap', { leaving: 'CAN-HELI', leavesOn: '2017-09-01' }, 'Without HELI of Canada from 1 Sep 2017; nobody follows'],
    [
      'women-below-target',
      { women: 100, persons: 1000, target: 15, targetYear: 2028 },
      '100 women (10.0%) of 1,000 persons; target 15% for 2028',
    ],
  ])('a %s tells days, units and shares', (rule, figures, words) => {
    expect(said(rule, figures)).toBe(words);
  });

  it('a rule that nobody wrote words for shows its figures by name', () => {
    expect(said('a-later-rule', { share: 1_250, until: '2018-06-30' })).toBe('share 1,250, until 2018-06-30');
    expect(said('a-later-rule', {})).toBe('');
  });
});
