import { addDays, type Day } from '../day.js';
import type { Ledger } from '../ledger/ledger.js';
import { addMonths, lastDayOf, monthOf, monthsBetween, type Month } from './month.js';

/** A month whose report is to be issued, as the mission stood when a recorded day had ended. */
export interface DueReport {
  readonly month: Month;
  /** The day that began then. */
  readonly on: Day;
  /** Of the day's beginning: the report is read before it. */
  readonly beforePosition: number;
}

/** Days after a month's end from which its report is issued without a return: the published returns came within 108. */
const patienceDays = 110;

/**
 * The months whose reports are to be issued, in order: on the first day that begins with the month's return in force, or without it
 * once patience is over. Only recorded days decide, so that it is the same whenever somebody looks and however often.
 */
export function reportsDue(ledger: Ledger, from: Month): readonly DueReport[] {
  const [first, today] = [ledger.days[0]?.data.on, ledger.today];
  if (first === undefined || today === undefined) return [];
  const begins = monthOf(first) > from ? monthOf(first) : from;
  return monthsBetween(begins, addMonths(monthOf(today), -1)).flatMap((month) => dueOf(ledger, month) ?? []);
}

/** Undefined while it is not. */
export function dueOf(ledger: Ledger, month: Month): DueReport | undefined {
  const end = lastDayOf(month);
  const last = addDays(end, patienceDays);
  const turn = ledger.days.find(({ data: { on }, position }) => on > end && (on >= last || isReturned(ledger, month, position)));
  return turn && { month, on: turn.data.on, beforePosition: turn.position };
}

const isReturned = (ledger: Ledger, month: Month, position: number): boolean =>
  ledger
    .list('returns')
    .some(
      (fact) =>
        monthOf(fact.data.on) === month &&
        fact.position < position &&
        !ledger.retractionsOf(fact).some((retraction) => retraction.position < position),
    );
