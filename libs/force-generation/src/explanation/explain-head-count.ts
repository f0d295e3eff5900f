import type { Day } from '../day.js';
import type { PersonnelType } from '../personnel.js';
import type { Reading } from '../reading.js';
import { strengthOn, type ReturnStrength } from '../strength/strength.js';
import { valueIn, type CellValue } from '../strength/hold.js';
import { firstReportOf } from '../strength/unit-changes.js';
import { unitHistory, type UnitState } from '../strength/unit-history.js';
import { leaf, node, absence, type ExplanationNode, type FactLeaf } from './node.js';

/** The persons of the types on the day: the rows of the return in force, and what each unit gained or lost since. */
export function explainHeadCount(
  reading: Reading,
  types: readonly PersonnelType[],
  day: Day,
  figure = 'deployed',
): ExplanationNode {
  const strength = strengthOn(reading, day);
  if (strength === undefined) {
    const over = { type: 'StrengthReturned', subject: reading.mission, from: '0001-01-01', to: day };
    return absence('returns', day, over);
  }
  const returned = node('returned', strength.asAt, 'sum', cellLeaves(strength, types));
  const units = unitNodes(reading, types, strength.asAt, day);
  return node(figure, day, 'sum', [returned, ...units]);
}

function cellLeaves({ ret, special }: ReturnStrength, types: readonly PersonnelType[]): FactLeaf[] {
  const leaves: FactLeaf[] = [];
  const wanted = new Set(types);
  const specialCells = new Map(special.map((known) => [known.special.cell, known]));
  for (const [name, cell] of ret.cells) {
    if (wanted.has(cell.personnelType) && !specialCells.has(name)) leaves.push(...valueLeaves(name, valueIn(ret, name)));
  }
  for (const { special: cell, kept } of specialCells.values()) {
    if (!wanted.has(cell.type)) continue;
    // Of swapped sexes only the split is held; the persons are as printed.
    const value = cell.hold?.kind === 'sexes' ? cell.printed : kept;
    leaves.push(...valueLeaves(cell.cell, value, value.printedIn !== ret));
  }
  return leaves;
}

function valueLeaves(cell: string, { printedIn, row }: CellValue, held = false): FactLeaf[] {
  if (row === undefined) return [];
  return ['women', 'men'].map((sex) => ({
    ...leaf(`${cell} ${sex}`, printedIn.fact, `/rows/${row}/${sex}`),
    ...(held && { held: true as const }),
  }));
}

function unitNodes(reading: Reading, types: readonly PersonnelType[], from: Day, to: Day): ExplanationNode[] {
  const nodes: ExplanationNode[] = [];
  for (const unit of reading.ids('unit')) {
    const firstReported = firstReportOf(reading, unit);
    if (firstReported !== undefined && firstReported > from) continue;
    const history = unitHistory(reading, unit);
    const [then, now] = [history.at(from), history.at(to)];
    const counted = [now, then].map((state) => (state.type !== undefined && types.includes(state.type) ? state : undefined));
    if (then === now || counted.every((state) => state === undefined)) continue;
    nodes.push(
      node(`${unit} since ${from}`, to, 'difference', [figureOf(unit, counted[0], to), figureOf(unit, counted[1], from)]),
    );
  }
  return nodes;
}

/** A unit's persons on a day, from the report and the arrivals that they are made of. */
export const figureOf = (unit: string, state: UnitState | undefined, day: Day): ExplanationNode =>
  node(
    unit,
    day,
    'sum',
    (state?.present ? state.basis : []).flatMap((fact) => [
      leaf(`${unit} women`, fact, '/women'),
      leaf(`${unit} men`, fact, '/men'),
    ]),
  );
