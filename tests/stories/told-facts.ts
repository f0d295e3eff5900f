import type {
  Component,
  Day,
  Fact,
  FactDataByName,
  FactName,
  PersonnelType,
  PledgeTerms,
  ReturnRow,
} from '@muster/force-generation';

type Told = { readonly [Name in FactName]: Omit<FactDataByName[Name], 'on'> & { readonly on?: Day } };

/** A fact as a story tells it: the story gives it its day, its id and its place in the log. */
export interface ToldFact {
  readonly type: FactName;
  readonly data: Record<string, unknown>;
  readonly source?: string;
  readonly id?: string;
  readonly knownOn?: Day;
}

const told =
  <Name extends FactName, Default extends keyof Told[Name] = never>(type: Name, defaults?: Pick<Told[Name], Default>) =>
  (data: Omit<Told[Name], Default> & Partial<Pick<Told[Name], Default>>): ToldFact => ({ type, data: { ...defaults, ...data } });

/** The fact under a name of its own, so that others can speak of it. */
export const named = (id: string, fact: ToldFact, source?: string): ToldFact => ({ ...fact, id, ...(source && { source }) });

/** The fact as it became known on a later day than the one that it speaks of. */
export const knownOn = (day: Day, fact: ToldFact): ToldFact => ({ ...fact, knownOn: day });

const countedBy: Readonly<Record<string, readonly PersonnelType[]>> = {
  military: ['Troops', 'Staff Officer', 'Experts on Mission'],
  police: ['Formed Police Units', 'Individual Police'],
};

type CeilingTerms = FactDataByName['CeilingAuthorized'];

/** One line of a resolution. */
export const ceilingLine = (line: string, personnel: number, more: Partial<CeilingTerms> = {}): ToldFact => ({
  type: 'CeilingAuthorized',
  data: {
    resolution: 'S/RES/2100 (2013)',
    line,
    personnel,
    counts: countedBy[line] ?? [],
    placement: 'component',
    status: 'adopted',
    ...more,
  },
});

/** The lines of both components, or of one. */
export const ceilingAuthorized = (
  ceilings: Partial<Record<Component, number>>,
  more: Partial<CeilingTerms> = {},
): readonly ToldFact[] => Object.entries(ceilings).map(([line, personnel]) => ceilingLine(line, personnel, more));

/** Women and men, or all of them men. */
export type Persons = number | readonly [women: number, men: number];

const split = (persons: Persons): { readonly women: number; readonly men: number } =>
  typeof persons === 'number' ? { women: 0, men: persons } : { women: persons[0], men: persons[1] };

type Returned = Partial<Record<Component | PersonnelType, Persons>>;
type ReturnTerms = Partial<FactDataByName['StrengthReturned']>;

/** A return by type only, which is never compared with another: military means troops, police means formed units. */
export const strengthReturned = (strength: Returned, more: ReturnTerms = {}): ToldFact => {
  const typeOf = (key: string): string => (key === 'military' ? 'Troops' : key === 'police' ? 'Formed Police Units' : key);
  const rows = Object.entries(strength).map(([key, persons]) => ({ personnelType: typeOf(key), ...split(persons) }));
  return { type: 'StrengthReturned', data: { detail: 'byType', rows, ...more } };
};

const typeNamed: Readonly<Record<string, PersonnelType>> = {
  troops: 'Troops',
  'staff-officers': 'Staff Officer',
  experts: 'Experts on Mission',
  'formed-police': 'Formed Police Units',
  'individual-police': 'Individual Police',
};

/** A return by contributor, cell by cell: `{ 'TGO.troops': [12, 906] }`. */
export const cellsReturned = (cells: Readonly<Record<string, Persons>>, more: ReturnTerms = {}): ToldFact => {
  const rows = Object.entries(cells).map(([cell, persons]): ReturnRow => {
    const [contributor, type] = cell.split('.') as [string, string];
    return { contributor, personnelType: typeNamed[type]!, ...split(persons) };
  });
  return { type: 'StrengthReturned', data: { detail: 'byContributor', rows, ...more } };
};

const terms: PledgeTerms = {
  contributor: 'ROU',
  component: 'military',
  capability: 'UTIL_HELI',
  units: 1,
  personnel: 100,
  availableFrom: '2025-01-01',
  validUntil: '2025-12-31',
  level: '2',
};

