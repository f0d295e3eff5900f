import type { Fact, FactOf } from '../facts.js';

/**
 * The subjects' lists of facts. A name stands for one list: `unit/MLI-1` is everything said about that unit, `withdrawals` every
 * announcement of the mission. A fact stands in each list that somebody reads it from.
 */
export type SeriesName =
  | 'established'
  | 'ceilings'
  | 'mandate'
  | 'tasks'
  | 'returns'
  | 'confirmations'
  | 'withdrawals'
  | 'repatriations'
  | 'silences'
  | 'partners'
  | `requirement/${string}`
  | `pledge/${string}`
  | `unit/${string}`
  /** Rotations in which the unit is to take over. */
  | `relieving/${string}`
  | `equipment/${string}`
  | `caveat/${string}`
  | `acknowledged/${string}`;

type ListsOf = { readonly [Name in Fact['type']]: (data: FactOf<Name>['data']) => readonly SeriesName[] };

const none = (): readonly SeriesName[] => [];
const only = (series: SeriesName) => (): readonly SeriesName[] => [series];
const ofPledge = ({ pledge }: { readonly pledge: string }): readonly SeriesName[] => [`pledge/${pledge}`];
const ofUnit = ({ unit }: { readonly unit: string }): readonly SeriesName[] => [`unit/${unit}`];
const ofUnitAndPledge = ({ unit, pledge }: { readonly unit: string; readonly pledge?: string }): readonly SeriesName[] =>
  pledge === undefined ? [`unit/${unit}`] : [`unit/${unit}`, `pledge/${pledge}`];
const ofRequirement = ({ requirement }: { readonly requirement: string }): readonly SeriesName[] => [
  `requirement/${requirement}`,
];

const listsOf: ListsOf = {
  MissionEstablished: only('established'),
  CeilingAuthorized: only('ceilings'),
  MandateRenewed: only('mandate'),
  MandateEnded: only('mandate'),
  TaskPrioritized: only('tasks'),
  RequirementStated: ofRequirement,
  RequirementWithdrawn: ofRequirement,
  PledgeRegistered: ofPledge,
  PledgeAmended: ofPledge,
  PledgeRenewed: ofPledge,
  PledgeLevelChanged: ofPledge,
  PledgeDecided: ofPledge,
  PledgeSelected: ofPledge,
  ReconnaissanceHeld: ofPledge,
  PreDeploymentVisitHeld: ofPledge,
  AgreementSigned: ofPledge,
  PledgeWithdrawn: ofPledge,
  DeploymentPlanned: ofUnitAndPledge,
  UnitArrived: ofUnitAndPledge,
  UnitStrengthReported: ofUnit,
  RotationPlanned: ({ unit, replacedBy }) =>
    replacedBy === undefined ? [`unit/${unit}`] : [`unit/${unit}`, `relieving/${replacedBy}`],
  UnitRotated: ofUnit,
  UnitRelocated: ofUnit,
  UnitRepatriated: ({ unit }) => [`unit/${unit}`, 'repatriations'],
  WithdrawalAnnounced: ({ unit }) => (unit === undefined ? ['withdrawals'] : [`unit/${unit}`, 'withdrawals']),
  EquipmentInspected: ({ unit, type }) => [`equipment/${unit ?? 'mission'}.${type}`],
  CaveatDeclared: ({ unit, pledge, condition }) => [`caveat/${unit ?? pledge}.${condition}`],
  CaveatInvoked: ({ unit, condition }) => [`caveat/${unit}.${condition}`],
  PartnerSupportStarted: only('partners'),
  PartnerSupportEnded: only('partners'),
  StrengthReturned: only('returns'),
  ReturnConfirmed: only('confirmations'),
  AlertAcknowledged: ({ key }) => [`acknowledged/${key}`],
  AlertSilenced: only('silences'),
  FactRetracted: none,
  DayTurned: none,
  PolicyAdopted: none,
  PledgeTied: ofPledge,
};

/** The lists that the fact stands in; none for what corrects other facts or is Muster's own. */
export const seriesOf = (fact: Fact): readonly SeriesName[] =>
  (listsOf[fact.type] as (data: Fact['data']) => readonly SeriesName[])(fact.data);
