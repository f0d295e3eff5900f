import fc from 'fast-check';
import type { FactDataByName, FactName, PledgeTerms } from '../src/facts.js';
import { drawnReturn } from './drawn-return.js';
import * as drawn from './drawn-values.js';

/** Data of every fact that a door lets in, valid by its schema; what it says of other facts by id is put in once the ids are known. */
type DrawnOf = { readonly [Name in FactName]: fc.Arbitrary<Omit<FactDataByName[Name], 'on' | 'publishedOn'>> };

const { unit, pledge, requirement, task, persons, anyDay, count } = drawn;
const text = fc.constantFrom('a', 'b');
const resolution = fc.constantFrom('S/RES/2364 (2017)', 'S/RES/2391 (2017)');
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** A record without the members that were drawn as absent: absent is not `undefined` in canonical JSON. */
function record<T extends Record<string, fc.Arbitrary<unknown>>>(members: T) {
  type Drawn = { [K in keyof T]: T[K] extends fc.Arbitrary<infer V> ? V : never };
  return fc.record(members).map((value) => JSON.parse(JSON.stringify(value)) as Drawn);
}

const terms: fc.Arbitrary<PledgeTerms> = record({
  contributor: drawn.contributor,
  component: drawn.component,
  capability: drawn.capability,
  units: count,
  personnel: drawn.required,
  days: fc.tuple(anyDay, anyDay),
  level: drawn.level,
  responseDays: optional(drawn.responseDays),
  caveats: optional(drawn.conditions),
}).map(({ days: [a, b], ...rest }) => {
  const [availableFrom, validUntil] = drawn.inOrder(a, b);
  return { ...rest, availableFrom, validUntil };
});

const subjectsOfRules = [
  'ceiling-shortfall/military',
  'ceiling-exceeded/military',
  'capability-gap/R1',
  'capability-gap/R2',
  'sources-disagree/military',
  'unit-understrength/U1',
  'pledge-lapsing/P1',
  'pledge-stalled/P1',
  'caveat-conflict/P1.night-operations',
  'dependency/INF_BN',
  'equipment-shortfall/mission.APC',
  'deployment-overdue/U2',
  'hand-over-gap/R1',
  'rotation-overdue/U1',
  'women-below-target/troops',
  'return-missing/mission',
  'return-suspect/TGO.troops',
  'mandate-ending/mission',
] as const;

const placements = fc.constantFrom('component', 'component', 'within', 'separate');

const ceiling = record({
  resolution,
  adoptedOn: anyDay,
  days: fc.tuple(anyDay, anyDay),
  isToBeReached: fc.boolean(),
  line: fc.constantFrom('military', 'military', 'police', 'officers'),
  counts: drawn.typesOfOneComponent,
  placement: placements,
  status: fc.constantFrom('adopted', 'adopted', 'adopted', 'proposed'),
  personnel: fc.constantFrom(0, 30, 150, 900, 930, 960, 1000, 1200, 2000),
}).map(({ days: [a, b], isToBeReached, ...rest }) => {
  const [effectiveFrom, reachBy] = drawn.inOrder(a, b);
  return { ...rest, effectiveFrom, ...(isToBeReached && { reachBy }) } as FactDataByName['CeilingAuthorized'];
});

const equipment = fc
  .tuple(optional(unit), drawn.equipmentType, drawn.items, drawn.items, drawn.items)
  .map(([ofUnit, type, needed, a, b]) => ({
    ...(ofUnit && { unit: ofUnit }),
    type,
    required: needed,
    held: Math.max(a, b),
    serviceable: Math.min(a, b),
  }));

const leaving = fc.oneof(
  record({ unit, leavesOn: anyDay, personnel: persons }),
  record({ contributor: drawn.contributor, personnelType: optional(drawn.personnelType), leavesOn: anyDay, personnel: persons }),
);

const missionFacts = {
  MissionEstablished: record({ name: text }),
  CeilingAuthorized: ceiling,
  MandateRenewed: record({ resolution, until: anyDay }),
  MandateEnded: record({ resolution, days: fc.tuple(anyDay, anyDay) }).map(({ days: [a, b], ...rest }) => {
    const [endsOn, drawdownBy] = drawn.inOrder(a, b);
    return { ...rest, endsOn, drawdownBy };
  }),
  TaskPrioritized: record({
    task,
    title: text,
    rank: fc.constantFrom(1, 1, 2, 3),
    days: fc.tuple(anyDay, anyDay),
    ends: fc.boolean(),
  }).map(({ days: [a, b], ends, ...rest }) => {
    const [from, until] = drawn.inOrder(a, b);
    return { ...rest, from, ...(ends && { until }) };
  }),
  RequirementStated: record({
    requirement,
    component: drawn.component,
    capability: drawn.capability,
    units: count,
    personnel: drawn.required,
    requiredBy: anyDay,
    tasks: optional(fc.subarray([...drawn.tasks], { minLength: 1 })),
    critical: optional(fc.constantFrom(true, true, false)),
    conditions: optional(drawn.conditions),
  }),
  RequirementWithdrawn: record({ requirement }),
} satisfies Partial<DrawnOf>;

