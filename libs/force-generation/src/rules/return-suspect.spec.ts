import { story } from '../../../../tests/stories/story.js';
import { cellsReturned, type Persons } from '../../../../tests/stories/told-facts.js';
import { personnelTypes } from '../personnel.js';
import type { Look } from '../../../../tests/stories/look.js';
import { headCountsToday } from '../strength/head-count.js';

// The published monthly reports of 2015 to 2017, each with the cells that matter; `ITA.troops` stands for all others together.

/** Everybody on a day, as the day looked at reads it. */
const everybody =
  (day: string, expected: { readonly persons: number; readonly published: number; readonly state: string }) =>
  ({ reading }: Look): void =>
    expect(headCountsToday(reading, personnelTypes).at(day)).toMatchObject(expected);

const returned = (others: number, cells: Readonly<Record<string, Persons>>) => cellsReturned({ 'ITA.troops': others, ...cells });

describe('the defects of the published reports', () => {
  story('UNIFIL, July 2015: Tanzania’s 159 printed as Thailand’s 153')
    .inMission('UNIFIL')
    .from('2015-06-30', returned(10_251, { 'TZA.troops': [22, 137] }))
    .on('2015-07-31', returned(10_310, { 'THA.troops': [22, 131] }))
    .onDay('2015-07-31')
    .expectAlerts('return-suspect/THA.troops', 'return-suspect/TZA.troops')
    .expectAlert('return-suspect/TZA.troops', { kind: 'moved', asAt: '2015-07-31', before: 159, printed: 0 }, 'watch')
    .expectAlert('return-suspect/THA.troops', { kind: 'moved', asAt: '2015-07-31', before: 0, printed: 153 })
    .expectThat(everybody('2015-07-31', { persons: 10_469, published: 10_463, state: 'suspect' }))
    .on('2015-08-31', returned(10_325, { 'TZA.troops': [22, 136] }))
    .onDay('2015-08-31')
    .expectNoAlerts()
    .expectThat(everybody('2015-07-31', { persons: 10_469, published: 10_463, state: 'known' }))
    .expectThat(everybody('2015-08-31', { persons: 10_483, published: 10_483, state: 'known' }));

  story('UNAMID, July 2015: Tanzania’s 817 troops printed on top of Thailand’s 6')
    .inMission('UNAMID')
    .from('2015-06-30', returned(16_931, { 'TZA.troops': [20, 797], 'THA.troops': 6 }))
    .on('2015-07-31', returned(16_974, { 'THA.troops': [21, 797] }))
    .onDay('2015-07-31')
    .expectAlert('return-suspect/TZA.troops', { kind: 'moved', before: 817, printed: 0 })
    .expectAlert('return-suspect/THA.troops', { kind: 'moved', before: 6, printed: 818 })
    .expectThat(everybody('2015-07-31', { persons: 17_797, published: 17_792, state: 'suspect' }))
    .on('2015-08-31', returned(16_969, { 'TZA.troops': [21, 796], 'THA.troops': 8 }))
    .onDay('2015-08-31')
    .expectNoAlerts()
    .expectThat(everybody('2015-07-31', { persons: 17_797, published: 17_792, state: 'known' }));

  story('MINUSTAH, August 2015: Pakistan’s formed police unit of 140 printed as Norway’s')
    .inMission('MINUSTAH')
    .from('2015-07-31', returned(4485, { 'PAK.formed-police': 140 }))
    .on('2015-08-31', returned(4569, { 'NOR.formed-police': 140 }))
    .onDay('2015-08-31')
    .expectAlerts('return-suspect/NOR.formed-police', 'return-suspect/PAK.formed-police')
    .expectAlert('return-suspect/PAK.formed-police', { kind: 'moved', before: 140, printed: 0 })
    .expectThat(everybody('2015-08-31', { persons: 4709, published: 4709, state: 'suspect' }))
    .on('2015-09-30', returned(4667, { 'PAK.formed-police': 140 }))
    .onDay('2015-09-30')
    .expectNoAlerts()
    .expectThat(everybody('2015-08-31', { persons: 4709, published: 4709, state: 'known' }));

  story('UNIFIL, July 2017: Austria’s 175 printed as Australia’s')
    .inMission('UNIFIL')
    .from('2017-06-30', returned(10_321, { 'AUT.troops': [5, 170], 'AUT.staff-officers': [1, 6] }))
    .on('2017-07-31', returned(10_335, { 'AUS.troops': [5, 170], 'AUS.staff-officers': [1, 6] }))
    .onDay('2017-07-31')
    .expectAlerts('return-suspect/AUS.troops', 'return-suspect/AUT.troops')
    .expectAlert('return-suspect/AUS.troops', { kind: 'moved', before: 0, printed: 175 })
    .expectThat(everybody('2017-07-31', { persons: 10_517, published: 10_517, state: 'suspect' }))
    .on('2017-08-31', returned(10_361, { 'AUT.troops': [5, 168], 'AUT.staff-officers': [1, 6] }))
    .onDay('2017-08-31')
    .expectNoAlerts();

  const unisfaPolice = {
    'ETH.individual-police': 5,
    'GHA.individual-police': [1, 3],
    'NAM.individual-police': 4,
    'RWA.individual-police': 1,
    'TZA.individual-police': [2, 3],
    'ZWE.individual-police': [2, 3],
  } as const;
  story('UNISFA, August 2015: all 24 individual police gone for a month')
    .inMission('UNISFA')
    .from('2015-07-31', returned(4505, unisfaPolice))
    .on('2015-08-31', returned(4497, {}))
    .onDay('2015-08-31')
    .expectAlert('return-suspect/ETH.individual-police', { kind: 'type', before: 5, printed: 0 })
    .expectThat(({ assessment }) => expect(assessment.alerts).toHaveLength(6))
    .expectComponent('police', { deployed: 24, reported: 0, state: 'suspect' })
    .expectThat(everybody('2015-08-31', { persons: 4521, published: 4497, state: 'suspect' }))
    .on('2015-09-30', returned(4497, unisfaPolice))
    .onDay('2015-09-30')
    .expectNoAlerts()
    .expectThat(everybody('2015-08-31', { persons: 4521, published: 4497, state: 'known' }));

  // `SEN` stands for the other contributors of individual police.
  const police = (gin: Persons, tun: Persons, others: Persons) => ({
    'GIN.individual-police': gin,
    'TUN.individual-police': tun,
    'SEN.individual-police': others,
  });
  story('MONUSCO, June and July 2017: individual police fall from 315 to 22 and 19, and are 324 again')
    .inMission('MONUSCO')
    .from('2017-05-31', returned(18_179, police([15, 23], [3, 36], 238)))
    .on('2017-06-30', returned(18_549, police([2, 0], [0, 3], 17)))
    .onDay('2017-06-30')
    .expectAlert('return-suspect/TUN.individual-police', { kind: 'type', asAt: '2017-06-30', before: 39, printed: 3 })
    .expectThat(everybody('2017-06-30', { persons: 18_864, published: 18_571, state: 'suspect' }))
    .on('2017-07-31', returned(18_550, police([2, 0], [0, 3], 14)))
    .onDay('2017-07-31')
    .expectAlert('return-suspect/SEN.individual-police', { asAt: '2017-06-30', before: 238, printed: 14 })
    .expectThat(everybody('2017-07-31', { persons: 18_865, published: 18_569, state: 'suspect' }))
    .on('2017-08-31', returned(17_589, police([14, 25], [4, 33], 248)))
    .onDay('2017-08-31')
    .expectNoAlerts()
    .expectThat(everybody('2017-06-30', { persons: 18_864, published: 18_571, state: 'known' }))
    .expectThat(everybody('2017-07-31', { persons: 18_865, published: 18_569, state: 'known' }))
    .expectThat(everybody('2017-08-31', { persons: 17_913, published: 17_913, state: 'known' }));

  story('UNOCI, January 2016: Morocco’s 732 men printed as 718 women, for a month')
    .inMission('UNOCI')
    .from('2015-12-31', returned(5886, { 'MAR.troops': [0, 732] }))
    .on('2016-01-31', returned(5867, { 'MAR.troops': [718, 0] }))
    .onDay('2016-01-31')
    .expectAlerts('return-suspect/MAR.troops')
    .expectAlert('return-suspect/MAR.troops', { kind: 'sexes', before: 0, printed: 718 })
    .expectComponent('military', { deployed: 6585, state: 'known', women: 0, womenState: 'suspect' })
    .on('2016-02-29', returned(5303, { 'MAR.troops': [0, 719] }))
    .onDay('2016-02-29')
    .expectNoAlerts();

  story('UNOCI, April and May 2016: swapped again, for two returns')
    .inMission('UNOCI')
    .from('2016-02-29', returned(5303, { 'MAR.troops': [0, 719] }))
    .on('2016-04-30', returned(4008, { 'MAR.troops': [719, 0] }))
    .on('2016-05-31', returned(3927, { 'MAR.troops': [718, 0] }))
    .onDay('2016-05-31')
    .expectAlert('return-suspect/MAR.troops', { kind: 'sexes', asAt: '2016-04-30', before: 0, printed: 718 })
    .expectComponent('military', { deployed: 4645, women: 0, womenState: 'suspect' })
    .on('2016-06-30', returned(3501, { 'MAR.troops': [0, 4] }))
    .onDay('2016-06-30')
    .expectNoAlerts()
    .expectComponent('military', { deployed: 3505, women: 0, womenState: 'known' })
    .expectThat(({ reading }) =>
      expect(headCountsToday(reading, personnelTypes).at('2016-05-31')).toMatchObject({ women: 0, womenState: 'known' }),
    );
});

