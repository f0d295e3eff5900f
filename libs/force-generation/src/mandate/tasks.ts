import type { TaskHeldBack } from '../alert.js';
import { lastIndexUpTo } from '../curve.js';
import { addDays, type Day } from '../day.js';
import type { FactOf } from '../facts.js';
import type { EveryDay } from '../reading.js';

export type Task = FactOf<'TaskPrioritized'>;

const tellings = ({ whole: reading }: EveryDay): ReadonlyMap<string, readonly Task[]> =>
  reading.once('tasks', () => {
    const told = new Map<string, Task[]>();
    for (const fact of reading.everValid<Task>('tasks')) told.set(fact.data.task, [...(told.get(fact.data.task) ?? []), fact]);
    return told;
  });

export const taskNames = (reading: EveryDay): readonly string[] => [...tellings(reading).keys()].sort();

/** What was last said of the task on or before the day. */
export function taskOn(reading: EveryDay, task: string, day: Day): Task | undefined {
  const told = tellings(reading).get(task) ?? [];
  return told[lastIndexUpTo(told, day, ({ data }) => data.on)];
}

const dateOf = ({ data }: Task): Day => data.until ?? data.from;

/** Of the tasks that are not over, the one of the lowest rank, then of the earliest date, then of the first name. */
export function taskHeldBack(reading: EveryDay, tasks: readonly string[], day: Day): TaskHeldBack | undefined {
  const ahead = tasks
    .map((task) => taskOn(reading, task, day))
    .filter((task) => task !== undefined && (task.data.until === undefined || task.data.until >= day)) as Task[];
  const [first] = ahead.sort(
    (a, b) =>
      a.data.rank - b.data.rank || (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : a.data.task < b.data.task ? -1 : 1),
  );
  return first && { task: first.data.task, title: first.data.title, rank: first.data.rank, date: dateOf(first) };
}

/** Whether a task of a high rank needs it now, or soon: what holds such a task back is one step worse. */
export function raisesSeverity(reading: EveryDay, tasks: readonly string[], day: Day): boolean {
  const { raisingRank, opensWithinDays } = reading.policy.table.tasks;
  return tasks.some((name) => {
    const task = taskOn(reading, name, day);
    if (task === undefined || task.data.rank > raisingRank) return false;
    return day >= addDays(task.data.from, -opensWithinDays) && (task.data.until === undefined || day <= task.data.until);
  });
}

/** Days on which what a task means for a gap may change. */
export const taskDays = (reading: EveryDay, tasks: readonly string[]): readonly Day[] =>
  tasks
    .flatMap((task) => tellings(reading).get(task) ?? [])
    .flatMap(({ data }) => [
      data.on,
      addDays(data.from, -reading.policy.table.tasks.opensWithinDays),
      ...(data.until === undefined ? [] : [addDays(data.until, 1)]),
    ]);
