import { addDays, type Day } from '../day.js';
import type { Fact, FactOf } from '../facts.js';
import { mandate } from '../mandate/mandate.js';
import { taskNames, taskOn } from '../mandate/tasks.js';
import type { PersonnelType } from '../personnel.js';
import type { Reading } from '../reading.js';
import { strengthOn } from '../strength/strength.js';
import { unitHistory } from '../strength/unit-history.js';
import { allSupply, coverageOf, isMet, balanceOf } from '../supply/coverage.js';
import { partnersOn } from '../supply/partner-support.js';
import { requirementNames, requirementOn, type Requirement } from '../supply/requirement.js';
import type { SupplyItem } from '../supply/supply-item.js';
import { uncoveredDays } from '../supply/uncovered-days.js';
import { unitIdentity } from '../supply/unit-supply.js';

export const calendarKinds = [
  'arrival',
  'departure',
  'rotation',
  'tour-ends',
  'pledge-lapses',
  'needed',
  'uncovered',
  'partner-ends',
  'mandate-ends',
  'drawdown-ends',
  'task-opens',
  'task-ends',
] as const;
export type CalendarKind = (typeof calendarKinds)[number];

/** Something that a day brings if nothing else is recorded. */
export interface CalendarEntry {
  /** The day of an arrival or of a need; the first day without what leaves; the last day of what lapses or ends. */
  readonly on: Day;
  readonly kind: CalendarKind;
  /** A unit, pledge, requirement, contributor, partner or task; `mission` for its mandate. */
  readonly subject: string;
  readonly title?: string;
  readonly contributor?: string;
  readonly capability?: string;
  readonly personnelType?: PersonnelType;
  readonly requirement?: string;
  readonly units?: number;
  readonly personnel?: number;
  /** The last day of a time that is uncovered; absent where nothing committed ends it. */
  readonly until?: Day;
  readonly replacedBy?: string;
  readonly arrivesOn?: Day;
  readonly resolution?: string;
  /** Its day has passed and it has not happened. */
  readonly late?: true;
  /** Positions of the facts that say so. */
  readonly facts: readonly number[];
}

/** Days ahead that the calendar shows: twelve months, whatever the year. */
const aheadDays = 366;