describe('a true withdrawal', () => {
  story('MINUSCA, February 2016: the 798 of DR Congo are held, and with the return of April they have left, from 29 February')
    .inMission('MINUSCA')
    .from('2016-01-31', returned(11_556, { 'COD.troops': [3, 795], 'COD.formed-police': [2, 8] }))
    .on('2016-02-29', returned(11_686, {}))
    .onDay('2016-02-29')
    .expectAlerts('return-suspect/COD.troops')
    .expectAlert('return-suspect/COD.troops', { kind: 'lost', asAt: '2016-02-29', before: 798, printed: 0 })
    .expectThat(everybody('2016-02-29', { persons: 12_484, published: 11_686, state: 'suspect' }))
    .on('2016-04-30', returned(12_121, { 'COD.individual-police': [1, 8] }))
    .onDay('2016-04-29')
    .expectAlert('return-suspect/COD.troops')
    .expectThat(everybody('2016-04-29', { persons: 12_484, published: 11_686, state: 'suspect' }))
    .onDay('2016-04-30')
    .expectNoAlerts()
    .expectSaid('AlertResolved return-suspect/COD.troops#2 filled')
    .expectThat(everybody('2016-02-29', { persons: 11_686, published: 11_686, state: 'known' }))
    .expectThat(everybody('2016-04-30', { persons: 12_130, published: 12_130, state: 'known' }));
});
