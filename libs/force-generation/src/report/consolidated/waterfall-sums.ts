import type { Day } from '../../day.js';
import { components, type Component } from '../../personnel.js';
import { changeCauses, type ChangeCause } from '../cell-change.js';
import type { MonthlyReport } from '../monthly-report.js';
import type { Waterfall } from '../waterfall.js';
import { sumKnown } from './sum-known.js';

/** All changes of one cause. Persons; negative where fewer. */
export interface CauseSum {
  readonly cause: ChangeCause;
  readonly change: number;
}

/** How the strength of the last reports became that of these. Null is not known of any mission: then there are no parts. */
export interface WaterfallSum {
  readonly fromOn: Day;
  readonly from: number | null;
  readonly toOn: Day;
  readonly to: number | null;
  /** They sum to the difference without a remainder. */
  readonly parts: readonly CauseSum[];
}

export interface MissionWaterfall extends WaterfallSum {
  readonly mission: string;
}

export interface WaterfallSums extends WaterfallSum {
  readonly components: readonly (WaterfallSum & { readonly component: Component })[];
  readonly missions: readonly MissionWaterfall[];
  /** Missions of which one of the two strengths is not known: they are in no sum. */
  readonly notKnown: readonly string[];
}

interface Days {
  readonly fromOn: Day;
  readonly toOn: Day;
}

/** The missions' waterfalls added up, cause by cause. */
export function waterfallSums(days: Days, reports: readonly MonthlyReport[]): WaterfallSums {
  const known = reports.filter(({ waterfall }) => isKnown(waterfall));
  return {
    ...sumOf(
      days,
      known.map(({ waterfall }) => waterfall),
    ),
    components: components.map((component) => ({
      component,
      ...sumOf(
        days,
        known.map(({ waterfall }) => waterfall.components.find((own) => own.component === component)!).filter(isKnown),
      ),
    })),
    missions: known.map(({ mission, waterfall }) => ({ mission, ...sumOf(days, [waterfall]) })),
    notKnown: reports.filter(({ waterfall }) => !isKnown(waterfall)).map(({ mission }) => mission),
  };
}

const isKnown = ({ from, to }: Waterfall): boolean => from !== null && to !== null;

function sumOf({ fromOn, toOn }: Days, waterfalls: readonly Waterfall[]): WaterfallSum {
  const from = sumKnown(waterfalls.map((waterfall) => waterfall.from));
  const to = sumKnown(waterfalls.map((waterfall) => waterfall.to));
  const all = waterfalls.flatMap(({ parts }) => parts);
  const parts = changeCauses.flatMap((cause): readonly CauseSum[] => {
    const own = all.filter((part) => part.cause === cause);
    return own.length === 0 ? [] : [{ cause, change: own.reduce((sum, { change }) => sum + change, 0) }];
  });
  return { fromOn, from, toOn, to, parts };
}