export const missionEstablished = told('MissionEstablished', { name: 'A mission' });
export const mandateRenewed = told('MandateRenewed', { resolution: 'S/RES/2364 (2017)' });
export const mandateEnded = told('MandateEnded', { resolution: 'S/RES/2690 (2023)' });
export const taskPrioritized = told('TaskPrioritized', { task: 'elections', title: 'Support the elections', rank: 1 });
export const requirementStated = told('RequirementStated', {
  requirement: 'helicopters',
  component: 'military',
  capability: 'UTIL_HELI',
  units: 1,
  personnel: 100,
});
export const requirementWithdrawn = told('RequirementWithdrawn', { requirement: 'helicopters' });

export const pledgeRegistered = told('PledgeRegistered', { pledge: 'ROU-1', ...terms });
export const pledgeSelected = (
  data: Partial<PledgeTerms> & { readonly pledge?: string; readonly requirement?: string } = {},
): ToldFact => {
  const { pledge = 'ROU-1', requirement = 'helicopters', ...changed } = data;
  return { type: 'PledgeSelected', data: { pledge, requirement, terms: { ...terms, ...changed } } };
};
export const pledgeAmended = told('PledgeAmended', { pledge: 'ROU-1' });
export const pledgeRenewed = told('PledgeRenewed', { pledge: 'ROU-1' });
export const pledgeDecided = told('PledgeDecided', { pledge: 'ROU-1' });
export const pledgeWithdrawn = told('PledgeWithdrawn', { pledge: 'ROU-1', reason: 'needed at home' });
export const agreementSigned = told('AgreementSigned', { pledge: 'ROU-1', kind: 'MoU', reference: 'MoU 1' });
export const deploymentPlanned = told('DeploymentPlanned', { pledge: 'ROU-1', unit: 'ROU-HELI', personnel: 100 });

export const unitArrived = told('UnitArrived', {
  unit: 'ROU-HELI',
  contributor: 'ROU',
  component: 'military',
  personnelType: 'Troops',
  capability: 'UTIL_HELI',
  part: 'main',
  women: 0,
  men: 100,
});
export const unitStrengthReported = told('UnitStrengthReported', { unit: 'ROU-HELI', women: 0 });
export const unitRepatriated = told('UnitRepatriated', { unit: 'ROU-HELI' });
export const rotationPlanned = told('RotationPlanned', { unit: 'ROU-HELI' });
export const unitRotated = told('UnitRotated', { unit: 'ROU-HELI' });
export const withdrawalAnnounced = told('WithdrawalAnnounced', {});
export const partnerSupportStarted = told('PartnerSupportStarted', { partner: 'Barkhane', capability: 'UTIL_HELI', units: 1 });
export const partnerSupportEnded = told('PartnerSupportEnded', { partner: 'Barkhane', capability: 'UTIL_HELI' });
export const equipmentInspected = told('EquipmentInspected', { type: 'APC' });

/** `key` without the mission: the story adds it. */
export const alertAcknowledged = told('AlertAcknowledged', { owner: 'Force Generation Service', note: 'A unit is on its way.' });
export const alertSilenced = told('AlertSilenced', { reason: 'The Council knows.', author: 'Force Generation Service' });
export const returnConfirmed = told('ReturnConfirmed', {});

/** Takes back a fact by the name that `named` gave it. */
export const factRetracted = (ofId: string, more: Partial<FactDataByName['FactRetracted']> = {}): ToldFact => ({
  type: 'FactRetracted',
  data: { ofSource: storySource, ofId, reason: 'sent by mistake', ...more },
});

/** Who says what a story tells, unless `named` says otherwise. */
export const storySource = '/story';

export interface Telling {
  readonly mission: string;
  readonly day: Day;
  readonly position: number;
}

/** The fact as the log would hold it: of several told on one day the later told has the greater id. */
export function recorded(fact: ToldFact, { mission, day, position }: Telling): Fact {
  const { type, source = storySource, id = `told-${String(position).padStart(4, '0')}`, data: given } = fact;
  const data: Record<string, unknown> = { on: day, ...given };
  if (type === 'CeilingAuthorized') {
    data['adoptedOn'] ??= data['on'];
    data['effectiveFrom'] ??= data['on'];
  }
  if (type === 'AlertAcknowledged') data['key'] = `${mission}/${String(data['key'])}`;
  if (type === 'AlertSilenced') data['matchers'] = { mission, ...(data['matchers'] as object) };
  const known = fact.knownOn ?? data['publishedOn'] ?? data['on'];
  return { type, source, id, subject: mission, position, knownOn: known, data } as unknown as Fact;
}
