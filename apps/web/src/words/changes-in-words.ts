import type { Alert, Day } from '@muster/force-generation';
import { shortDay } from './day-words.js';

type Say = (alert: Alert) => string | undefined;

const onDay = (day: Day | undefined): string | undefined => day && shortDay(day);

/** What of an alert may change beside its figures, in the order in which a planner asks. */
const parts: readonly (readonly [name: string, say: Say])[] = [
  ['severity', ({ severity }) => severity],
  ['severity without the task', ({ baseSeverity }) => baseSeverity],
  ['reason', ({ reason }) => reason],
  ['task held back', ({ task }) => task?.title],
  ['the task’s rank', ({ task }) => task?.rank.toString()],
  ['the task’s date', ({ task }) => onDay(task?.date)],
  ['needed by', ({ requiredBy }) => onDay(requiredBy)],
  ['since', ({ since }) => onDay(since)],
  ['action', ({ action }) => action],
  ['owner', ({ owner }) => owner],
  ['taken on by', ({ acknowledged }) => acknowledged?.owner],
  ['to be filled by', ({ acknowledged }) => onDay(acknowledged?.plannedFillBy)],
  ['silent until', ({ silencedUntil }) => onDay(silencedUntil)],
  ['policy', ({ policy }) => policy.slice(0, 8)],
];

/** What one saying changed of the one before, beside the figures: `the task’s date: 30 Jun 2017 → 30 Jun 2018`. */
export function changesInWords(previous: Alert, now: Alert): readonly string[] {
  return parts.flatMap(([name, say]) => {
    const [before, after] = [say(previous), say(now)];
    return before === after ? [] : [`${name}: ${before ?? 'none'} → ${after ?? 'none'}`];
  });
}
