import { addDays, type FactDataByName, type FactName, type PledgeTerms } from '@muster/force-generation';
import type { Random } from '../bench/seeded-random.js';

/** Few of each, so that facts meet: the unit of one is the unit of another. */
const places = {
  unit: ['unit-1', 'unit-2', 'unit-3'],
  pledge: ['pledge-1', 'pledge-2'],
  requirement: ['need-1', 'need-2'],
  task: ['elections', 'dialogue'],
  contributor: ['TGO', 'NER', 'LKA', 'ROU'],
  capability: ['UTIL_HELI', 'INF_BN', 'COMBAT_CONVOY'],
  condition: ['night-operations', 'mine-area'],
} as const;

/** Missions that the facts are of; `standby` takes pledges only, and refuses the rest. */
export const subjects = ['MINUSMA', 'UNFICYP', 'MONUSCO', 'UNMISS', 'MINUSMA', 'standby'] as const;

const firstDay = '2016-01-01';

export const drawDay = (random: Random): string => addDays(firstDay, random.whole(0, 1200));

const terms = (random: Random): PledgeTerms => {
  const availableFrom = drawDay(random);
  return {
    contributor: random.of(places.contributor),
    component: 'military',
    capability: random.of(places.capability),
    units: random.whole(1, 2),
    personnel: random.whole(50, 900),
    availableFrom,
    validUntil: addDays(availableFrom, random.whole(0, 400)),
    level: random.of(['0', '1', '2', '3', 'RDL']),
    caveats: [random.of(places.condition)],
  };
};

type Drawn<Name extends FactName> = Omit<FactDataByName[Name], 'on'>;
type Draw = { readonly [Name in FactName]: (random: Random, on: string) => Drawn<Name> };

const persons = (random: Random) => ({ women: random.whole(0, 40), men: random.whole(0, 900) });

const rows = (random: Random): FactDataByName['StrengthReturned']['rows'] =>
  places.contributor.flatMap((contributor) =>
    (['Troops', 'Individual Police'] as const).map((personnelType) => ({ contributor, personnelType, ...persons(random) })),
  );

