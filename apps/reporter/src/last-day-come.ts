import { addDays, earlierOf, type Day } from '@muster/force-generation';
import type { TimeOfDay } from '@muster/runtime';

/**
 * The last day, a mission's own at most, on which the clock on the wall of that zone has come to the time. A mission's day that the
 * calendar has not come to is a pinned one: it has no hours.
 */
export function lastDayCome(day: Day, { time, zone }: TimeOfDay, now: Date): Day {
  if (day > now.toISOString().slice(0, 10)) return day;
  const wall = wallClock(now, zone);
  return earlierOf(day, wall.time >= time ? wall.day : addDays(wall.day, -1));
}

/** `2018-05-08` and `06:00`. */
function wallClock(now: Date, timeZone: string): { readonly day: Day; readonly time: string } {
  const [year, month, day, hour, minute] = (['year', 'month', 'day', 'hour', 'minute'] as const).map((type) =>
    partsOf(now, timeZone).get(type),
  );
  return { day: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
}

function partsOf(now: Date, timeZone: string): ReadonlyMap<string, string> {
  const [day, time] = [
    { year: 'numeric', month: '2-digit', day: '2-digit' },
    { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  ] as const;
  const parts = new Intl.DateTimeFormat('en', { timeZone, ...day, ...time }).formatToParts(now);
  return new Map(parts.map(({ type, value }) => [type, value]));
}
