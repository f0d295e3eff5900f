import type { Day } from '../day.js';
import { shareOf } from '../explanation/node.js';
import type { Reading } from '../reading.js';
import { womenGroups, womenTargetOn, type WomenGroup } from '../rules/women-target.js';
import { headCountsToday, isSayable, type FigureState } from '../strength/head-count.js';

/** The women of one group of personnel types, and the share that they are to be by a year. Null is not known. */
export interface WomenFigures {
  /** As the rule names it: `troops`, `officers-and-experts`, `formed-police`, `individual-police`. */
  readonly subject: WomenGroup;
  readonly women: number | null;
  readonly persons: number | null;
  /** Four decimals, half up. */
  readonly share: number | null;
  readonly state: FigureState;
  /** The day of the return that it is read from. */
  readonly observedOn: Day | null;
  /** Per cent. */
  readonly target: number | null;
  readonly targetYear: number | null;
  /** Whether the target is that of today's year; else it is information, and raises nothing. */
  readonly due: boolean;
}

/** The share of women against the target of the year, or the next one that a source gives: today that is 2028. */
export const describeWomen = (reading: Reading): readonly WomenFigures[] =>
  (Object.keys(womenGroups) as WomenGroup[]).map((subject) => {
    const target = womenTargetOn(reading, subject, reading.today);
    return {
      subject,
      ...womenOf(reading, subject),
      target: target?.percent ?? null,
      targetYear: target === undefined ? null : Number(target.year),
      due: target?.isDue ?? false,
    };
  });

function womenOf(
  reading: Reading,
  subject: WomenGroup,
): Pick<WomenFigures, 'women' | 'persons' | 'share' | 'state' | 'observedOn'> {
  const count = headCountsToday(reading, womenGroups[subject]).at(reading.today);
  const isKnown = count !== undefined && isSayable(count.womenState) && isSayable(count.state);
  const observedOn = count?.observedOn ?? null;
  if (!isKnown) return { women: null, persons: null, share: null, state: count?.womenState ?? 'unknown', observedOn };
  const { women, persons, womenState } = count;
  return { women, persons, share: shareOf(women, persons), state: womenState, observedOn };
}
