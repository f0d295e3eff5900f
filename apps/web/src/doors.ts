import type {
  Alert,
  AlertState,
  CalendarEntry,
  Component,
  Day,
  ExplanationNode,
  Month,
  Need,
  Pledge,
  PledgeLine,
  RequirementCurves,
  Severity,
  WomenFigures,
} from '@muster/force-generation';

/** The reading doors of the gateway, as this page uses them: addresses, and the form of what they answer. */

export type FigureState = 'known' | 'suspect' | 'stale' | 'unknown';
/** True where the whole is made up to show the monitor at work, else the fields that no source gives. */
export type Illustrative = true | readonly string[];

export interface ComponentFigures {
  readonly component: Component;
  readonly authorized: number | null;
  readonly resolution: string | null;
  readonly deployed: number | null;
  readonly reported: number | null;
  readonly state: FigureState;
  readonly observedOn: Day | null;
  readonly missing: number | null;
  readonly fillRate: number | null;
  readonly women: number | null;
  readonly womenShare: number | null;
  readonly womenState: FigureState;
  readonly committed: number | null;
  readonly pledged: number | null;
}

export type OpenAlerts = Readonly<Record<Severity | 'unknown', number>>;

export interface MissionLine {
  readonly mission: string;
  readonly name: string | null;
  readonly active: boolean;
  readonly components: readonly ComponentFigures[];
  readonly reported: number | null;
  readonly observedOn: Day | null;
  readonly openAlerts: OpenAlerts;
}

export interface LineFigures {
  readonly line: string;
  readonly placement: 'component' | 'within' | 'separate';
  readonly authorized: number;
  readonly resolution: string;
  readonly quality: string | null;
  readonly deployed: number | null;
  readonly state: FigureState;
  readonly missing: number | null;
  readonly fillRate: number | null;
}

export interface DataNote {
  readonly code: string;
  readonly on: Day;
  readonly note: string;
  readonly facts: readonly number[];
}

/** What every answer names: the day that it is read on, and the position in the log that it was read at. */
interface Read {
  readonly today: Day;
  readonly position: number;
}

export type MissionsAnswer = Read & { readonly missions: readonly MissionLine[] };
export type MissionAnswer = Read &
  MissionLine & {
    readonly lines: readonly LineFigures[];
    readonly women: readonly WomenFigures[];
    readonly notes: readonly DataNote[];
    readonly moreNotes?: number;
  };

/** `[day, value]`: the value from the day on until the next step; null is not known. */
export type CurveStep = readonly [Day, number | null];
export const strengthFigures = ['authorized', 'deployed', 'committed', 'pledged'] as const;
export type StrengthFigure = (typeof strengthFigures)[number];

export interface HeldDays {
  readonly from: Day;
  readonly until: Day;
  readonly state: 'suspect' | 'was held';
}

export type StrengthCurves = { readonly [figure in StrengthFigure]?: readonly CurveStep[] };
export type ComponentCurves = StrengthCurves & { readonly component: Component; readonly held: readonly HeldDays[] };

export type CurvesAnswer = Read & {
  readonly from: Day;
  readonly to: Day;
  readonly components: readonly ComponentCurves[];
  readonly requirements: readonly RequirementCurves[];
};

export type OpenAlert = Alert & { readonly revision: number | null; readonly upTo: number | null };
export type AlertsAnswer = Read & { readonly alerts: readonly OpenAlert[] };

/** A need in units or persons, and what of it is met; each strength holds the firmer ones. */
export interface NeedMet {
  readonly required: number;
  readonly deployed: number;
  readonly committed: number;
  readonly pledged: number;
}

export interface RequirementSupply {
  readonly name: string;
  readonly strength: 'deployed' | 'committed' | 'pledged';
  readonly contributor?: string;
  readonly units: number;
  readonly personnel: number;
  readonly from: Day;
  readonly leavesOn?: Day;
  readonly validUntil?: Day;
  readonly late: boolean;
}

