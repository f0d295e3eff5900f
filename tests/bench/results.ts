import type { Machine } from './machine.js';
import type { Goal, Row } from './row.js';

/** What `bench.json` holds. */
export interface Results {
  readonly machine: Machine;
  readonly runs: number;
  readonly rows: readonly Row[];
}

export const ratioText = (ratio: number): string =>
  ratio >= 20 ? ratio.toFixed(0) : ratio >= 2 ? ratio.toFixed(1) : ratio.toFixed(2);

export const goalText = (goal: Goal | undefined): string =>
  goal === undefined ? 'reported' : 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost} ×`;

export const metText = (met: boolean | null): string => (met === null ? '–' : met ? 'yes' : 'no');

export const figureText = (figure: number, unit: string): string =>
  `${figure >= 1_000 ? Math.round(figure).toLocaleString('en') : Number(figure.toPrecision(3))} ${unit}`;

export const spreadText = ({ lowest, highest }: Row): string => `${ratioText(lowest)}–${ratioText(highest)}`;
