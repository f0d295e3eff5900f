import { policy } from '../../testing/read-out.js';
import type { Look } from '../../../../tests/stories/look.js';
import { story } from '../../../../tests/stories/story.js';
import {
  agreementSigned,
  deploymentPlanned,
  pledgeRegistered,
  pledgeSelected,
  pledgeWithdrawn,
  recorded,
  requirementStated,
  rotationPlanned,
  strengthReturned,
  unitArrived,
  unitRepatriated,
  type ToldFact,
} from '../../../../tests/stories/told-facts.js';
import { Ledger } from '../ledger/ledger.js';
import { readLedger, type Reading } from '../reading.js';
import { describeRequirements } from '../views/describe-requirements.js';
import { describeUnits } from '../views/describe-units.js';

const strengths = (deployed: number, committed: number, pledged: number) => ({ deployed, committed, pledged });
const thousand = strengthReturned({ military: 1000 });

describe('a pledge counts once, in its firmest strength', () => {
  story('from its offer to its unit, and not again once the unit has gone home')
    .from('2025-01-01', thousand, pledgeRegistered({ availableFrom: '2025-02-01' }))
    .onDay('2025-01-31')
    .expectComponent('military', strengths(1000, 1000, 1000))
    .onDay('2025-02-01')
    .expectComponent('military', strengths(1000, 1000, 1100))
    .on('2025-02-01', pledgeSelected({ availableFrom: '2025-02-01' }))
    .onDay('2025-02-01')
    .expectComponent('military', strengths(1000, 1000, 1100))
    .on('2025-02-01', agreementSigned({}))
    .onDay('2025-02-01')
    .expectComponent('military', strengths(1000, 1100, 1100))
    .on('2025-02-02', deploymentPlanned({ arrivesOn: '2025-03-01' }))
    .onDay('2025-02-28')
    .expectComponent('military', strengths(1000, 1000, 1000))
    .onDay('2025-03-01')
    .expectComponent('military', strengths(1000, 1100, 1100))
    .on('2025-03-01', unitArrived({ pledge: 'ROU-1' }))
    .onDay('2025-03-01')
    .expectComponent('military', strengths(1100, 1100, 1100))
    .on('2025-04-01', unitRepatriated({}))
    .onDay('2025-04-01')
    .expectComponent('military', strengths(1000, 1000, 1000));

  story('of two units offered the one that is planned is committed, and the other is pledged')
    .from('2025-01-01', thousand, pledgeSelected({ units: 2, personnel: 200 }))
    .onDay('2025-01-01')
    .expectComponent('military', strengths(1000, 1000, 1200))
    .on('2025-01-02', deploymentPlanned({ arrivesOn: '2025-01-02' }))
    .onDay('2025-01-02')
    .expectComponent('military', strengths(1000, 1100, 1200));

  story('a unit that has come in part counts those present once, and the rest as committed')
    .from('2025-01-01', thousand, pledgeSelected({}), deploymentPlanned({ arrivesOn: '2025-02-01' }))
    .on('2025-01-15', unitArrived({ pledge: 'ROU-1', part: 'advance', men: 30 }))
    .onDay('2025-01-31')
    .expectComponent('military', strengths(1030, 1030, 1030))
    .onDay('2025-02-01')
    .expectComponent('military', strengths(1030, 1100, 1100))
    .on('2025-02-01', unitArrived({ pledge: 'ROU-1', men: 70 }))
    .onDay('2025-02-01')
    .expectComponent('military', strengths(1100, 1100, 1100));
});

