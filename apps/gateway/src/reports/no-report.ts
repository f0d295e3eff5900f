import { addMonths, firstDayOf, lastDayOf } from '@muster/force-generation';
import { Refusal } from '@muster/runtime';
import type { Asked } from './edition.js';

type Meant = Pick<Asked, 'mission' | 'month'>;

export const noReport = ({ mission, month }: Meant, why: string): Refusal =>
  new Refusal(404, `There is no report of ${mission} for ${month}. ${why}`);

/** Refuses a month that has not ended. */
export function refuseBeforeItsEnd(asked: Meant, today: string): void {
  if (lastDayOf(asked.month) < today) return;
  const begins = firstDayOf(addMonths(asked.month, 1));
  throw noReport(asked, `The month has not ended: its first draft is of ${begins}, and today is ${today}.`);
}
