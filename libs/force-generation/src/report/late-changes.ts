import type { Day } from '../day.js';
import type { Fact } from '../facts.js';
import type { SeriesName } from '../ledger/series-of.js';
import type { Reading } from '../reading.js';
import type { CellName } from '../strength/cell-name.js';
import { cellsOn } from '../strength/cells-on.js';
import { personsOf } from '../strength/return-in-force.js';
import { strengthOn, type KnownCell, type ReturnStrength } from '../strength/strength.js';
import type { CellChange } from './cell-change.js';

/** By how much a day's cells differ between what was read of it then and what is read of it now, and why. */
export function lateChanges(then: Reading, now: Reading, day: Day): readonly CellChange[] {
  const [was, is] = [cellsOn(then, day), cellsOn(now, day)];
  const told = { then, now, before: strengthOn(then, day), after: strengthOn(now, day), day };
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((cell): CellChange[] => {
    const change = (is.get(cell) ?? 0) - (was.get(cell) ?? 0);
    return change === 0 ? [] : [{ cell, change, ...whyOf(cell, told) }];
  });
}

interface Told {
  readonly then: Reading;
  readonly now: Reading;
  readonly before: ReturnStrength | undefined;
  readonly after: ReturnStrength | undefined;
  readonly day: Day;
}

function whyOf(cell: CellName, told: Told): Pick<CellChange, 'cause' | 'facts'> {
  const { before, after } = told;
  const [held, holds] = [specialIn(before, cell), specialIn(after, cell)];
  if (before?.ret.fact === after?.ret.fact && personsOf(held?.kept) !== personsOf(holds?.kept)) {
    const facts = [...factsOfHold(held), ...factsOfHold(holds), ...returnsOf(after)];
    return { cause: holds?.suspect ? 'hold' : 'release', facts };
  }
  const returns = before?.ret.fact === after?.ret.fact ? [] : [...returnsOf(before), ...returnsOf(after)];
  const facts = [...returns, ...factsOfHold(held), ...factsOfHold(holds), ...lateUnitFacts(told)];
  // Nothing that was read anew: then it is the return itself that is told otherwise.
  return { cause: 'revision', facts: facts.length === 0 ? returnsOf(after) : facts };
}

const specialIn = (strength: ReturnStrength | undefined, cell: CellName): KnownCell | undefined =>
  strength?.special.find(({ special }) => special.cell === cell);

const returnsOf = (strength: ReturnStrength | undefined): readonly Fact[] => (strength === undefined ? [] : [strength.ret.fact]);

const factsOfHold = (known: KnownCell | undefined): readonly Fact[] => {
  const hold = known?.special.hold;
  if (hold === undefined) return [];
  return [...hold.readings.map(({ printedIn }) => printedIn.fact), ...(hold.end === undefined ? [] : [hold.end.by])];
};

/** Facts about units up to the day that one of the two readings knows and the other does not, with what took them back. */
function lateUnitFacts({ then, now, day }: Told): readonly Fact[] {
  return [...new Set([...then.ids('unit'), ...now.ids('unit')])].flatMap((unit) => {
    const series: SeriesName = `unit/${unit}`;
    const [was, is] = [new Set(then.everValid(series)), new Set(now.everValid(series))];
    const late = [...is].filter((fact) => !was.has(fact) && fact.data.on <= day);
    const gone = [...was].filter((fact) => !is.has(fact) && fact.data.on <= day);
    return [...late, ...gone, ...gone.flatMap((fact) => retractionsOf(now, fact))];
  });
}

const retractionsOf = (reading: Reading, { source, id }: Fact): readonly Fact[] =>
  reading.retractions().filter(({ data }) => data.ofSource === source && data.ofId === id);
