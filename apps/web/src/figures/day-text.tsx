import type { Day } from '@muster/force-generation';
import { shortDay } from '../words/day-words.js';

/** A day for a reader, with the day of the calendar for machines. */
export const DayText = ({ day }: { readonly day: Day }) => (
  <time class="day" dateTime={day}>
    {shortDay(day)}
  </time>
);
