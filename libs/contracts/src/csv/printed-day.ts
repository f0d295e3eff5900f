import { isDay } from '@muster/force-generation';
import type { Day } from '@muster/force-generation';
import { day } from '../schemas/fields.js';
import { refused, understood } from './printed.js';
import type { Printed } from './printed.js';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/;
const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const named = /^(\d{1,2})[- ]([A-Za-z]{3,9})[- ](\d{2}|\d{4})$/;

/** Two digits of a year: the first mission is of 1948. */
const century = (year: string): string => (year.length === 4 ? year : `${Number(year) < 48 ? 20 : 19}${year}`);

const monthNumber = (name: string): string => String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);

const dayText = (year: string, month: string, dayOfMonth: string): Day =>
  `${century(year)}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;

function dayOf(text: string): Day | undefined {
  const asIso = iso.exec(text);
  if (asIso) return dayText(asIso[1]!, asIso[2]!, asIso[3]!);
  const asSlashed = slashed.exec(text);
  if (asSlashed) return dayText(asSlashed[3]!, asSlashed[2]!, asSlashed[1]!);
  const asNamed = named.exec(text);
  return asNamed ? dayText(asNamed[3]!, monthNumber(asNamed[2]!), asNamed[1]!) : undefined;
}

/** A day in one of the three forms of the published files: 28/02/2018 (day first), 28-Feb-18, 2018-02-28. */
export function printedDay(printed: string): Printed<Day> {
  const text = dayOf(printed.trim());
  if (text === undefined) return refused('This is not a day; write 28/02/2018, 28-Feb-18 or 2018-02-28.');
  if (!isDay(text)) return refused('The calendar has no such day; days are read as dd/mm/yyyy, dd-Mon-yy or yyyy-mm-dd.');
  const checked = day.safeParse(text);
  return checked.success ? understood(text) : refused(checked.error.issues[0]!.message);
}
