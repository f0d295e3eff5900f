import type { Task } from './tasks.js';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By rank, then by the day on which the task's window opens. */
const byRank = ({ data: a }: Task, { data: b }: Task): number =>
  a.rank - b.rank || compare(a.from, b.from) || compare(a.task, b.task);

/**
 * The tasks as they can be done: each behind those that must come first, else by rank. "Prioritize and sequence" is what the Council
 * was asked for (IPI, Stimson and Security Council Report, The Case of MINUSMA, May 2018). Tasks that wait for each other in a ring
 * stand by rank: no order serves them.
 */
export function tasksInOrder(tasks: readonly Task[]): readonly Task[] {
  const ordered = new Set<Task>();
  const ranked = [...tasks].sort(byRank);
  for (const task of ranked) for (const next of [...tasksBefore(ranked, task), task]) ordered.add(next);
  return [...ordered];
}

/** The tasks that must come before this one, the first of them first: none in a ring. A name that no task bears is passed over. */
export function tasksBefore(tasks: readonly Task[], { data }: Task): readonly Task[] {
  const before: Task[] = [];
  let name = data.after;
  while (name !== undefined) {
    if (name === data.task) return [];
    const task = tasks.find((candidate) => candidate.data.task === name);
    if (task === undefined || before.includes(task)) break;
    before.unshift(task);
    name = task.data.after;
  }
  return before;
}
