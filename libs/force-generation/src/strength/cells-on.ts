import type { Day } from '../day.js';
import type { Reading } from '../reading.js';
import { personsOf } from './return-in-force.js';
import { strengthOn } from './strength.js';
import { unitsSince } from './units-since.js';
import type { CellName } from './cell-name.js';

/**
 * Persons deployed in each cell on a day: the return in force with what is held in it, and what units gained or lost since. Their sum
 * over some types is the head-count of these types.
 */
export function cellsOn(reading: Reading, day: Day): ReadonlyMap<CellName, number> {
  const persons = new Map<CellName, number>();
  const strength = strengthOn(reading, day);
  if (strength === undefined) return persons;
  strength.ret.cells.forEach((cell, name) => persons.set(name, personsOf(cell)));
  for (const { special, kept } of strength.special) persons.set(special.cell, personsOf(kept));
  for (const [cell, change] of unitsSince(reading, strength.asAt, day))
    persons.set(cell, (persons.get(cell) ?? 0) + personsOf(change));
  return persons;
}
