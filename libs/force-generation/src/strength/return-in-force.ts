import type { FactOf } from '../facts.js';
import { Curve, type Step } from '../curve.js';
import type { Day } from '../day.js';
import type { EveryDay } from '../reading.js';
import { PrintedCells } from './printed-cells.js';

export interface ReturnInForce {
  readonly fact: FactOf<'StrengthReturned'>;
  readonly asAt: Day;
  readonly byContributor: boolean;
  readonly complete: boolean;
  readonly cells: PrintedCells;
}

export const personsOf = (cell: { readonly women: number; readonly men: number } | undefined): number =>
  cell === undefined ? 0 : cell.women + cell.men;

/**
 * On each day the newest return; of one as-at day the one that speaks: no valid return replaces it, and of several it is the one
 * published last, then of the greatest id. Those of days to come are in it, at their days.
 */
export const returnsInForce = ({ whole: reading }: EveryDay): Curve<ReturnInForce | undefined> =>
  reading.once('returns in force', () => {
    const byDay = new Map<Day, FactOf<'StrengthReturned'>>();
    for (const fact of reading.everValid<FactOf<'StrengthReturned'>>('returns')) {
      const other = byDay.get(fact.data.on);
      if (other === undefined || speaksAfter(fact, other)) byDay.set(fact.data.on, fact);
    }
    return Curve.of(
      [...byDay.values()].map((fact): Step<ReturnInForce | undefined> => [fact.data.on, inForce(fact)]),
      undefined,
    );
  });

function speaksAfter(fact: FactOf<'StrengthReturned'>, other: FactOf<'StrengthReturned'>): boolean {
  const published = fact.data.publishedOn ?? fact.data.on;
  const otherPublished = other.data.publishedOn ?? other.data.on;
  if (published !== otherPublished) return published > otherPublished;
  return fact.id !== other.id ? fact.id > other.id : fact.source > other.source;
}

const cellsOf = new WeakMap<FactOf<'StrengthReturned'>, ReturnInForce>();

function inForce(fact: FactOf<'StrengthReturned'>): ReturnInForce {
  const known = cellsOf.get(fact);
  if (known !== undefined) return known;
  const byContributor = fact.data.detail === 'byContributor';
  const cells = new PrintedCells(fact.data.rows, byContributor);
  const result = { fact, asAt: fact.data.on, byContributor, complete: fact.data.incomplete === undefined, cells };
  cellsOf.set(fact, result);
  return result;
}
