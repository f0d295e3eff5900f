import type { Day } from '@muster/force-generation';
import { hashOf, routeOf } from './route.js';
import { longDay } from './words/day-words.js';

interface Props {
  readonly today: Day | undefined;
  readonly asOf: Day | undefined;
}

const calendarDay = (): Day => new Date().toISOString().slice(0, 10);

/** Which day the page speaks of, always: the monitor's own, or the one that was asked for. */
export function TodayText({ today, asOf }: Props) {
  const { mission } = routeOf(location.hash);
  if (asOf !== undefined) {
    return (
      <p class="today today-other">
        <strong>As of {longDay(asOf)}</strong>, with what is known now.{' '}
        <a href={hashOf({ ...(mission && { mission }) })}>Back to today</a>
      </p>
    );
  }
  if (today === undefined) return <p class="today">Reading …</p>;
  const calendar = calendarDay();
  return (
    <p class="today">
      <strong>Today is {longDay(today)}</strong>
      {today !== calendar && `. The monitor’s day is set to this; the calendar says ${longDay(calendar)}.`}
    </p>
  );
}
