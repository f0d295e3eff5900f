import type { Severity } from '../alert.js';
import { openSeverities } from '../alerts/assessment.js';
import type { Day } from '../day.js';
import { shareOf } from '../explanation/node.js';
import type { FactOf } from '../facts.js';
import { ceilings, ceilingsOf, typesCounted, type Ceiling } from '../mandate/ceilings.js';
import { isActive } from '../mandate/mandate.js';
import { components, personnelTypes, type Component, type PersonnelType } from '../personnel.js';
import type { Reading } from '../reading.js';
import { headCountsToday, isSayable, type FigureState, type HeadCount } from '../strength/head-count.js';
import { strengthOn } from '../strength/strength.js';
import { componentSupply, typesOfComponent } from '../supply/component-supply.js';
import { dataNotes, type DataNote } from './data-notes.js';

/** A component on a day. Persons; shares have four decimals, half up; null is not known. Nothing is clamped: over is negative. */
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

export interface LineFigures {
  readonly line: string;
  readonly placement: Ceiling['data']['placement'];
  readonly counts: readonly PersonnelType[];
  readonly authorized: number;
  readonly resolution: string;
  readonly quality: string | null;
  readonly deployed: number | null;
  readonly reported: number | null;
  readonly state: FigureState;
  readonly missing: number | null;
  readonly fillRate: number | null;
}

export type OpenAlerts = Readonly<Record<Severity | 'unknown', number>>;

export interface MissionFigures {
  readonly mission: string;
  readonly name: string | null;
  readonly active: boolean;
  readonly today: Day;
  readonly components: readonly ComponentFigures[];
  readonly lines: readonly LineFigures[];
  /** All personnel of the return in force, as published; null once it is too old to speak. */
  readonly reported: number | null;
  readonly observedOn: Day | null;
  readonly openAlerts: OpenAlerts;
  readonly notes: readonly DataNote[];
  /** Notes older than the newest hundred. */
  readonly moreNotes?: number;
}

/** A mission's figures on the reading's today. */
export function describeMission(reading: Reading): MissionFigures {
  const { today } = reading;
  const strength = strengthOn(reading, today);
  const everybody = headCountsToday(reading, personnelTypes).at(today);
  const established = reading.facts<FactOf<'MissionEstablished'>>('established').at(-1);
  const inForce = ceilings(reading).at(today);
  return {
    mission: reading.mission,
    name: established?.data.name ?? null,
    active: isActive(reading, today),
    today,
    components: components.map((component) => describeComponent(reading, component)),
    lines: [...inForce.values()].sort((a, b) => (a.data.line < b.data.line ? -1 : 1)).map((line) => describeLine(reading, line)),
    reported: everybody !== undefined && isSayable(everybody.state) ? everybody.published : null,
    observedOn: strength?.asAt ?? null,
    openAlerts: countAlerts(reading),
    ...dataNotes(reading),
  };
}

function describeComponent(reading: Reading, component: Component): ComponentFigures {
  const { today } = reading;
  const own = ceilingsOf(component, ceilings(reading).at(today));
  const authorized = own.length === 0 ? null : own.reduce((sum, { data }) => sum + data.personnel, 0);
  const count = headCountsToday(reading, typesOfComponent(reading, component, today)).at(today);
  const supply = componentSupply(reading, component, today, today);
  const { deployed, reported, state, missing, fillRate } = countFigures(authorized, count);
  return {
    component,
    authorized,
    resolution: newestOf(own)?.data.resolution ?? null,
    deployed,
    reported,
    state,
    observedOn: count?.observedOn ?? null,
    missing,
    fillRate,
    ...womenFigures(count, deployed),
    committed: supply?.committed ?? null,
    pledged: supply?.pledged ?? null,
  };
}

const newestOf = (ceilingsThen: readonly Ceiling[]): Ceiling | undefined =>
  ceilingsThen.reduce<Ceiling | undefined>(
    (last, line) => (last && last.data.effectiveFrom > line.data.effectiveFrom ? last : line),
    undefined,
  );

type WomenFigures = Pick<ComponentFigures, 'women' | 'womenShare' | 'womenState'>;

function womenFigures(count: HeadCount | undefined, deployed: number | null): WomenFigures {
  if (count === undefined) return { women: null, womenShare: null, womenState: 'unknown' };
  const { women, womenState } = count;
  if (!isSayable(womenState)) return { women: null, womenShare: null, womenState };
  return { women, womenShare: deployed === null ? null : shareOf(women, deployed), womenState };
}

function describeLine(reading: Reading, ceiling: Ceiling): LineFigures {
  const types = typesCounted(ceiling, ceilings(reading).at(reading.today));
  const count = types.length === 0 ? undefined : headCountsToday(reading, types).at(reading.today);
  const { line, placement, personnel, resolution, quality } = ceiling.data;
  return {
    line,
    placement,
    counts: types,
    authorized: personnel,
    resolution,
    quality: quality ?? null,
    ...countFigures(personnel, count),
  };
}

type CountFigures = Pick<ComponentFigures, 'deployed' | 'reported' | 'state' | 'missing' | 'fillRate'>;

function countFigures(authorized: number | null, count: HeadCount | undefined): CountFigures {
  const deployed = count === undefined || !isSayable(count.state) ? null : count.persons;
  const isComparable = deployed !== null && authorized !== null;
  return {
    deployed,
    reported: count?.published ?? null,
    state: count?.state ?? 'unknown',
    missing: isComparable ? authorized - deployed : null,
    fillRate: isComparable ? shareOf(deployed, authorized) : null,
  };
}

function countAlerts(reading: Reading): OpenAlerts {
  const counts = { critical: 0, warning: 0, watch: 0, unknown: 0 };
  for (const { isUnknown, severity } of openSeverities(reading)) counts[isUnknown ? 'unknown' : severity] += 1;
  return counts;
}
