import { addMonths, allMissions, firstDayOf, lastDayOf, monthsBetween, type Day, type Month } from '@muster/force-generation';
import type { ReportLine } from '../doors.js';

export interface Sifted {
  /** Empty for all. */
  readonly mission: string;
  readonly month: string;
}

export interface MonthOfReports {
  readonly month: Month;
  readonly reports: readonly ReportLine[];
}

/** The reports that are asked for, the newest month first, each month in the order of the door. */
export function byMonth(all: readonly ReportLine[], { mission, month }: Sifted): readonly MonthOfReports[] {
  const shown = all.filter((line) => (mission === '' || line.mission === mission) && (month === '' || line.month === month));
  const months = [...new Set(shown.map((line) => line.month))].sort().reverse();
  return months.map((one) => ({ month: one, reports: shown.filter((line) => line.month === one) }));
}

/**
 * What was asked for and is in no list: any past month's report can be made. Undefined where the list has one, where no month was
 * chosen, and of one that has not ended.
 */
export function draftOf(all: readonly ReportLine[], { mission, month }: Sifted, today: Day): ReportLine | undefined {
  const name = mission === '' ? allMissions : mission;
  if (month === '' || lastDayOf(month) >= today || byMonth(all, { mission: name, month }).length > 0) return undefined;
  const path = name === allMissions ? 'all' : encodeURIComponent(name);
  return {
    ...{ mission: name, month, status: 'draft', number: 0, on: firstDayOf(addMonths(month, 1)) },
    ...{ withReturn: null, position: null, sha256: null, url: `/api/reports/${path}/${month}` },
  };
}

/** Months that can be chosen: five years back, and the one that was asked for; the newest first. */
export const monthsToChoose = (today: Day, chosen: string): readonly Month[] => {
  const last = addMonths(today.slice(0, 7), -1);
  const months = new Set(monthsBetween(addMonths(last, -59), last));
  if (chosen !== '') months.add(chosen);
  return [...months].sort().reverse();
};
