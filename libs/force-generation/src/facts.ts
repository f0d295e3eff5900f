import type { Day } from './day.js';
import type { Component, PersonnelType } from './personnel.js';

/**
 * What goes in: dated facts from a source. The members are those of the wire (`/schemas/<FactName>/1`), so that an explanation
 * can point into a fact as it was sent. Persons are whole numbers; days are `YYYY-MM-DD`; ids are letters, digits, `-`, `_`, `.`.
 */
interface FactData {
  /** The day on which it became true; for a plan or an announcement the day on which it was made. */
  readonly on: Day;
  /** When its source published it. */
  readonly publishedOn?: Day;
  /** True, or the fields that no source gives. */
  readonly illustrative?: true | readonly string[];
  readonly note?: string;
}

export interface Equipment {
  readonly type: string;
  readonly required: number;
}

export const pledgeLevels = ['0', '1', '2', '3', 'RDL'] as const;
/** The ladder of the Peacekeeping Capability Readiness System; RDL is the rapid deployment level. */
export type PledgeLevel = (typeof pledgeLevels)[number];

/** What a member state offers: one kind of unit, how many, how strong, from when to when. */
export interface PledgeTerms {
  readonly contributor: string;
  readonly component: Component;
  readonly capability: string;
  readonly units: number;
  /** Persons of all the units together. */
  readonly personnel: number;
  readonly availableFrom: Day;
  readonly validUntil: Day;
  readonly level: PledgeLevel;
  readonly equipment?: readonly Equipment[];
  readonly responseDays?: number;
  readonly caveats?: readonly string[];
}

export interface ReturnRow {
  readonly contributor?: string;
  readonly personnelType: PersonnelType;
  readonly women: number;
  readonly men: number;
}

