import { explainHeadCount } from '../explanation/explain-head-count.js';
import { explainWomen } from '../explanation/explain-women.js';
import { ceilings } from '../mandate/ceilings.js';
import type { PersonnelType } from '../personnel.js';
import type { Reading } from '../reading.js';
import { womenGroups } from '../rules/women-target.js';
import { strengthOn } from '../strength/strength.js';
import type { LineFigures } from '../views/describe-mission.js';
import { describeWomen, type WomenFigures } from '../views/describe-women.js';
import { factsBehind } from './alert-lines.js';

/** A figure with the positions of the facts behind it. */
export type WithFacts<Figure> = Figure & { readonly facts: readonly number[] };

/** Each line with its ceiling, and what its strength rests on. */
export function linesWithFacts(reading: Reading, lines: readonly LineFigures[]): readonly WithFacts<LineFigures>[] {
  const inForce = ceilings(reading).at(reading.today);
  return lines.map((line) => {
    const ceiling = inForce.get(line.line);
    const persons = line.deployed === null ? [] : factsOfPersons(reading, line.counts);
    return { ...line, facts: [...(ceiling === undefined ? [] : [ceiling.position]), ...persons] };
  });
}

/** The women of each group with what they and the persons of the group are counted from. */
export const womenWithFacts = (reading: Reading): readonly WithFacts<WomenFigures>[] =>
  describeWomen(reading).map((group) => {
    const types = womenGroups[group.subject];
    return { ...group, facts: [...factsOfPersons(reading, types), ...factsOfWomen(reading, types)] };
  });

/** The return that is in force, and units' facts since, also where none of its rows is of these types. */
export const factsOfPersons = (reading: Reading, types: readonly PersonnelType[]): readonly number[] => [
  ...returnInForce(reading),
  ...factsBehind(explainHeadCount(reading, types, reading.today)),
];

const factsOfWomen = (reading: Reading, types: readonly PersonnelType[]): readonly number[] =>
  returnInForce(reading).length === 0 ? [] : factsBehind(explainWomen(reading, types, reading.today));

function returnInForce(reading: Reading): readonly number[] {
  const strength = strengthOn(reading, reading.today);
  return strength === undefined ? [] : [strength.ret.fact.position];
}