export interface Requirement {
  readonly requirement: string;
  readonly component: Component;
  readonly capability: string;
  readonly requiredBy: Day;
  readonly location?: string;
  readonly units: NeedMet;
  readonly personnel: NeedMet;
  readonly met: boolean;
  readonly supply: readonly RequirementSupply[];
  readonly alert?: { readonly key: string; readonly severity: Severity; readonly state: AlertState; readonly since: Day };
  readonly illustrative?: Illustrative;
  readonly fact: number;
}
export type RequirementsAnswer = Read & { readonly requirements: readonly Requirement[] };

export interface TaskGap {
  readonly key: string;
  readonly rule: string;
  readonly subject: string;
  readonly severity: Severity;
  readonly state: AlertState;
  readonly since: Day;
  readonly requiredBy?: Day;
  readonly reason: string;
  readonly filledOn: Day | null;
}

export interface MandatedTask {
  readonly task: string;
  readonly title: string;
  readonly rank: number;
  readonly after: string | null;
  readonly from: Day;
  readonly until: Day | null;
  readonly window: 'ahead' | 'open' | 'over';
  /** Tasks that must come before it and are held back themselves. */
  readonly waitsFor: readonly string[];
  readonly gaps: readonly TaskGap[];
  readonly freedOn: Day | null;
  readonly first: { readonly task: string; readonly key: string; readonly action: string; readonly owner: string } | null;
  readonly illustrative?: Illustrative;
  readonly fact: number;
}
export type TasksAnswer = Read & { readonly tasks: readonly MandatedTask[] };

export type PledgesAnswer = Read & { readonly pledges: readonly PledgeLine[] };
export type PledgeAnswer = Read & Pledge;
export type NeedsAnswer = Read & { readonly needs: readonly Need[] };
export type ReportStatus = 'draft' | 'issued' | 'corrigendum';

export interface ReportLine {
  /** ALL for the report over all missions. */
  readonly mission: string;
  readonly month: Month;
  readonly status: ReportStatus;
  /** Of a corrigendum; 0 for the report itself. */
  readonly number: number;
  readonly on: Day;
  readonly withReturn: boolean | null;
  readonly position: number | null;
  readonly sha256: string | null;
  readonly url: string;
}
export type ReportsAnswer = Read & { readonly reports: readonly ReportLine[] };
export type CalendarAnswer = Read & { readonly to: Day; readonly entries: readonly CalendarEntry[] };

export interface Partner {
  readonly partner: string;
  readonly capability: string;
  readonly requirement: string | null;
  readonly units: number;
  readonly startedOn: Day;
  readonly until: Day | null;
  readonly note?: string;
  readonly illustrative?: Illustrative;
  readonly fact: number;
}
export type PartnersAnswer = Read & { readonly partners: readonly Partner[] };

export type ExplanationAnswer = Read & {
  readonly key: string;
  readonly statement: string;
  readonly policy: { readonly hash: string; readonly rule: string; readonly row: unknown };
  readonly figures: ExplanationNode;
};

/** What was once said of an alert, as the log holds it. */
export type Saying = Alert & {
  readonly position: number;
  readonly recordedAt: string;
  readonly type: string;
  readonly on: Day;
  readonly revision: number;
  readonly causes: readonly number[];
  readonly previous?: Alert;
  readonly resolution?: string;
};
export type HistoryAnswer = Read & { readonly key: string; readonly sayings: readonly Saying[] };

export type FactAnswer = {
  readonly position: number;
  readonly recordedAt: string;
  readonly event: {
    readonly source: string;
    readonly id: string;
    readonly type: string;
    readonly data: { readonly on: Day; readonly illustrative?: Illustrative; readonly note?: string };
  };
};

const mission = (name: string): string => `/api/missions/${encodeURIComponent(name)}`;
const alert = ({ mission: of, rule, subject }: Pick<Alert, 'mission' | 'rule' | 'subject'>): string =>
  `/api/alerts/${[of, rule, subject].map(encodeURIComponent).join('/')}`;

