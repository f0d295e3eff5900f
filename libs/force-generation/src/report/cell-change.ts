import type { Fact } from '../facts.js';
import type { CellName } from '../strength/cell-name.js';

/** Why a strength changed. What no fact explains is *not reported*: a change by a contributor whose cause nobody has told. */
export const changeCauses = [
  'revision',
  'hold',
  'release',
  'recount',
  'arrival',
  'departure',
  'rotation',
  'strength-report',
  'not-reported',
] as const;
export type ChangeCause = (typeof changeCauses)[number];

/** A change of one cell, before it is told of a mission or a component. */
export interface CellChange {
  readonly cell: CellName;
  readonly change: number;
  readonly cause: ChangeCause;
  readonly unit?: string;
  readonly facts: readonly Fact[];
}
