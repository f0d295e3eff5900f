import type { Day } from '../day.js';
import type { PersonnelType } from '../personnel.js';
import type { WomenTargets } from '../policy.js';
import type { EveryDay } from '../reading.js';

/** Personnel types that have a target of their own; staff officers and experts are one group. */
export type WomenGroup = keyof WomenTargets[string];

export const womenGroups: Readonly<Record<WomenGroup, readonly PersonnelType[]>> = {
  troops: ['Troops'],
  'officers-and-experts': ['Staff Officer', 'Experts on Mission'],
  'formed-police': ['Formed Police Units'],
  'individual-police': ['Individual Police'],
};

/** The share of women that a group is to have in a year. */
export interface WomenTarget {
  readonly year: string;
  readonly percent: number;
  /** Whether it is that of the day's own year; else it is only shown. */
  readonly isDue: boolean;
}

/** The target of the day's year, else the next one, else the last; undefined where the policy has none. */
export function womenTargetOn(reading: EveryDay, group: WomenGroup, day: Day): WomenTarget | undefined {
  const { targets } = reading.policy.table.rules['women-below-target'];
  const own = day.slice(0, 4);
  const years = Object.keys(targets).sort();
  const year = years.find((candidate) => candidate >= own) ?? years.at(-1);
  return year === undefined ? undefined : { year, percent: targets[year]![group], isDue: year === own };
}
