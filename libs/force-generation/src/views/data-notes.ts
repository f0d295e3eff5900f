import { daysBetween, type Day } from '../day.js';
import type { Fact, FactOf } from '../facts.js';
import type { Reading } from '../reading.js';
import { personsOf, returnsInForce, type ReturnInForce } from '../strength/return-in-force.js';
import { firstReportOf } from '../strength/unit-changes.js';
import { unitHistory } from '../strength/unit-history.js';
import { pledgeHistory } from '../supply/pledge-history.js';

/** Something odd about the facts that changes no figure: it is shown, and goes when the missing fact comes. */
export interface DataNote {
  readonly code: string;
  readonly on: Day;
  readonly note: string;
  /** Positions of the facts that it is about. */
  readonly facts: readonly number[];
}

/** The notes on the facts up to today, the newest first. */
export const dataNotes = (reading: Reading): readonly DataNote[] =>
  reading.once('data notes', () =>
    [...returnNotes(reading), ...unitNotes(reading), ...pledgeNotes(reading), ...retractionNotes(reading)].sort(
      (a, b) => compare(b.on, a.on) || compare(a.code, b.code) || compare(a.note, b.note),
    ),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const note = (code: string, about: Fact, text: string): DataNote => ({
  code,
  on: about.data.on,
  note: text,
  facts: [about.position],
});

function returnNotes(reading: Reading): DataNote[] {
  const returns = returnsInForce(reading).filter(({ asAt }) => asAt <= reading.today);
  return returns.flatMap((ret, index) => {
    const { printedTotal, incomplete } = ret.fact.data;
    const total = sumOf(ret);
    const before = returns[index - 1];
    return [
      ...(printedTotal !== undefined && printedTotal !== total
        ? [
            note(
              'printed-total-differs',
              ret.fact,
              `the return of ${ret.asAt} prints a total of ${printedTotal}; its rows sum to ${total}`,
            ),
          ]
        : []),
      ...(incomplete === undefined
        ? []
        : [note('return-incomplete', ret.fact, `${incomplete} rows of the return of ${ret.asAt} could not be placed`)]),
      ...(before !== undefined && isSame(before, ret)
        ? [note('return-repeated', ret.fact, `the return of ${ret.asAt} is identical to that of ${before.asAt}`)]
        : []),
      ...(before === undefined ? [] : smallerLosses(reading, before, ret)),
    ];
  });
}

const sumOf = ({ cells }: ReturnInForce): number => [...cells.values()].reduce((sum, cell) => sum + personsOf(cell), 0);

const isSame = (a: ReturnInForce, b: ReturnInForce): boolean =>
  a.cells.size === b.cells.size &&
  a.cells.size > 0 &&
  [...a.cells].every(([name, { women, men }]) => b.cells.get(name)?.women === women && b.cells.get(name)?.men === men);

/** A large cell gone that is too small a part of the mission to be held. */
function smallerLosses(reading: Reading, before: ReturnInForce, ret: ReturnInForce): DataNote[] {
  const { lost, comparableDays } = reading.policy.table.returns;
  if (!before.byContributor || !ret.byContributor || !ret.complete || daysBetween(before.asAt, ret.asAt) > comparableDays)
    return [];
  const total = sumOf(before);
  return [...before.cells.values()]
    .filter(
      (cell) =>
        personsOf(cell) >= lost.persons && !ret.cells.has(cell.name) && 100 * personsOf(cell) < lost.strengthPercent * total,
    )
    .map((cell) => note('cell-gone', ret.fact, `${cell.name} fell from ${personsOf(cell)} to 0 in the return of ${ret.asAt}`));
}

function unitNotes(reading: Reading): DataNote[] {
  return reading.ids('unit').flatMap((unit) => {
    const facts = reading.facts(`unit/${unit}`);
    const first = firstReportOf(reading, unit);
    const contradictions = facts.filter((fact) => isAgainst(reading, unit, fact));
    return [
      ...(first !== undefined && first <= reading.today
        ? [
            note(
              'unit-first-reported',
              facts.find(({ type }) => type === 'UnitStrengthReported')!,
              `${unit} was reported before it arrived`,
            ),
          ]
        : []),
      ...contradictions.map((fact) =>
        note('unit-not-there', fact, `${fact.type} of ${unit} on ${fact.data.on}, when it was not there`),
      ),
    ];
  });
}

/** A repatriation of a unit that has never arrived, or a report of one that has left. */
function isAgainst(reading: Reading, unit: string, fact: Fact): boolean {
  if (fact.type !== 'UnitRepatriated' && fact.type !== 'UnitStrengthReported') return false;
  const { arrival, present, repatriatedOn } = unitHistory(reading, unit).at(fact.data.on);
  return fact.type === 'UnitRepatriated' ? arrival === undefined : !present && repatriatedOn !== undefined;
}

/** Facts about a pledge that nobody has registered or selected. */
function pledgeNotes(reading: Reading): DataNote[] {
  return reading.ids('pledge').flatMap((pledge) => {
    const [first] = reading.facts(`pledge/${pledge}`);
    const known = pledgeHistory(reading, pledge).at(reading.today).terms !== undefined;
    return first === undefined || known
      ? []
      : [note('pledge-unknown', first, `nothing is known of the pledge ${pledge} that ${first.type} names`)];
  });
}

const retractionNotes = (reading: Reading): DataNote[] =>
  reading
    .retractions()
    .filter((fact: FactOf<'FactRetracted'>) => fact.data.on <= reading.today)
    .flatMap((fact) => {
      const { ofSource, ofId } = fact.data;
      const target = reading.ledger.factNamed(ofSource, ofId);
      if (target === undefined)
        return [note('retraction-of-nothing', fact, `${ofId} of ${ofSource} is retracted, but is not in this stream`)];
      return target.type === 'FactRetracted'
        ? [note('retraction-of-retraction', fact, `${ofId} is itself a retraction: send the fact again`)]
        : [];
    });
