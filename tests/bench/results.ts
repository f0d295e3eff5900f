import type { Machine } from './machine.js';
import type { Goal, MeasuredRow, Row } from './row.js';

/** What `bench.json` holds. */
export interface Results {
  readonly machine: Machine;
  readonly runs: number;
  readonly rows: readonly Row[];
}

const ratioText = (ratio: number): string => (ratio >= 20 ? ratio.toFixed(0) : ratio >= 2 ? ratio.toFixed(1) : ratio.toFixed(2));

export const goalText = (goal: Goal | undefined): string =>
  goal === undefined ? 'reported' : 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost} ×`;

export const metText = (met: boolean | null): string => (met === null ? '–' : met ? 'yes' : 'no');

const figureText = (figure: number, unit: string): string =>
  `${figure >= 1_000 ? Math.round(figure).toLocaleString('en') : Number(figure.toPrecision(3))} ${unit}`;

const spreadText = ({ lowest, highest }: MeasuredRow): string => `${ratioText(lowest)}–${ratioText(highest)}`;

/** What a row came to, as words; of one that was skipped, why. */
export interface RowTexts {
  readonly measured: string;
  readonly against: string;
  readonly ratio: string;
  readonly spread: string;
}

export function textsOf(row: Row): RowTexts {
  if ('skipped' in row) return { measured: `skipped: ${row.skipped}`, against: '–', ratio: '–', spread: '–' };
  const [measured, against] = [figureText(row.subject, row.unit), figureText(row.limitMeasured, row.unit)];
  return { measured, against, ratio: ratioText(row.ratio), spread: spreadText(row) };
}
