import type { Day } from '@muster/force-generation';
import { hashOn, routeOf } from './route.js';
import { ProblemText } from './figures/problem-text.js';
import { longDay } from './words/day-words.js';

interface Props {
  readonly today: Day | undefined;
  readonly asOf: Day | undefined;
  /** Why the day is not known, where it is not. */
  readonly problem: string | undefined;
}

const calendarDay = (): Day => new Date().toISOString().slice(0, 10);

/** Which day the page speaks of, always: the monitor's own, or the one that was asked for. */
export function TodayText({ today, asOf, problem }: Props) {
  const route = routeOf(location.hash);
  if (asOf !== undefined) {
    return (
      <p class="today today-other">
        <strong>As of {longDay(asOf)}</strong>, with what is known now. <a href={hashOn(route)}>Back to today</a>
      </p>
    );
  }
  if (today === undefined) return problem === undefined ? <p class="today">Reading …</p> : null;
  const calendar = calendarDay();
  return (
    <>
      <ProblemText problem={route.noDay && `“${route.noDay}” is no day of the calendar. What you see is today.`} />
      <p class="today">
        <strong>Today is {longDay(today)}</strong>
        {today !== calendar && `. The monitor’s day is set to this; the calendar says ${longDay(calendar)}.`}
      </p>
    </>
  );
}
