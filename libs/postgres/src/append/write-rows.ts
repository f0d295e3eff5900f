import type { Transaction } from '../database.js';
import { insertOfArrays } from './insert-of-arrays.js';
import { insertOfValues, isFew } from './insert-of-values.js';
import type { Assumed, CursorMove } from './insert.js';
import type { AppendPlan } from './plan-append.js';

const nothing: Assumed = { heads: [], unknown: [] };

/** Gives the position after which the rows stand; undefined where the log is not as assumed, or where there is nothing to write. */
export async function writeRows(
  tx: Transaction,
  plan: AppendPlan,
  { assumed = nothing, cursor }: { readonly assumed?: Assumed | undefined; readonly cursor?: CursorMove } = {},
): Promise<number | undefined> {
  if (plan.rows.length === 0) return undefined;
  const call = { plan, assumed, cursor };
  const { rows } = await tx.query<{ position: number }>(isFew(call) ? insertOfValues(call) : insertOfArrays(call));
  return rows[0]?.position;
}