/** The address of each door, before the day that it is asked for. */
export const doors = {
  missions: (): string => '/api/missions',
  mission,
  curves: (name: string): string => `${mission(name)}/curves`,
  requirements: (name: string): string => `${mission(name)}/requirements`,
  tasks: (name: string): string => `${mission(name)}/tasks`,
  calendar: (name: string): string => `${mission(name)}/calendar`,
  partners: (name: string): string => `${mission(name)}/partners`,
  pledges: (): string => '/api/pledges',
  reports: (): string => '/api/reports',
  /** Two states may have given one id: whose pledge it is belongs to its name. */
  pledge: ({ pledge, contributor, mission: of }: Pick<PledgeLine, 'pledge' | 'contributor' | 'mission'>): string =>
    `/api/pledges/${encodeURIComponent(pledge)}?contributor=${contributor}&mission=${encodeURIComponent(of ?? 'standby')}`,
  needs: (): string => '/api/needs',
  acknowledgement: (of: Pick<Alert, 'mission' | 'rule' | 'subject'>): string => `${alert(of)}/acknowledgement`,
  silence: (of: Pick<Alert, 'mission' | 'rule' | 'subject'>): string => `${alert(of)}/silence`,
  alerts: (name: string): string => `/api/alerts?mission=${encodeURIComponent(name)}`,
  explanation: (of: Pick<Alert, 'mission' | 'rule' | 'subject'>): string => `${alert(of)}/explanation`,
  history: (of: Pick<Alert, 'mission' | 'rule' | 'subject'>): string => `${alert(of)}/history`,
  fact: (position: number): string => `/api/facts/${position}`,
  live: (name?: string): string => `/api/live${name === undefined ? '' : `?mission=${encodeURIComponent(name)}`}`,
};

/** The list that is sifted by one value; all of it where that is empty. */
export const siftedBy = (address: string, name: string, value: string): string =>
  value === '' ? address : `${address}?${name}=${encodeURIComponent(value)}`;

export const asOfDay = (address: string, asOf: Day | undefined): string =>
  asOf === undefined ? address : `${address}${address.includes('?') ? '&' : '?'}asOf=${asOf}`;

/** What a door finds wrong with one part of what it was sent: `/owner`. */
interface DoorProblem {
  readonly path?: string;
  readonly problem: string;
}

/** What went wrong, in the door's own words where it gave any. */
export class DoorClosed extends Error {
  readonly problems: readonly DoorProblem[];

  constructor({ says, problems }: { readonly says: string; readonly problems: readonly DoorProblem[] }) {
    super([says, ...problems.map(({ problem }) => problem)].join(' '));
    this.problems = problems;
  }
}

export async function read<T>(address: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(address, { signal, headers: { accept: 'application/json' } });
  if (!response.ok) throw new DoorClosed(await problemOf(response));
  return (await response.json()) as T;
}

/** The list of the address as CSV. */
export async function csvOf(address: string): Promise<Blob> {
  const response = await fetch(address, { headers: { accept: 'text/csv' } });
  if (!response.ok) throw new DoorClosed(await problemOf(response));
  return response.blob();
}

/** Sends an answer of a person; what is wrong with it comes back in words, each part with its path. */
export async function send(address: string, body: Readonly<Record<string, string>>): Promise<void> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new DoorClosed(await problemOf(response));
}

async function problemOf(response: Response): Promise<{ readonly says: string; readonly problems: readonly DoorProblem[] }> {
  const answer = (await response.json().catch(() => ({}))) as {
    readonly title?: string;
    readonly detail?: string;
    readonly problems?: readonly DoorProblem[];
  };
  const says = answer.detail ?? answer.title ?? `The monitor answered ${response.status}.`;
  return { says, problems: answer.problems ?? [] };
}
