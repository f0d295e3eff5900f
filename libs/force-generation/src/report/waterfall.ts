import type { Day } from '../day.js';
import type { Fact } from '../facts.js';
import { ceilings } from '../mandate/ceilings.js';
import { components, personnelTypes, type Component, type PersonnelType } from '../personnel.js';
import { Reading } from '../reading.js';
import { typeOfCell } from '../strength/cell-name.js';
import { cellsOn } from '../strength/cells-on.js';
import { headCountsToday, isSayable } from '../strength/head-count.js';
import { typesOfComponent } from '../supply/component-supply.js';
import { changeCauses, type CellChange, type ChangeCause } from './cell-change.js';
import { lateChanges } from './late-changes.js';
import { restOfTheMonth } from './rest-of-the-month.js';
import { unitMovements } from './unit-movements.js';

/** One step of a waterfall. Persons; negative where fewer. */
export interface WaterfallPart {
  readonly change: number;
  readonly cause: ChangeCause;
  readonly contributor?: string;
  readonly personnelType?: PersonnelType;
  readonly unit?: string;
  /** Positions. */
  readonly facts: readonly number[];
}

/** How the strength of the last report became that of this one. Null is not known: then there are no parts. */
export interface Waterfall {
  readonly fromOn: Day;
  readonly from: number | null;
  readonly toOn: Day;
  readonly to: number | null;
  readonly parts: readonly WaterfallPart[];
}

export interface Waterfalls extends Waterfall {
  readonly components: readonly (Waterfall & { readonly component: Component })[];
}

/**
 * The steps from the strength that the last report gave to that of the reading's today, for the mission and per component. They sum
 * to the difference without a remainder: what no fact explains is a part of its own.
 */
export function waterfalls(reading: Reading, last: Reading): Waterfalls {
  const changes = changesSince(reading, last);
  const whole = { now: personnelTypes, then: personnelTypes };
  return {
    ...waterfallOf(reading, last, whole, changes),
    components: components.map((component) => ({
      component,
      ...waterfallOf(reading, last, typesThenAndNow(reading, last, component), changes),
    })),
  };
}

/** The types that a component counts may be others since the last report: a separate line may have taken some of them out of it. */
interface Counted {
  readonly now: readonly PersonnelType[];
  readonly then: readonly PersonnelType[];
}

const typesThenAndNow = (reading: Reading, last: Reading, component: Component): Counted => ({
  now: typesOfComponent(reading, component, reading.today),
  then: typesOfComponent(last, component, last.today),
});

/** In three steps: what is known now of the last day and was not then, what units and returns brought since, and the rest. */
function changesSince(reading: Reading, last: Reading): readonly CellChange[] {
  const lastDay = last.today;
  const known = lateChanges(last, new Reading(reading.chronicle, lastDay), lastDay);
  const ended = lateChanges(new Reading(reading.chronicle, lastDay), reading, lastDay);
  const moved = unitMovements(reading, lastDay, reading.today);
  return [...known, ...ended, ...moved, ...restOfTheMonth(reading, lastDay, moved)];
}

function waterfallOf(reading: Reading, last: Reading, counted: Counted, changes: readonly CellChange[]): Waterfall {
  const days = { fromOn: last.today, toOn: reading.today };
  const [from, to] = [strengthToday(last, counted.then), strengthToday(reading, counted.now)];
  if (from === null || to === null) return { ...days, from, to, parts: [] };
  const types = new Set(counted.now);
  const told = changes.filter(({ cell }) => types.has(typeOfCell(cell))).map(partOf);
  return { ...days, from, to, parts: [...recounted(reading, last, counted), ...told].sort(inOrder) };
}

const strengthToday = (reading: Reading, types: readonly PersonnelType[]): number | null => {
  const count = headCountsToday(reading, types).at(reading.today);
  return count === undefined || !isSayable(count.state) ? null : count.persons;
};

function partOf({ cell, change, cause, unit, facts }: CellChange): WaterfallPart {
  const contributor = cell.slice(0, cell.indexOf('.'));
  return {
    change,
    cause,
    ...(contributor !== '' && { contributor }),
    personnelType: typeOfCell(cell),
    ...(unit !== undefined && { unit }),
    facts: positions(facts),
  };
}

const positions = (facts: readonly Fact[]): readonly number[] => [...new Set(facts.map(({ position }) => position))];

/** Persons who were there before and are counted elsewhere now, or the other way round. */
function recounted(reading: Reading, last: Reading, { now, then }: Counted): readonly WaterfallPart[] {
  const cells = [...cellsOn(last, last.today)];
  const lines = [...ceilings(reading).at(reading.today).values()];
  const before = new Set([...ceilings(last).at(last.today).values()].map(({ position }) => position));
  return personnelTypes.flatMap((personnelType): WaterfallPart[] => {
    const times = Number(now.includes(personnelType)) - Number(then.includes(personnelType));
    const persons = cells.reduce((sum, [cell, count]) => (typeOfCell(cell) === personnelType ? sum + count : sum), 0);
    if (times * persons === 0) return [];
    const facts = positions(lines.filter(({ position }) => !before.has(position)));
    return [{ change: times * persons, cause: 'recount', personnelType, facts }];
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (a: WaterfallPart, b: WaterfallPart): number =>
  changeCauses.indexOf(a.cause) - changeCauses.indexOf(b.cause) ||
  compare(a.contributor ?? '', b.contributor ?? '') ||
  personnelTypes.indexOf(a.personnelType!) - personnelTypes.indexOf(b.personnelType!) ||
  compare(a.unit ?? '', b.unit ?? '') ||
  a.change - b.change;
