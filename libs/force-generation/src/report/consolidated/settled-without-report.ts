import type { Day } from '../../day.js';
import type { Ledger } from '../../ledger/ledger.js';
import { isActive } from '../../mandate/mandate.js';
import { isOfTheCalendar } from '../corrections.js';
import { lastDayOf, monthOf, type Month } from '../month.js';
import { readMonth } from '../read-month.js';
import { dueOf } from '../reports-due.js';

/** From when on the report over all missions waits for a mission no more: a position of the log, and the day recorded there. */
export interface Settled {
  readonly position: number;
  readonly on: Day;
}

/** Of a mission for which it never waited. */
const neverWaitedFor: Settled = { position: 0, on: '' };

/**
 * Of a mission without a report of the month; undefined while one is to come. None comes of a mission that is not active at the month's
 * end as a recorded day begins, and none where its first recorded day is after that month. `upTo` is the last day that counts.
 */
export function settledWithoutReport(ledger: Ledger, month: Month, upTo: Day): Settled | undefined {
  const [first] = ledger.days;
  if (first === undefined || monthOf(first.data.on) > month) return neverWaitedFor;
  const due = dueOf(ledger, month)?.beforePosition ?? Number.MAX_SAFE_INTEGER;
  const turns = ledger.days.filter(({ data: { on }, position }) => on > lastDayOf(month) && on <= upTo && position <= due);
  const recorded = [...ledger.all()].filter((fact) => !isOfTheCalendar(fact)).map(({ position }) => position);
  let settled: Settled | undefined;
  for (const { position, data } of turns.reverse()) {
    const since = settled?.position ?? Number.MAX_SAFE_INTEGER;
    const saysTheSame = settled !== undefined && !recorded.some((one) => one > position && one < since);
    if (!saysTheSame && isActiveBefore(position, ledger, month)) return settled;
    settled = { position, on: data.on };
  }
  return settled && neverWaitedFor;
}

function isActiveBefore(position: number, ledger: Ledger, month: Month): boolean {
  const reading = readMonth(ledger, { month, position: position - 1 });
  return reading !== undefined && isActive(reading, reading.today);
}
