import type { Day } from '../day.js';
import { shareOf } from '../explanation/node.js';
import type { PersonnelType } from '../personnel.js';
import type { Reading } from '../reading.js';
import { targetOn, typesIn, type WomenGroup } from '../rules/women-below-target.js';
import { headCountsToday, isSayable, type FigureState } from '../strength/head-count.js';

/** Women of the types that have one target, beside it. Shares have four decimals; the target is in per cent. */
export interface WomenFigures {
  readonly group: WomenGroup;
  readonly personnelTypes: readonly PersonnelType[];
  readonly women: number | null;
  readonly persons: number | null;
  readonly share: number | null;
  readonly state: FigureState;
  readonly observedOn: Day | null;
  readonly target: number | null;
  readonly targetYear: number | null;
  /** Whether it is the year's own target; else it is shown beside the share, and raises nothing. */
  readonly isDue: boolean;
}

/** Women's participation against the targets, as the reading's today knows it. */
export const describeWomen = (reading: Reading): readonly WomenFigures[] =>
  (Object.keys(typesIn) as WomenGroup[]).map((group) => {
    const count = headCountsToday(reading, typesIn[group]).at(reading.today);
    const target = targetOn(reading, group, reading.today);
    const [women, persons] =
      count !== undefined && isSayable(count.womenState) && isSayable(count.state) ? [count.women, count.persons] : [null, null];
    return {
      group,
      personnelTypes: typesIn[group],
      women,
      persons,
      share: women === null || persons === null ? null : shareOf(women, persons),
      state: count?.womenState ?? 'unknown',
      observedOn: count?.observedOn ?? null,
      target: target?.percent ?? null,
      targetYear: target === undefined ? null : Number(target.year),
      isDue: target?.isDue ?? false,
    };
  });
