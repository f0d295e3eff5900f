import { valuesUnder } from '../../../../tests/stories/recomputed.js';
import { Story, story } from '../../../../tests/stories/story.js';
import {
  cellsReturned,
  mandateEnded,
  strengthReturned,
  unitArrived,
  unitStrengthReported,
  type Persons,
} from '../../../../tests/stories/told-facts.js';
import { explain } from '../explanation/explain.js';
import { policyV1, type AdoptedPolicy } from '../policy.js';

const troops = 'women-below-target/troops';

/** With a target for 2018 as well, as if a source gave one. */
const withTargetFor2018: AdoptedPolicy = {
  hash: 'with-2018',
  table: {
    ...policyV1,
    rules: {
      ...policyV1.rules,
      'women-below-target': {
        ...policyV1.rules['women-below-target'],
        targets: {
          ...policyV1.rules['women-below-target'].targets,
          '2018': { troops: 5, 'officers-and-experts': 15, 'formed-police': 8, 'individual-police': 20 },
        },
      },
    },
  },
};

describe('women below the target of 2028', () => {
  it.each`
    women   | points  | severity
    ${1500} | ${0}    | ${undefined}
    ${1451} | ${0.49} | ${undefined}
    ${1450} | ${0.5}  | ${'watch'}
    ${1001} | ${4.99} | ${'watch'}
    ${1000} | ${5}    | ${'warning'}
    ${0}    | ${15}   | ${'warning'}
    ${9000} | ${-75}  | ${undefined}
  `('$women of 10,000 troops are $points points under: $severity', ({ women, severity }) => {
    new Story()
      .from('2028-01-31', strengthReturned({ Troops: [women, 10_000 - women] }))
      .onDay('2028-03-01')
      .expectSeverity(troops, severity)
      .happen();
  });

  it.each`
    subject                   | type                     | enough        | short
    ${'troops'}               | ${'Troops'}              | ${[146, 854]} | ${[145, 855]}
    ${'officers-and-experts'} | ${'Staff Officer'}       | ${[246, 754]} | ${[245, 755]}
    ${'officers-and-experts'} | ${'Experts on Mission'}  | ${[246, 754]} | ${[245, 755]}
    ${'formed-police'}        | ${'Formed Police Units'} | ${[196, 804]} | ${[195, 805]}
    ${'individual-police'}    | ${'Individual Police'}   | ${[296, 704]} | ${[295, 705]}
  `('$type are watched as $subject from half a point under their target on', ({ subject, type, enough, short }) => {
    const told = (persons: Persons) =>
      new Story().from('2028-01-31', strengthReturned({ [type as 'Troops']: persons })).onDay('2028-03-01');
    told(enough).expectNoAlerts().happen();
    told(short).expectAlerts(`women-below-target/${subject}`).happen();
  });

  story('are officers and experts together')
    .from('2028-01-31', strengthReturned({ 'Staff Officer': [10, 90], 'Experts on Mission': [39, 61] }))
    .onDay('2028-03-01')
    .expectAlert('women-below-target/officers-and-experts', { women: 49, persons: 200, target: 25, targetYear: 2028 }, 'watch');

  story('are raised once it has stood for thirty days, and are over when thirty days have passed')
    .from('2028-01-31', strengthReturned({ Troops: [100, 900] }))
    .on('2028-04-30', strengthReturned({ Troops: [150, 850] }))
    .onDay('2028-02-29')
    .expectNoAlert(troops)
    .onDay('2028-03-01')
    .expectAlert(troops, { women: 100, persons: 1000, target: 15 }, { severity: 'warning', since: '2028-01-31' })
    .onDay('2028-05-29')
    .expectAlert(troops, { women: 150 })
    .onDay('2028-05-30')
    .expectNoAlert(troops)
    .expectSaid(`AlertResolved ${troops}#3 filled`);
});