/** One whole fact of each kind; the compiler asks for every kind that there is. */
export const draw: Draw = {
  MissionEstablished: () => ({ name: 'A mission' }),
  CeilingAuthorized: (random, on) => ({
    resolution: 'S/RES/2364 (2017)',
    adoptedOn: on,
    effectiveFrom: addDays(on, random.whole(0, 60)),
    line: 'military',
    counts: ['Troops', 'Staff Officer', 'Experts on Mission'],
    placement: 'component',
    status: random.of(['adopted', 'proposed']),
    personnel: random.whole(0, 14_000),
  }),
  MandateRenewed: (random, on) => ({ resolution: 'S/RES/2364 (2017)', until: addDays(on, random.whole(0, 400)) }),
  MandateEnded: (random, on) => ({ resolution: 'S/RES/2690 (2023)', endsOn: on, drawdownBy: addDays(on, random.whole(0, 300)) }),
  TaskPrioritized: (random, on) => ({
    task: random.of(places.task),
    title: 'A task',
    rank: random.whole(1, 4),
    from: on,
    until: addDays(on, random.whole(0, 400)),
  }),
  RequirementStated: (random) => ({
    requirement: random.of(places.requirement),
    component: 'military',
    capability: random.of(places.capability),
    units: random.whole(1, 3),
    personnel: random.whole(1, 900),
    requiredBy: drawDay(random),
    tasks: [random.of(places.task)],
    equipment: [{ type: 'APC', required: random.whole(0, 30) }],
    conditions: [random.of(places.condition)],
  }),
  RequirementWithdrawn: (random) => ({ requirement: random.of(places.requirement) }),
  PledgeRegistered: (random) => ({ pledge: random.of(places.pledge), ...terms(random) }),
  PledgeAmended: (random) => ({ pledge: random.of(places.pledge), personnel: random.whole(0, 900) }),
  PledgeRenewed: (random) => ({ pledge: random.of(places.pledge), validUntil: drawDay(random) }),
  PledgeLevelChanged: (random) => ({ pledge: random.of(places.pledge), level: random.of(['1', '2', '3']) }),
  PledgeDecided: (random) => ({ pledge: random.of(places.pledge), decision: random.of(['received', 'accepted', 'declined']) }),
  PledgeSelected: (random) => ({
    pledge: random.of(places.pledge),
    requirement: random.of(places.requirement),
    terms: terms(random),
  }),
  ReconnaissanceHeld: (random) => ({ pledge: random.of(places.pledge) }),
  PreDeploymentVisitHeld: (random) => ({ pledge: random.of(places.pledge), passed: random.chance(0.5) }),
  AgreementSigned: (random) => ({ pledge: random.of(places.pledge), kind: 'MoU', reference: 'MoU 1' }),
  DeploymentPlanned: (random) => ({
    pledge: random.of(places.pledge),
    unit: random.of(places.unit),
    arrivesOn: drawDay(random),
    personnel: random.whole(0, 900),
  }),
  PledgeWithdrawn: (random) => ({ pledge: random.of(places.pledge), reason: 'needed at home' }),
  UnitArrived: (random, on) => ({
    unit: random.of(places.unit),
    contributor: random.of(places.contributor),
    component: 'military',
    personnelType: 'Troops',
    capability: random.of(places.capability),
    part: random.of(['advance', 'main']),
    ...persons(random),
    requirement: random.of(places.requirement),
    pledge: random.of(places.pledge),
    tourEndsOn: addDays(on, random.whole(0, 400)),
  }),
  UnitStrengthReported: (random) => ({ unit: random.of(places.unit), ...persons(random) }),
  EquipmentInspected: (random) => ({ unit: random.of(places.unit), type: 'APC', required: 20, held: 18, serviceable: 9 }),
  RotationPlanned: (random) => ({
    unit: random.of(places.unit),
    leavesOn: drawDay(random),
    replacedBy: random.of(places.unit),
    arrivesOn: drawDay(random),
  }),
  UnitRotated: (random, on) => ({ unit: random.of(places.unit), tourEndsOn: addDays(on, random.whole(0, 400)) }),
  UnitRelocated: (random) => ({ unit: random.of(places.unit), location: 'Gao' }),
  WithdrawalAnnounced: (random) => ({
    contributor: random.of(places.contributor),
    personnelType: 'Troops',
    leavesOn: drawDay(random),
    personnel: random.whole(0, 900),
  }),
  UnitRepatriated: (random) => ({ unit: random.of(places.unit) }),
  CaveatDeclared: (random) => ({ pledge: random.of(places.pledge), condition: random.of(places.condition), text: 'by day only' }),
  CaveatInvoked: (random) => ({ unit: random.of(places.unit), condition: random.of(places.condition), text: 'stayed in camp' }),
  PartnerSupportStarted: (random, on) => ({
    partner: 'Barkhane',
    capability: random.of(places.capability),
    requirement: random.of(places.requirement),
    units: 1,
    until: addDays(on, random.whole(0, 400)),
  }),
  PartnerSupportEnded: (random) => ({ partner: 'Barkhane', capability: random.of(places.capability) }),
  StrengthReturned: (random) => ({ detail: 'byContributor', rows: rows(random) }),
  AlertAcknowledged: (random, on) => ({
    key: 'MINUSMA/ceiling-shortfall/military',
    owner: 'Force Generation Service',
    note: 'a unit is on its way',
    plannedFillBy: addDays(on, random.whole(0, 90)),
  }),
  AlertSilenced: (random, on) => ({
    matchers: { mission: 'MINUSMA' },
    reason: 'the Council knows',
    author: 'Force Generation Service',
    until: addDays(on, random.whole(0, 90)),
  }),
  ReturnConfirmed: (random) => ({ asAt: drawDay(random), cell: 'TGO.troops' }),
  FactRetracted: (random) => ({ ofSource: 'urn:fuzz', ofId: `fact/${random.whole(0, 2_000)}`, reason: 'sent by mistake' }),
};