describe('a unit that is to relieve two others', () => {
  const relieved = (unit: string, arrivesOn: string) =>
    rotationPlanned({ unit, leavesOn: '2025-06-01', replacedBy: 'SLV-1', arrivesOn });
  const needs = ['gao', 'kidal'].map((requirement) => requirementStated({ requirement, requiredBy: '2025-01-01' }));
  const units = [
    unitArrived({ unit: 'ROU-1', requirement: 'gao' }),
    unitArrived({ unit: 'ROU-2', requirement: 'kidal', men: 90 }),
  ];
  /** Who is to come for each need, and how strong. */
  const tellsOf =
    (...coming: readonly string[]) =>
    ({ reading }: Look): void => {
      const items = describeRequirements(reading).flatMap(({ requirement, supply }) =>
        supply
          .filter(({ strength }) => strength === 'committed')
          .map(({ name, personnel }) => `${name} for ${requirement}: ${personnel}`),
      );
      expect(items).toEqual(coming);
    };

  story('comes once, for the one that it relieves first')
    .from('2025-01-01', needs, units)
    .on('2025-01-02', relieved('ROU-1', '2025-06-16'), relieved('ROU-2', '2025-06-15'))
    .on('2025-05-30', requirementStated({ requirement: 'kidal', requiredBy: '2025-06-30' }))
    .on('2025-05-30', requirementStated({ requirement: 'gao', requiredBy: '2025-06-30' }))
    .onDay('2025-05-31')
    .expectThat(tellsOf('SLV-1 for kidal: 90'))
    .on('2025-06-01', unitRepatriated({ unit: 'ROU-2' }))
    .onDay('2025-06-01')
    .expectThat(tellsOf('SLV-1 for kidal: 90'))
    .on('2025-06-02', unitArrived({ unit: 'ROU-2', requirement: 'kidal', men: 90 }))
    .onDay('2025-06-02')
    .expectThat(tellsOf('SLV-1 for gao: 100'));
});

describe('of several missions', () => {
  /** Facts of several streams, read on a day: the units that meet the need of each mission, as deployed and as pledged. */
  const unitsOn = (today: string, told: readonly (readonly [stream: string, day: string, fact: ToldFact])[]) => {
    const ledgers = new Map<string, Ledger>();
    told.forEach(([mission, day, fact], index) => {
      const ledger = ledgers.get(mission) ?? new Ledger(mission);
      ledgers.set(mission, ledger);
      ledger.fold(recorded(fact, { mission, day, position: index + 1 }));
    });
    const readings = [...ledgers.values()].map((ledger) => readLedger(ledger, { today, policy }));
    const of = (reading: Reading) => describeRequirements(reading).map(({ units }) => [units.deployed, units.pledged]);
    return Object.fromEntries(readings.map((reading) => [reading.mission, of(reading).flat()]));
  };
  const need = (mission: string) => [mission, '2025-01-01', requirementStated({ requiredBy: '2025-01-01' })] as const;

  it('a candidate on standby counts for none, and for the one that selects it from that day on', () => {
    const told = [
      ...[need('MALI'), need('CONGO')],
      ['standby', '2025-01-01', pledgeRegistered({})],
      ['MALI', '2025-02-01', pledgeSelected({})],
    ] as const;
    expect(unitsOn('2025-01-31', told)).toMatchObject({ MALI: [0, 0], CONGO: [0, 0] });
    expect(unitsOn('2025-02-01', told)).toMatchObject({ MALI: [0, 1], CONGO: [0, 0] });
  });

  it('a unit that moves counts in the one until it has left it, and in the other from its arrival', () => {
    const told = [
      ...[need('CONGO'), need('MALI')],
      ['CONGO', '2025-01-01', unitArrived({})],
      ['CONGO', '2025-03-01', unitRepatriated({})],
      ['MALI', '2025-03-02', unitArrived({ from: 'CONGO' })],
    ] as const;
    expect(unitsOn('2025-02-28', told)).toEqual({ CONGO: [1, 1], MALI: [0, 0] });
    expect(unitsOn('2025-03-01', told)).toEqual({ CONGO: [0, 0], MALI: [0, 0] });
    expect(unitsOn('2025-03-02', told)).toEqual({ CONGO: [0, 0], MALI: [1, 1] });
  });
});

story('a unit that is re-hatted counts from its first day under the new mission, and tells where it comes from')
  .from('2025-01-01', requirementStated({ requiredBy: '2025-01-01' }), thousand)
  .onDay('2025-02-28')
  .expectAlert('capability-gap/helicopters')
  .expectComponent('military', strengths(1000, 1000, 1000))
  .on('2025-03-01', unitArrived({ from: 'AFISMA' }))
  .onDay('2025-03-01')
  .expectNoAlert('capability-gap/helicopters')
  .expectThat(({ reading }) => expect(describeUnits(reading)).toMatchObject([{ unit: 'ROU-HELI', from: 'AFISMA' }]));

