import type { Day } from '../../src/day.js';
import type { FactOf } from '../../src/facts.js';
import type { Component, PersonnelType } from '../../src/personnel.js';
import { allTypes, componentOf, type Persons } from './cells.js';
import type { MissionAsRead, Which } from './mission-as-read.js';

export type Ceiling = FactOf<'CeilingAuthorized'>;

const adopted = (mission: MissionAsRead): readonly Ceiling[] =>
  mission.all('CeilingAuthorized').filter(({ data }) => data.status === 'adopted');

export const linesOf = (mission: MissionAsRead): readonly string[] => [...new Set(adopted(mission).map(({ data }) => data.line))];

/** The line's ceilings up to a day: it "steps at `effectiveFrom`; of two with the same one the later `on` speaks" (facts.md, 3). */
export function stepsOf(mission: MissionAsRead, line: string, day: Day): readonly Ceiling[] {
  const known = adopted(mission).filter(({ data }) => data.line === line && data.on <= day && data.effectiveFrom <= day);
  const speaking = new Map(known.map((ceiling) => [ceiling.data.effectiveFrom, ceiling]));
  return [...speaking.values()].sort(fromOldest);
}

const inForce = (mission: MissionAsRead, day: Day): readonly Ceiling[] =>
  linesOf(mission).flatMap((line) => stepsOf(mission, line, day).at(-1) ?? []);

/** The types that the line counts; those of a separate line "leave the component's count from its first day" (facts.md, 3). */
function typesOfLine(mission: MissionAsRead, { data }: Ceiling, day: Day): readonly PersonnelType[] {
  if (data.placement !== 'component') return data.counts;
  return withoutSeparate(mission, data.counts, day);
}

function withoutSeparate(mission: MissionAsRead, types: readonly PersonnelType[], day: Day): readonly PersonnelType[] {
  const separate = inForce(mission, day).flatMap(({ data }) => (data.placement === 'separate' ? data.counts : []));
  return types.filter((type) => !separate.includes(type));
}

/** Unknown where no published strength tells it (corrections officers). */
export function lineStrength(mission: MissionAsRead, line: Ceiling, day: Day, which: Which): Persons | undefined {
  const types = typesOfLine(mission, line, day);
  return types.length === 0 ? undefined : mission.strength(types, day, which);
}

/** Where a component has two lines of its own the newer one speaks. */
function ownLine(mission: MissionAsRead, component: Component, day: Day): Ceiling | undefined {
  const own = linesOfComponent(mission, component, day).filter(({ data }) => data.placement === 'component');
  return own.sort(fromOldest).at(-1);
}

const linesOfComponent = (mission: MissionAsRead, component: Component, day: Day): Ceiling[] =>
  inForce(mission, day).filter(({ data: { counts } }) => counts[0] !== undefined && componentOf(counts[0]) === component);

export function componentStrength(mission: MissionAsRead, component: Component, day: Day): Persons | undefined {
  const own = ownLine(mission, component, day);
  const all = allTypes.filter((type) => componentOf(type) === component);
  return mission.strength(withoutSeparate(mission, own?.data.counts ?? all, day), day, 'kept');
}

/** "Its component line in force; on days without one, the sum of the within lines in force" (facts.md, 3). */
export function componentAuthorized(mission: MissionAsRead, component: Component, day: Day): number | null {
  const own = ownLine(mission, component, day);
  if (own !== undefined) return own.data.personnel;
  const within = linesOfComponent(mission, component, day).filter(({ data }) => data.placement === 'within');
  return within.length === 0 ? null : within.reduce((sum, { data }) => sum + data.personnel, 0);
}

const fromOldest = (a: Ceiling, b: Ceiling): number => (a.data.effectiveFrom < b.data.effectiveFrom ? -1 : 1);
