import type { Look } from '../../../../tests/stories/look.js';
import { story } from '../../../../tests/stories/story.js';
import {
  agreementSigned,
  caveatDeclared,
  cellsReturned,
  deploymentPlanned,
  equipmentInspected,
  partnerSupportStarted,
  pledgeDecided,
  pledgeRegistered,
  pledgeSelected,
  requirementStated,
  rotationPlanned,
  unitArrived,
  withdrawalAnnounced,
} from '../../../../tests/stories/told-facts.js';
import { isOfContributor } from './is-of-contributor.js';

/** The open alerts that the contributor finds as its own. */
const finds =
  (contributor: string, ...keys: readonly string[]) =>
  ({ reading, assessment }: Look): void => {
    const own = assessment.alerts.filter(isOfContributor([reading], contributor));
    expect([contributor, ...own.map(({ rule, subject }) => `${rule}/${subject}`)]).toEqual([contributor, ...keys]);
  };

const caveats = ['night-operations'];
/** A need far ahead, which nothing but a caveat stands against. */
const atNight = requirementStated({ requiredBy: '2027-12-31', conditions: caveats });
const romania = pledgeRegistered({ validUntil: '2025-05-31', caveats });
const bangladesh = pledgeRegistered({ pledge: 'BGD-1', contributor: 'BGD', validUntil: '2025-06-01' });

describe('a contributor finds what is said', () => {
  story('of its pledges: they lapse, they are stalled, a caveat bars them')
    .from('2025-01-01', atNight, romania, bangladesh)
    .onDay('2025-03-31')
    .expectThat(finds('ROU', 'caveat-conflict/ROU-1.night-operations'))
    .expectThat(finds('BGD'))
    .onDay('2025-04-01')
    .expectThat(finds('ROU', 'caveat-conflict/ROU-1.night-operations', 'pledge-lapsing/ROU-1', 'pledge-stalled/ROU-1'))
    .expectThat(finds('BGD', 'pledge-stalled/BGD-1'))
    .onDay('2025-04-02')
    .expectThat(finds('BGD', 'pledge-stalled/BGD-1', 'pledge-lapsing/BGD-1'))
    .expectThat(finds('TGO'));

  story('of a pledge whose terms only its selection tells')
    .from('2025-01-01', atNight, pledgeSelected({ validUntil: '2025-02-28' }))
    .onDay('2025-01-01')
    .expectThat(finds('ROU', 'pledge-lapsing/ROU-1'));

  story('of its units: what they may not do, their strength, their equipment, days that have passed')
    .from('2025-01-01', atNight, unitArrived({ unit: 'ROU.HELI', requirement: 'helicopters', men: 80 }))
    .on('2025-01-02', caveatDeclared({ unit: 'ROU.HELI' }), rotationPlanned({ unit: 'ROU.HELI', leavesOn: '2025-01-31' }))
    .on('2025-01-03', equipmentInspected({ unit: 'ROU.HELI', required: 10, held: 8, serviceable: 8 }))
    .on('2025-01-04', pledgeSelected(), deploymentPlanned({ arrivesOn: '2025-01-31' }))
    .onDay('2025-02-01')
    .expectThat(
      finds(
        'ROU',
        'caveat-conflict/ROU.HELI.night-operations',
        'unit-understrength/ROU.HELI',
        'equipment-shortfall/ROU.HELI.APC',
        'deployment-overdue/ROU-HELI',
        'rotation-overdue/ROU.HELI',
      ),
    )
    .expectThat(finds('BGD'));

  story('of its unit that leaves before the one that relieves it is there, where no need asks for it')
    .from('2025-01-01', unitArrived({}))
    .on('2025-01-02', rotationPlanned({ leavesOn: '2025-03-01', replacedBy: 'ROU-2', arrivesOn: '2025-03-02' }))
    .onDay('2025-01-02')
    .expectThat(finds('ROU', 'hand-over-gap/ROU-HELI'))
    .expectThat(finds('BGD'));

  const canadaLeaves = [
    requirementStated({ requiredBy: '2025-01-31' }),
    unitArrived({ unit: 'CAN-HELI', contributor: 'CAN', requirement: 'helicopters' }),
    withdrawalAnnounced({ unit: 'CAN-HELI', leavesOn: '2025-03-01', personnel: 100 }),
    pledgeSelected({ availableFrom: '2025-03-15' }),
  ];

  story('of the hand-over of a need, where its unit leaves, and where its unit is to follow')
    .from('2025-01-01', canadaLeaves)
    .onDay('2025-01-01')
    .expectThat(finds('CAN', 'hand-over-gap/helicopters'))
    .expectThat(finds('ROU'))
    .on('2025-01-02', deploymentPlanned({ arrivesOn: '2025-03-15' }))
    .onDay('2025-01-02')
    .expectThat(finds('CAN', 'hand-over-gap/helicopters'))
    .expectThat(finds('ROU', 'hand-over-gap/helicopters'))
    .expectThat(finds('TGO'));

  story('of the hand-over of a need that its agreed pledge is to follow in')
    .from('2025-01-01', canadaLeaves, agreementSigned({}))
    .onDay('2025-01-01')
    .expectThat(finds('ROU', 'hand-over-gap/helicopters'));

  story('of a critical capability that it carries, as long as it is the one that carries most')
    .from('2025-01-01', requirementStated({ units: 2, personnel: 200, requiredBy: '2027-12-31', critical: true }))
    .on('2025-01-02', unitArrived({ requirement: 'helicopters' }))
    .onDay('2025-02-01')
    .expectThat(finds('ROU', 'dependency/UTIL_HELI'))
    .on('2025-02-02', unitArrived({ unit: 'BGD-HELI', contributor: 'BGD', requirement: 'helicopters', men: 101 }))
    .onDay('2025-02-02')
    .expectThat(finds('ROU'))
    .expectThat(finds('BGD', 'dependency/UTIL_HELI'));
});

