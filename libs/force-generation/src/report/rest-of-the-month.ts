import type { Day } from '../day.js';
import type { Fact, FactOf } from '../facts.js';
import type { Reading } from '../reading.js';
import { cellName, typeOfCell, type CellName } from '../strength/cell-name.js';
import { cellsOn } from '../strength/cells-on.js';
import { strengthOn, type ReturnStrength } from '../strength/strength.js';
import type { UnitMovement } from './unit-movements.js';
import type { CellChange } from './cell-change.js';

type Withdrawal = FactOf<'WithdrawalAnnounced'>;

/**
 * What the returns say beyond the movements of units: a contributor that had announced to leave has left, or, for the rest, the cause
 * is not reported. A return by type makes no contributor appear or vanish: beside one the rest is told by type.
 */
export function restOfTheMonth(reading: Reading, lastDay: Day, moved: readonly UnitMovement[]): readonly CellChange[] {
  const { today } = reading;
  const [before, after] = [strengthOn(reading, lastDay), strengthOn(reading, today)];
  const byContributor = (before?.ret.byContributor ?? true) && (after?.ret.byContributor ?? true);
  const told = (cell: CellName): CellName => (byContributor ? cell : cellName(undefined, typeOfCell(cell)));
  const rest = new Map<CellName, number>();
  const add = (cell: CellName, persons: number): unknown => rest.set(told(cell), (rest.get(told(cell)) ?? 0) + persons);
  for (const [cell, persons] of cellsOn(reading, today)) add(cell, persons);
  for (const [cell, persons] of cellsOn(reading, lastDay)) add(cell, -persons);
  for (const { cell, change } of moved) add(cell, -change);
  const returns = returnsOf(before, after);
  const leaving = withdrawalsShown(reading, before?.asAt ?? lastDay);
  return [...rest].flatMap(([cell, change]) => (change === 0 ? [] : explained(cell, change, { returns, leaving })));
}

const returnsOf = (...strengths: readonly (ReturnStrength | undefined)[]): readonly Fact[] =>
  strengths.flatMap((strength) => (strength === undefined ? [] : [strength.ret.fact]));

/** Announced without naming a unit; a later return shows who has left. */
const withdrawalsShown = (reading: Reading, after: Day): readonly Withdrawal[] =>
  reading
    .facts<Withdrawal>('withdrawals')
    .filter(({ data }) => data.unit === undefined && data.leavesOn > after && data.leavesOn <= reading.today);

/** Of fewer persons as many have departed as were announced to. */
function explained(
  cell: CellName,
  change: number,
  { returns, leaving }: { readonly returns: readonly Fact[]; readonly leaving: readonly Withdrawal[] },
): readonly CellChange[] {
  const own = leaving.filter(({ data }) => cellName(data.contributor, data.personnelType ?? 'Troops') === cell);
  const announced = own.reduce((sum, { data }) => sum + data.personnel, 0);
  const departed = change < 0 ? Math.min(-change, announced) : 0;
  const rest = change + departed;
  return [
    ...(departed === 0 ? [] : [{ cell, change: -departed, cause: 'departure' as const, facts: [...own, ...returns] }]),
    ...(rest === 0 ? [] : [{ cell, change: rest, cause: 'not-reported' as const, facts: returns }]),
  ];
}