export interface FactDataByName {
  readonly MissionEstablished: FactData & { readonly name: string; readonly predecessor?: string };
  readonly CeilingAuthorized: FactData & {
    readonly resolution: string;
    readonly adoptedOn: Day;
    readonly effectiveFrom: Day;
    readonly line: string;
    readonly counts: readonly PersonnelType[];
    readonly placement: 'component' | 'within' | 'separate';
    readonly status: 'adopted' | 'proposed';
    readonly personnel: number;
    readonly reachBy?: Day;
    readonly quality?: string;
    /** The id, in the same source, of the fact that this one replaces. */
    readonly replaces?: string;
  };
  readonly MandateRenewed: FactData & { readonly resolution: string; readonly until: Day };
  readonly MandateEnded: FactData & { readonly resolution: string; readonly endsOn: Day; readonly drawdownBy: Day };
  readonly TaskPrioritized: FactData & {
    readonly task: string;
    readonly title: string;
    readonly rank: number;
    readonly from: Day;
    readonly until?: Day;
    /** The task that must come first. */
    readonly after?: string;
  };
  readonly RequirementStated: FactData & {
    readonly requirement: string;
    readonly component: Component;
    readonly capability: string;
    readonly units: number;
    readonly personnel: number;
    readonly requiredBy: Day;
    readonly critical?: boolean;
    readonly equipment?: readonly Equipment[];
    readonly selfSustainment?: readonly string[];
    readonly location?: string;
    readonly tasks?: readonly string[];
    readonly conditions?: readonly string[];
  };
  readonly RequirementWithdrawn: FactData & { readonly requirement: string };
  readonly PledgeRegistered: FactData & PledgeTerms & { readonly pledge: string };
  readonly PledgeAmended: FactData & Partial<PledgeTerms> & { readonly pledge: string };
  readonly PledgeRenewed: FactData & { readonly pledge: string; readonly validUntil: Day };
  readonly PledgeLevelChanged: FactData & { readonly pledge: string; readonly level: PledgeLevel; readonly visit?: string };
  readonly PledgeDecided: FactData & {
    readonly pledge: string;
    readonly decision: 'received' | 'accepted' | 'declined';
    readonly reason?: string;
  };
  readonly PledgeSelected: FactData & { readonly pledge: string; readonly requirement: string; readonly terms: PledgeTerms };
  readonly ReconnaissanceHeld: FactData & { readonly pledge: string };
  readonly PreDeploymentVisitHeld: FactData & { readonly pledge: string; readonly passed: boolean };
  readonly AgreementSigned: FactData & { readonly pledge: string; readonly kind: 'MoU' | 'LoA'; readonly reference: string };
  readonly DeploymentPlanned: FactData & {
    readonly pledge?: string;
    readonly unit: string;
    readonly arrivesOn: Day;
    readonly personnel: number;
  };
  readonly PledgeWithdrawn: FactData & { readonly pledge: string; readonly reason: string };
  readonly UnitArrived: FactData & {
    readonly unit: string;
    readonly contributor: string;
    readonly component: Component;
    readonly personnelType: PersonnelType;
    readonly capability: string;
    readonly part: 'advance' | 'main';
    readonly women: number;
    readonly men: number;
    readonly requirement?: string;
    readonly pledge?: string;
    readonly tourEndsOn?: Day;
    /** A predecessor mission, or the mission that it came from. */
    readonly from?: string;
  };
  readonly UnitStrengthReported: FactData & { readonly unit: string; readonly women: number; readonly men: number };
  readonly EquipmentInspected: FactData & {
    /** Absent: the whole mission. */
    readonly unit?: string;
    readonly type: string;
    readonly required: number;
    readonly held: number;
    readonly serviceable: number;
  };
  readonly RotationPlanned: FactData & {
    readonly unit: string;
    readonly leavesOn: Day;
    readonly replacedBy?: string;
    readonly arrivesOn?: Day;
  };
  readonly UnitRotated: FactData & { readonly unit: string; readonly tourEndsOn: Day };
  readonly UnitRelocated: FactData & { readonly unit: string; readonly location: string };
  readonly WithdrawalAnnounced: FactData & {
    readonly unit?: string;
    readonly contributor?: string;
    readonly personnelType?: PersonnelType;
    /** The first day without them. */
    readonly leavesOn: Day;
    readonly personnel: number;
    readonly reason?: string;
  };
  readonly UnitRepatriated: FactData & { readonly unit: string };
  readonly CaveatDeclared: FactData & {
    readonly unit?: string;
    readonly pledge?: string;
    readonly condition: string;
    readonly text: string;
  };
  readonly CaveatInvoked: FactData & { readonly unit: string; readonly condition: string; readonly text: string };
  readonly PartnerSupportStarted: FactData & {
    readonly partner: string;
    readonly capability: string;
    readonly requirement?: string;
    readonly units: number;
    readonly until?: Day;
  };
  readonly PartnerSupportEnded: FactData & { readonly partner: string; readonly capability: string };
  readonly StrengthReturned: FactData & {
    readonly detail: 'byContributor' | 'byType';
    readonly rows: readonly ReturnRow[];
    readonly printedTotal?: number;
    readonly replaces?: string;
    /** How many printed rows could not be placed. */
    readonly incomplete?: number;
  };
  readonly AlertAcknowledged: FactData & {
    readonly key: string;
    readonly owner: string;
    readonly note: string;
    readonly plannedFillBy: Day;
  };
  readonly AlertSilenced: FactData & {
    readonly matchers: {
      readonly mission: string;
      readonly rule?: string;
      readonly subject?: string;
      readonly severity?: 'watch' | 'warning' | 'critical';
    };
    readonly reason: string;
    readonly author: string;
    readonly until: Day;
  };
  readonly ReturnConfirmed: FactData & { readonly asAt: Day; readonly cell?: string };
  readonly FactRetracted: FactData & { readonly ofSource: string; readonly ofId: string; readonly reason: string };
}

/** The facts that come in by a door. */
export type FactName = keyof FactDataByName;

/** What Muster records by itself in a mission's stream, so that a replay knows it. */
export interface OwnFactDataByName {
  readonly DayTurned: { readonly on: Day };
  readonly PolicyAdopted: { readonly on: Day; readonly hash: string; readonly table: unknown };
  /** In `standby`: from here on the pledge's facts belong to the mission. */
  readonly PledgeTied: { readonly on: Day; readonly pledge: string; readonly mission: string };
}

type AllDataByName = FactDataByName & OwnFactDataByName;

/** A fact as the log holds it: who said it, what, and where it stands. `type` is the bare fact name. */
export type Fact = {
  readonly [Name in keyof AllDataByName]: {
    readonly type: Name;
    readonly source: string;
    readonly id: string;
    /** A mission's acronym, or `standby`. */
    readonly subject: string;
    /** Global position in the log, 1, 2, 3 … */
    readonly position: number;
    /** `publishedOn`, else the UTC day on which it was recorded. */
    readonly knownOn: Day;
    readonly data: AllDataByName[Name];
  };
}[keyof AllDataByName];

export type FactOf<Name extends keyof AllDataByName> = Extract<Fact, { type: Name }>;
