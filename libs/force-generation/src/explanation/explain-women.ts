import type { Day } from '../day.js';
import type { PersonnelType } from '../personnel.js';
import type { Reading } from '../reading.js';
import type { CellValue } from '../strength/hold.js';
import { strengthOn, type KnownCell, type ReturnStrength } from '../strength/strength.js';
import { firstReportOf } from '../strength/unit-changes.js';
import { unitHistory, type UnitState } from '../strength/unit-history.js';
import { leaf, node, type ExplanationNode } from './node.js';

/** The women of the types on a day with a return: its rows, and what each unit gained or lost since. */
export function explainWomen(reading: Reading, types: readonly PersonnelType[], day: Day): ExplanationNode {
  const strength = strengthOn(reading, day)!;
  const returned = node('women returned', strength.asAt, 'sum', cellNodes(strength, types));
  return node('women', day, 'sum', [returned, ...unitNodes(reading, types, strength.asAt, day)]);
}

function cellNodes({ ret, special }: ReturnStrength, types: readonly PersonnelType[]): readonly ExplanationNode[] {
  const specialCells = new Set(special.map(({ special: { cell } }) => cell));
  const plain = [...ret.cells].filter(([name, { personnelType }]) => types.includes(personnelType) && !specialCells.has(name));
  return [
    ...plain.map(([name]) => leaf(`${name} women`, ret.fact, `/rows/${ret.cells.rowOf(name)}/women`)),
    ...special.filter((cell) => types.includes(cell.special.type)).flatMap(specialNodes),
  ];
}

/** Of swapped sexes the share of women before them goes on, over the persons as printed. */
function specialNodes({ special, kept }: KnownCell): readonly ExplanationNode[] {
  const { cell, hold, printed } = special;
  const [women] = sexes(cell, kept);
  if (women === undefined) return [];
  const isHeld = hold?.kind === 'sexes' && kept !== printed;
  if (!isHeld) return [kept === printed ? women : { ...women, held: true as const }];
  const { asAt } = printed.printedIn;
  const before = sexes(cell, hold.before);
  const persons = node(`${cell} persons`, asAt, 'sum', sexes(cell, printed));
  const shared = node(`${cell} women before as often as persons`, asAt, 'product', [before[0]!, persons]);
  return [node(`${cell} women`, asAt, 'part', [shared, node(`${cell} persons before`, hold.after, 'sum', before)])];
}

const sexes = (cell: string, { printedIn, row }: CellValue) =>
  row === undefined ? [] : ['women', 'men'].map((sex) => leaf(`${cell} ${sex}`, printedIn.fact, `/rows/${row}/${sex}`));

function unitNodes(reading: Reading, types: readonly PersonnelType[], from: Day, to: Day): readonly ExplanationNode[] {
  return reading.ids('unit').flatMap((unit) => {
    const firstReported = firstReportOf(reading, unit);
    if (firstReported !== undefined && firstReported > from) return [];
    const [then, now] = [from, to].map((day) => unitHistory(reading, unit).at(day)) as [UnitState, UnitState];
    const ofTypes = [now, then].map((state) => state.type !== undefined && types.includes(state.type));
    if (then === now || !ofTypes.some((isOf) => isOf)) return [];
    const figures = [womenOf(unit, ofTypes[0]! ? now : undefined, to), womenOf(unit, ofTypes[1]! ? then : undefined, from)];
    return [node(`${unit} women since ${from}`, to, 'difference', figures)];
  });
}

const womenOf = (unit: string, state: UnitState | undefined, day: Day): ExplanationNode =>
  node(
    `${unit} women`,
    day,
    'sum',
    (state?.present ? state.basis : []).map((fact) => leaf(`${unit} women`, fact, '/women')),
  );
