import type { Day } from '../day.js';
import type { Fact, FactOf } from '../facts.js';
import type { Reading } from '../reading.js';
import type { CellName } from '../strength/cell-name.js';
import { personsOf } from '../strength/return-in-force.js';
import { strengthOn } from '../strength/strength.js';
import { cellOf } from '../strength/unit-changes.js';
import { unitAfter, unitHistory, type UnitState } from '../strength/unit-history.js';
import { isCountedSince } from '../strength/units-since.js';

/** That a unit's fact changed how many persons it has in a cell. */
export interface UnitMovement {
  readonly unit: string;
  readonly cell: CellName;
  readonly change: number;
  readonly cause: 'arrival' | 'departure' | 'rotation' | 'strength-report';
  readonly facts: readonly Fact[];
}

/** What units brought and took away after the first day, up to the last; of units that the strength of the last day counts. */
export function unitMovements(reading: Reading, after: Day, upTo: Day): readonly UnitMovement[] {
  const asAt = strengthOn(reading, upTo)?.asAt;
  if (asAt === undefined) return [];
  const reliefs = reliefsByUnit(reading);
  return reading
    .ids('unit')
    .filter((unit) => isCountedSince(reading, unit, asAt))
    .flatMap((unit) => movementsOf(reading, unit, { after, upTo, relief: reliefs.get(unit) }));
}

type Rotation = FactOf<'RotationPlanned'>;

/** By the unit that is to take over. */
function reliefsByUnit(reading: Reading): ReadonlyMap<string, Rotation> {
  const reliefs = new Map<string, Rotation>();
  for (const unit of reading.ids('unit'))
    for (const fact of reading.facts(`unit/${unit}`))
      if (fact.type === 'RotationPlanned' && fact.data.replacedBy !== undefined) reliefs.set(fact.data.replacedBy, fact);
  return reliefs;
}

interface Between {
  readonly after: Day;
  readonly upTo: Day;
  readonly relief: Rotation | undefined;
}

function movementsOf(reading: Reading, unit: string, { after, upTo, relief }: Between): readonly UnitMovement[] {
  let state = unitHistory(reading, unit).at(after);
  const movements: UnitMovement[] = [];
  for (const fact of reading.facts(`unit/${unit}`)) {
    if (fact.data.on <= after || fact.data.on > upTo) continue;
    const next = unitAfter(state, fact);
    for (const [cell, change] of changesBetween(state, next))
      movements.push({ unit, cell, change, ...whyOf(fact, state, relief) });
    state = next;
  }
  return movements;
}

/** A unit that comes back for another contributor leaves one cell and enters another. */
function changesBetween(before: UnitState, after: UnitState): readonly (readonly [CellName, number])[] {
  const [from, to] = [cellOf(before), cellOf(after)];
  const [was, is] = [from === undefined ? 0 : personsOf(before), to === undefined ? 0 : personsOf(after)];
  const changes: (readonly [CellName, number])[] = [];
  if (from !== undefined && from === to) changes.push([from, is - was]);
  if (from !== undefined && from !== to) changes.push([from, -was]);
  if (to !== undefined && from !== to) changes.push([to, is]);
  return changes.filter(([, change]) => change !== 0);
}

function whyOf(fact: Fact, before: UnitState, relief: Rotation | undefined): Pick<UnitMovement, 'cause' | 'facts'> {
  switch (fact.type) {
    case 'UnitArrived':
      return relief === undefined ? { cause: 'arrival', facts: [fact] } : { cause: 'rotation', facts: [relief, fact] };
    case 'UnitRepatriated':
      return before.departure?.type === 'RotationPlanned'
        ? { cause: 'rotation', facts: [before.departure, fact] }
        : { cause: 'departure', facts: [...(before.departure === undefined ? [] : [before.departure]), fact] };
    default:
      return { cause: 'strength-report', facts: [fact] };
  }
}