const pledgeFacts = {
  PledgeRegistered: fc.tuple(pledge, terms).map(([name, offered]) => ({ pledge: name, ...offered })),
  PledgeAmended: record({
    pledge,
    units: count,
    personnel: optional(persons),
    capability: optional(drawn.capability),
    validUntil: optional(anyDay),
    level: optional(drawn.level),
    responseDays: optional(drawn.responseDays),
    caveats: optional(drawn.conditions),
  }),
  PledgeRenewed: record({ pledge, validUntil: anyDay }),
  PledgeLevelChanged: record({ pledge, level: drawn.level }),
  PledgeDecided: record({ pledge, decision: fc.constantFrom('received', 'accepted', 'declined') }),
  PledgeSelected: record({ pledge, requirement, terms }),
  ReconnaissanceHeld: record({ pledge }),
  PreDeploymentVisitHeld: record({ pledge, passed: fc.boolean() }),
  AgreementSigned: record({ pledge, kind: fc.constantFrom('MoU', 'LoA'), reference: text }),
  PledgeWithdrawn: record({ pledge, reason: text }),
} satisfies Partial<DrawnOf>;

const unitFacts = {
  DeploymentPlanned: record({ pledge: optional(pledge), unit, arrivesOn: anyDay, personnel: persons }),
  UnitArrived: fc
    .tuple(
      drawn.componentAndType,
      record({
        unit,
        contributor: drawn.contributor,
        capability: drawn.capability,
        part: fc.constantFrom('advance', 'main'),
        women: fc.constantFrom(0, 10),
        men: persons,
        requirement: optional(requirement),
        pledge: optional(pledge),
        tourEndsOn: optional(anyDay),
      }),
    )
    .map(([is, rest]) => ({ ...rest, ...is })),
  UnitStrengthReported: record({ unit, women: fc.constantFrom(0, 10), men: persons }),
  EquipmentInspected: equipment,
  RotationPlanned: record({ unit, leavesOn: anyDay, replacedBy: optional(unit), arrivesOn: optional(anyDay) }),
  UnitRotated: record({ unit, tourEndsOn: anyDay }),
  UnitRelocated: record({ unit, location: text }),
  WithdrawalAnnounced: leaving,
  UnitRepatriated: record({ unit }),
  CaveatDeclared: fc.oneof(
    record({ unit, condition: drawn.condition, text }),
    record({ pledge, condition: drawn.condition, text }),
    record({ unit, pledge, condition: drawn.condition, text }),
  ),
  CaveatInvoked: record({ unit, condition: drawn.condition, text }),
  PartnerSupportStarted: record({
    partner: text,
    capability: drawn.capability,
    requirement: optional(requirement),
    units: count,
    until: optional(anyDay),
  }),
  PartnerSupportEnded: record({ partner: text, capability: drawn.capability }),
  StrengthReturned: drawnReturn,
} satisfies Partial<DrawnOf>;

const answerFacts = (mission: string) => ({
  AlertAcknowledged: record({
    key: fc.constantFrom(...subjectsOfRules).map((subject) => `${mission}/${subject}`),
    owner: text,
    note: text,
    plannedFillBy: fc.constantFrom('2018-05-08', '2018-06-30', '2019-06-30'),
  }),
  AlertSilenced: record({
    matchers: record({
      mission: fc.constantFrom(mission, mission, ...drawn.missions),
      rule: optional(fc.constantFrom('ceiling-shortfall', 'capability-gap')),
      severity: optional(fc.constantFrom('watch', 'warning', 'critical')),
    }),
    reason: text,
    author: text,
    until: fc.constantFrom('2018-05-08', '2018-07-31', '2019-12-31'),
  }),
  ReturnConfirmed: record({ asAt: drawn.day, cell: optional(fc.constantFrom('TGO.troops', 'BFA.troops', 'TCD.formed-police')) }),
  FactRetracted: fc.constant({ ofSource: '', ofId: '', reason: 'a slip' }),
});

export const drawnData = (mission: string): DrawnOf => ({
  ...missionFacts,
  ...pledgeFacts,
  ...unitFacts,
  ...answerFacts(mission),
});

/** How often a fact is drawn beside the others: what most rules read from is drawn most. */
export const weights: Readonly<Partial<Record<FactName, number>>> = {
  StrengthReturned: 20,
  CeilingAuthorized: 10,
  TaskPrioritized: 4,
  UnitArrived: 8,
  UnitStrengthReported: 4,
  RequirementStated: 6,
  PledgeRegistered: 4,
  PledgeSelected: 4,
  PledgeAmended: 2,
  CaveatDeclared: 3,
  PartnerSupportStarted: 2,
  DeploymentPlanned: 3,
  EquipmentInspected: 4,
  WithdrawalAnnounced: 3,
  RotationPlanned: 3,
  UnitRotated: 2,
  UnitRepatriated: 2,
  ReturnConfirmed: 2,
  MandateRenewed: 3,
  AlertAcknowledged: 6,
  AlertSilenced: 3,
  FactRetracted: 5,
};
