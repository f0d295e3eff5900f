import type { Fact } from '../facts.js';

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
  | `equipment/${string}`
  | `caveat/${string}`
  | `acknowledged/${string}`;

/** The lists that the fact stands in; none for what corrects other facts or is Muster's own. */
export function seriesOf(fact: Fact): readonly SeriesName[] {
  switch (fact.type) {
    case 'MissionEstablished':
      return ['established'];
    case 'CeilingAuthorized':
      return ['ceilings'];
    case 'MandateRenewed':
    case 'MandateEnded':
      return ['mandate'];
    case 'TaskPrioritized':
      return ['tasks'];
    case 'RequirementStated':
    case 'RequirementWithdrawn':
      return [`requirement/${fact.data.requirement}`];
    case 'PledgeRegistered':
    case 'PledgeAmended':
    case 'PledgeRenewed':
    case 'PledgeLevelChanged':
    case 'PledgeDecided':
    case 'PledgeSelected':
    case 'ReconnaissanceHeld':
    case 'PreDeploymentVisitHeld':
    case 'AgreementSigned':
    case 'PledgeWithdrawn':
      return [`pledge/${fact.data.pledge}`];
    case 'DeploymentPlanned':
      return fact.data.pledge === undefined
        ? [`unit/${fact.data.unit}`]
        : [`unit/${fact.data.unit}`, `pledge/${fact.data.pledge}`];
    case 'UnitArrived':
      return fact.data.pledge === undefined
        ? [`unit/${fact.data.unit}`]
        : [`unit/${fact.data.unit}`, `pledge/${fact.data.pledge}`];
    case 'UnitStrengthReported':
    case 'RotationPlanned':
    case 'UnitRotated':
    case 'UnitRelocated':
      return [`unit/${fact.data.unit}`];
    case 'UnitRepatriated':
      return [`unit/${fact.data.unit}`, 'repatriations'];
    case 'WithdrawalAnnounced':
      return fact.data.unit === undefined ? ['withdrawals'] : [`unit/${fact.data.unit}`, 'withdrawals'];
    case 'EquipmentInspected':
      return [`equipment/${fact.data.unit ?? 'mission'}.${fact.data.type}`];
    case 'CaveatDeclared':
      return [`caveat/${fact.data.unit ?? fact.data.pledge}.${fact.data.condition}`];
    case 'CaveatInvoked':
      return [`caveat/${fact.data.unit}.${fact.data.condition}`];
    case 'PartnerSupportStarted':
    case 'PartnerSupportEnded':
      return ['partners'];
    case 'StrengthReturned':
      return ['returns'];
    case 'ReturnConfirmed':
      return ['confirmations'];
    case 'AlertAcknowledged':
      return [`acknowledged/${fact.data.key}`];
    case 'AlertSilenced':
      return ['silences'];
    case 'FactRetracted':
    case 'DayTurned':
    case 'PolicyAdopted':
    case 'PledgeTied':
      return [];
    default:
      return fact satisfies never;
  }
}
