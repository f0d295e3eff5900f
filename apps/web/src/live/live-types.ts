import { sayingNames, type FactName } from '@muster/force-generation';

/** Every fact that can come in; the compiler sees that none is left out. */
const facts = {
  MissionEstablished: true,
  CeilingAuthorized: true,
  MandateRenewed: true,
  MandateEnded: true,
  TaskPrioritized: true,
  RequirementStated: true,
  RequirementWithdrawn: true,
  PledgeRegistered: true,
  PledgeAmended: true,
  PledgeRenewed: true,
  PledgeLevelChanged: true,
  PledgeDecided: true,
  PledgeSelected: true,
  ReconnaissanceHeld: true,
  PreDeploymentVisitHeld: true,
  AgreementSigned: true,
  DeploymentPlanned: true,
  PledgeWithdrawn: true,
  UnitArrived: true,
  UnitStrengthReported: true,
  EquipmentInspected: true,
  RotationPlanned: true,
  UnitRotated: true,
  UnitRelocated: true,
  WithdrawalAnnounced: true,
  UnitRepatriated: true,
  CaveatDeclared: true,
  CaveatInvoked: true,
  PartnerSupportStarted: true,
  PartnerSupportEnded: true,
  StrengthReturned: true,
  AlertAcknowledged: true,
  AlertSilenced: true,
  ReturnConfirmed: true,
  FactRetracted: true,
} as const satisfies Record<FactName, true>;

const ofMuster = ['DayTurned', 'PolicyAdopted', 'PledgeTied'] as const;

/** What changes figures, and so everything that the page shows. */
export const factTypes: readonly string[] = [...Object.keys(facts), ...ofMuster].map((name) => `muster.${name}`);

/** What changes alerts only. */
export const sayingTypes: readonly string[] = sayingNames.map((name) => `muster.${name}`);