story('a plan falls with its pledge: what has come counts by itself, and the rest is committed no longer')
  .from('2025-01-01', requirementStated({ requiredBy: '2025-06-01' }), thousand, pledgeSelected({}), agreementSigned({}))
  .on('2025-01-10', deploymentPlanned({ arrivesOn: '2025-04-20' }), unitArrived({ pledge: 'ROU-1', part: 'advance', men: 12 }))
  .on('2025-03-01', pledgeWithdrawn({}))
  .onDay('2025-02-28', {})
  .expectThat(({ reading }) => expect(describeUnits(reading)).toMatchObject([{ arrivesOn: '2025-04-20' }]))
  .expectNoAlert('capability-gap/helicopters')
  .onDay('2025-03-15')
  .expectAlert('capability-gap/helicopters', { personnel: { required: 100, deployed: 12, committed: 12, pledged: 12 } })
  .onDay('2025-04-20')
  .expectComponent('military', strengths(1012, 1012, 1012));

describe('a link that is not repeated stands', () => {
  const gap = 'capability-gap/helicopters';
  const needed = requirementStated({ requiredBy: '2025-06-01' });

  story('a unit that is planned again without its pledge still comes under it')
    .from('2025-01-01', thousand, needed, pledgeSelected({}), deploymentPlanned({ arrivesOn: '2025-04-20' }))
    .on('2025-03-01', deploymentPlanned({ arrivesOn: '2025-05-20', pledge: undefined }))
    .onDay('2025-05-19')
    .expectNoAlert(gap)
    .expectComponent('military', strengths(1000, 1000, 1000))
    .onDay('2025-05-20')
    .expectComponent('military', strengths(1000, 1100, 1100));

  story('it falls with the pledge, and is planned by itself after the withdrawal')
    .from('2025-01-01', thousand, needed, pledgeSelected({}), deploymentPlanned({ arrivesOn: '2025-04-20' }))
    .on('2025-02-01', deploymentPlanned({ arrivesOn: '2025-05-01', pledge: undefined }))
    .on('2025-03-01', pledgeWithdrawn({}))
    .onDay('2025-05-01')
    .expectAlert(gap)
    .expectNoAlert('deployment-overdue/ROU-HELI')
    .on('2025-05-02', deploymentPlanned({ arrivesOn: '2025-05-20', pledge: undefined }))
    .onDay('2025-05-02')
    .expectNoAlert(gap)
    .onDay('2025-05-21')
    .expectAlert('deployment-overdue/ROU-HELI');

  story('a unit that has gone home and is planned again is what it was, where its plan says nothing else')
    .from('2025-01-01', thousand, needed, unitArrived({ requirement: 'helicopters' }))
    .on('2025-02-01', unitRepatriated({}))
    .on('2025-03-01', deploymentPlanned({ arrivesOn: '2025-05-20', pledge: undefined }))
    .onDay('2025-05-20')
    .expectNoAlert(gap)
    .expectComponent('military', strengths(900, 1000, 1000));

  story('also where it is planned again under a pledge that nobody has registered')
    .from('2025-01-01', thousand, needed, unitArrived({ requirement: 'helicopters', pledge: 'ROU-1' }))
    .on('2025-02-01', unitRepatriated({}))
    .on('2025-03-01', deploymentPlanned({ arrivesOn: '2025-05-20' }))
    .onDay('2025-05-20')
    .expectNoAlert(gap)
    .expectComponent('military', strengths(900, 1000, 1000));

  story('a main part that does not name the need of its advance party is there for it')
    .from('2025-01-01', requirementStated({ requirement: 'kidal', requiredBy: '2025-01-01' }))
    .from('2025-01-01', requirementStated({ requirement: 'gao', requiredBy: '2025-02-01' }))
    .on('2025-01-10', unitArrived({ requirement: 'gao', part: 'advance', men: 12 }))
    .on('2025-01-20', unitArrived({ men: 88 }))
    .onDay('2025-03-01')
    .expectAlert('capability-gap/kidal')
    .expectNoAlert('capability-gap/gao');
});