describe('nobody finds', () => {
  story('a capability that a partner carries')
    .from(
      '2025-01-01',
      requirementStated({ requiredBy: '2027-12-31', critical: true }),
      partnerSupportStarted({ partner: 'ROU' }),
    )
    .onDay('2025-01-31')
    .expectAlerts('dependency/UTIL_HELI')
    .expectThat(finds('ROU'));

  story('a need as its own that bears the name of its pledge or of its unit')
    .from('2025-01-01', requirementStated({ requirement: 'ROU-1', requiredBy: '2025-01-31' }), pledgeRegistered({}))
    .on('2025-01-02', pledgeDecided({ decision: 'declined' }))
    .on('2025-01-03', unitArrived({ unit: 'ROU-1', capability: 'EOD' }))
    .onDay('2025-02-01')
    .expectAlerts('capability-gap/ROU-1')
    .expectThat(finds('ROU'));

  story('the hand-over of a need as its own that bears the name of its unit, where another one leaves')
    .from(
      '2025-01-01',
      requirementStated({ requirement: 'ROU-HELI', requiredBy: '2025-01-31' }),
      unitArrived({ capability: 'EOD' }),
    )
    .on('2025-01-02', unitArrived({ unit: 'BGD-HELI', contributor: 'BGD', requirement: 'ROU-HELI' }))
    .on('2025-01-03', withdrawalAnnounced({ unit: 'BGD-HELI', leavesOn: '2025-03-01', personnel: 100 }))
    .onDay('2025-01-03')
    .expectAlerts('hand-over-gap/ROU-HELI')
    .expectThat(finds('ROU'))
    .expectThat(finds('BGD', 'hand-over-gap/ROU-HELI'));
});

story('an alert of a mission is not found by what a contributor has in another')
  .from('2025-01-01', romania)
  .onDay('2025-06-01')
  .expectThat(({ reading, assessment }) => {
    const [alert] = assessment.alerts;
    const isOfRomania = isOfContributor([reading], 'ROU');
    expect([isOfRomania(alert!), isOfRomania({ ...alert!, mission: 'MINUSCA' })]).toEqual([true, false]);
  });

story('a suspect cell of a return is its contributor’s')
  .from('2025-01-31', cellsReturned({ 'ROU.troops': 200, 'TGO.troops': 800 }))
  .on('2025-02-28', cellsReturned({ 'TGO.troops': 800 }))
  .onDay('2025-02-28')
  .expectThat(finds('ROU', 'return-suspect/ROU.troops'))
  .expectThat(finds('TGO'));
