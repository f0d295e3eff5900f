import { addDays, type Day } from '@muster/force-generation';
import { strengthFigures, type CurveStep, type StrengthCurves, type StrengthFigure } from '../doors.js';

export type DailyStrength = Readonly<Record<StrengthFigure, readonly (number | null)[]>>;

/** Every day of the window, both ends included. */
export function daysOf(from: Day, to: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** A step function read on each day: nothing before its first step, nor after `last`. */
export function dailyValues(steps: readonly CurveStep[], days: readonly Day[], last?: Day): readonly (number | null)[] {
  let next = 0;
  let value: number | null = null;
  return days.map((day) => {
    for (; next < steps.length && steps[next]![0] <= day; next += 1) value = steps[next]![1];
    return last !== undefined && day > last ? null : value;
  });
}

/** The four figures on each day. What is deployed is known up to today only; the rest tells what is to come. */
export const dailyStrength = (curves: StrengthCurves, days: readonly Day[], today: Day): DailyStrength =>
  Object.fromEntries(
    strengthFigures.map((figure) => [figure, dailyValues(curves[figure] ?? [], days, figure === 'deployed' ? today : undefined)]),
  ) as unknown as DailyStrength;

/** The indexes of the last days of months, and of today. */
export const monthEnds = (days: readonly Day[], today: Day): readonly number[] =>
  days.flatMap((day, index) => (day === today || addDays(day, 1).endsWith('-01') ? [index] : []));