describe('a year without a sourced target', () => {
  story('raises nothing: the day before the year of the target, and the day of it')
    .from('2027-11-30', strengthReturned({ Troops: [25, 975] }))
    .onDay('2027-12-31')
    .expectNoAlert(troops)
    .expectEpisodes(troops)
    .onDay('2028-01-30')
    .expectNoAlert(troops)
    .onDay('2028-01-31')
    .expectAlert(troops, { women: 25, persons: 1000, target: 15, targetYear: 2028 }, { since: '2028-01-01' });

  story('raises nothing after it either')
    .from('2028-11-30', strengthReturned({ Troops: [25, 975] }))
    .onDay('2028-12-31')
    .expectAlert(troops)
    .onDay('2029-01-31')
    .expectNoAlert(troops);

  story('shows the share against the next target as information, and is held against its own once a policy has one')
    .underPolicy(withTargetFor2018)
    .from('2018-11-30', strengthReturned({ Troops: [25, 975] }))
    .onDay('2018-12-31')
    .expectAlert(troops, { women: 25, target: 5, targetYear: 2018 }, 'watch')
    .onDay('2019-01-15')
    .expectAlert(troops, { women: 25, persons: 1000, target: 15, targetYear: 2028 })
    .onDay('2019-01-31')
    .expectNoAlert(troops);
});

describe('women who are not known', () => {
  story('stop the clocks: sexes that are printed the wrong way round decide nothing')
    .from('2028-01-31', cellsReturned({ 'TGO.troops': [50, 950] }))
    .on('2028-02-29', cellsReturned({ 'TGO.troops': [950, 50] }))
    .onDay('2028-02-28')
    .expectNoAlert(troops)
    .onDay('2028-03-15')
    .expectNoAlert(troops)
    .on('2028-03-31', cellsReturned({ 'TGO.troops': [50, 950] }))
    .onDay('2028-03-31')
    .expectAlert(troops, { women: 50, persons: 1000 }, { severity: 'warning', since: '2028-01-31' });

  story('are those of an old return')
    .from('2028-01-31', strengthReturned({ Troops: [50, 950] }))
    .onDay('2028-06-18')
    .expectAlert(troops, {}, { state: 'firing' })
    .onDay('2028-06-19')
    .expectAlert(troops, {}, { state: 'unknown' });

  story('are nothing before the first return').onDay('2028-06-01').expectNoAlerts().expectEpisodes(troops);
});

story('sexes printed the wrong way round are held by their share before, which is explained as such')
  .from('2028-01-31', cellsReturned({ 'TGO.troops': [50, 9950], 'BFA.troops': [10, 50] }))
  .on('2028-02-29', cellsReturned({ 'TGO.troops': [50, 9950], 'BFA.troops': [58, 5] }))
  .onDay('2028-03-01')
  .expectAlert(troops, { women: 61, persons: 10_063 }, 'warning')
  .expectThat(({ reading }) => {
    const { figures } = explain(reading, `MINUSMA/${troops}`)!;
    expect(valuesUnder(figures, 'women')).toEqual([61]);
    expect(valuesUnder(figures, 'BFA.troops persons')).toEqual([63]);
  });

story('women below the target are superseded when the mandate ends')
  .from('2028-01-31', strengthReturned({ Troops: [50, 950] }))
  .on('2028-03-02', mandateEnded({ endsOn: '2028-04-01', drawdownBy: '2028-12-31' }))
  .onDay('2028-03-31')
  .expectAlert(troops)
  .onDay('2028-04-01')
  .expectNoAlert(troops)
  .expectSaid(`AlertResolved ${troops}#2 superseded`);

it.each`
  type                     | subject            | owner
  ${'Troops'}              | ${'troops'}        | ${'Force Generation Service, Office of Military Affairs'}
  ${'Formed Police Units'} | ${'formed-police'} | ${'Selection and Recruitment Section, Police Division'}
`('$type are for the $owner', ({ type, subject, owner }) => {
  new Story()
    .from('2028-01-31', strengthReturned({ [type as 'Troops']: 1000 }))
    .onDay('2028-03-01')
    .expectAlert(`women-below-target/${subject}`, {}, { owner })
    .happen();
});

story('a share of women is not taken of units that lose more persons than were returned of their type')
  .from(
    '2028-01-01',
    unitArrived({
      unit: 'SEN-FPU',
      contributor: 'SEN',
      component: 'police',
      personnelType: 'Formed Police Units',
      women: 10,
      men: 100,
    }),
  )
  .on('2028-01-31', cellsReturned({ 'SEN.individual-police': [20, 20] }))
  .on('2028-02-15', unitStrengthReported({ unit: 'SEN-FPU', women: 0, men: 85 }))
  .onDay('2028-05-30')
  .expectNoAlert('women-below-target/formed-police');