/** What the calendar alone brings in the next twelve months, and what is overdue, the nearest first. */
export function describeCalendar(reading: Reading): { readonly to: Day; readonly entries: readonly CalendarEntry[] } {
  const { today } = reading;
  const to = addDays(today, aheadDays);
  const entries = [
    ...allSupply(reading).flatMap((supply) => supply.at(today).flatMap((item) => ofItem(item, today))),
    ...tourEnds(reading),
    ...contributorsLeaving(reading),
    ...requirementNames(reading)
      .flatMap((name) => requirementOn(reading, name, today) ?? [])
      .flatMap((requirement) => ofRequirement(reading, requirement, to)),
    ...partnerEnds(reading),
    ...mandateEnds(reading),
    ...taskWindows(reading),
  ];
  return { to, entries: entries.filter(({ on, late }) => on <= to && (on >= today || late)).sort(inOrder) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (a: CalendarEntry, b: CalendarEntry): number =>
  compare(a.on, b.on) || calendarKinds.indexOf(a.kind) - calendarKinds.indexOf(b.kind) || compare(a.subject, b.subject);

const positions = (facts: readonly Fact[]): readonly number[] => facts.map(({ position }) => position);
const lateness = (on: Day, today: Day): { readonly late?: true } => (on < today ? { late: true } : {});

function ofItem(item: SupplyItem, today: Day): CalendarEntry[] {
  const { strength, name: subject, startsOn, leavesOn, validUntil, facts } = item;
  const what = { subject, ...whatOf(item), facts: positions(facts) };
  switch (strength) {
    case 'committed':
      return [{ on: startsOn, kind: 'arrival', ...what, ...lateness(startsOn, today) }];
    case 'pledged':
      return validUntil === undefined ? [] : [{ on: validUntil, kind: 'pledge-lapses', ...what }];
    case 'deployed':
      return leavesOn === undefined ? [] : [{ on: leavesOn, ...what, ...departureOf(facts), ...lateness(leavesOn, today) }];
    default:
      return strength satisfies never;
  }
}

type What = Pick<SupplyItem, 'contributor' | 'capability' | 'requirement' | 'units' | 'personnel'>;

const whatOf = ({ contributor, capability, requirement, units, personnel }: What) => ({
  ...(contributor && { contributor }),
  capability,
  ...(requirement && { requirement }),
  units,
  personnel,
});

function departureOf(facts: readonly Fact[]): Pick<CalendarEntry, 'kind' | 'replacedBy' | 'arrivesOn'> {
  const rotation = facts.findLast((fact) => fact.type === 'RotationPlanned');
  if (rotation === undefined) return { kind: 'departure' };
  const { replacedBy, arrivesOn } = rotation.data;
  return { kind: 'rotation', ...(replacedBy && { replacedBy }), ...(arrivesOn && { arrivesOn }) };
}

/** Of the units that are there; one whose departure is announced leaves by that, not by its tour. */
const tourEnds = (reading: Reading): CalendarEntry[] =>
  reading.ids('unit').flatMap((unit): CalendarEntry[] => {
    const { today } = reading;
    const state = unitHistory(reading, unit).at(today);
    const { present, tourEndsOn, departure, basis, women, men } = state;
    const identity = unitIdentity(reading, state, today);
    if (!present || tourEndsOn === undefined || departure !== undefined || identity === undefined) return [];
    const what = whatOf({ ...identity, units: 1, personnel: women + men });
    const said = reading.facts(`unit/${unit}`).findLast((fact) => 'tourEndsOn' in fact.data) ?? basis[0]!;
    return [
      { on: tourEndsOn, kind: 'tour-ends', subject: unit, ...what, ...lateness(tourEndsOn, today), facts: [said.position] },
    ];
  });

/** Announced without naming a unit; once a return is later than the day, it shows who has left. */
const contributorsLeaving = (reading: Reading): CalendarEntry[] =>
  reading
    .facts<FactOf<'WithdrawalAnnounced'>>('withdrawals')
    .filter(({ data }) => data.unit === undefined && data.leavesOn > (strengthOn(reading, reading.today)?.asAt ?? ''))
    .map(({ data: { contributor = 'mission', personnelType, personnel, leavesOn }, position }) => ({
      ...{ on: leavesOn, kind: 'departure', subject: contributor },
      ...(contributor !== 'mission' && { contributor }),
      ...(personnelType && { personnelType }),
      personnel,
      ...lateness(leavesOn, reading.today),
      facts: [position],
    }));

function ofRequirement(reading: Reading, fact: Requirement, to: Day): CalendarEntry[] {
  const { today } = reading;
  const { requirement: subject, capability, requiredBy, units, personnel } = fact.data;
  const facts = [fact.position];
  const balance = balanceOf(reading, capability);
  const isMetToday = isMet(balance, fact, coverageOf(balance, fact, { today, day: today, strength: 'deployed' }));
  return [
    ...(isMetToday ? [] : [{ on: requiredBy, kind: 'needed', subject, capability, units, personnel, facts } as const]),
    ...uncoveredDays(reading, fact, to).map(({ from, until, coverage }) => ({
      ...{ on: from, kind: 'uncovered' as const, subject, capability },
      ...{ units: units - coverage.units, personnel: personnel - coverage.personnel },
      ...(until && { until }),
      facts: [...facts, ...coverage.items.flatMap((item) => positions(item.facts))],
    })),
  ];
}

const partnerEnds = (reading: Reading): CalendarEntry[] =>
  partnersOn(reading, reading.today).flatMap(({ name: subject, units, until, fact }) => {
    const { capability, requirement } = fact.data;
    if (until === undefined) return [];
    const entry = { on: until, kind: 'partner-ends', subject, capability, units } as const;
    return [{ ...entry, ...(requirement && { requirement }), facts: [fact.position] }];
  });

function mandateEnds(reading: Reading): CalendarEntry[] {
  const last = mandate(reading).at(reading.today);
  if (last === undefined) return [];
  const { resolution } = last.data;
  const entry = { subject: 'mission', resolution, facts: [last.position] };
  if (last.type === 'MandateRenewed') return [{ on: last.data.until, kind: 'mandate-ends', ...entry }];
  return [
    { on: last.data.endsOn, kind: 'mandate-ends', ...entry },
    { on: last.data.drawdownBy, kind: 'drawdown-ends', ...entry },
  ];
}

const taskWindows = (reading: Reading): CalendarEntry[] =>
  taskNames(reading)
    .flatMap((name) => taskOn(reading, name, reading.today) ?? [])
    .flatMap(({ data: { task: subject, title, from, until }, position }): CalendarEntry[] => [
      { on: from, kind: 'task-opens', subject, title, facts: [position] },
      ...(until === undefined ? [] : [{ on: until, kind: 'task-ends', subject, title, facts: [position] } as const]),
    ]);
