import type { Alert, FigureValue } from '../alert.js';
import { assessmentOf } from '../alerts/assessment.js';
import type { Day } from '../day.js';
import { tasksBefore, tasksInOrder } from '../mandate/task-order.js';
import { raisesSeverity, taskNames, taskOn, type Task } from '../mandate/tasks.js';
import type { Reading } from '../reading.js';
import { balanceOf } from '../supply/coverage.js';
import { ruleNamed } from '../rules/all-rules.js';
import { outlook } from '../supply/outlook.js';
import { requirementOn } from '../supply/requirement.js';
import { isLate } from '../supply/supply-item.js';

/** An open gap that holds a task back. */
interface TaskGap extends Pick<Alert, 'key' | 'rule' | 'subject' | 'severity' | 'state' | 'since' | 'reason'> {
  readonly requiredBy?: Day;
  /** The day on which what is committed fills it; null where nothing that is committed does, or has a day. */
  readonly filledOn: Day | null;
}

/** What to do first, and the task whose gap it is: the one asked about, or one that must come before it. */
export interface FirstStep extends Pick<Alert, 'key' | 'action' | 'owner'> {
  readonly task: string;
  readonly filledOn: Day | null;
}

/** Each mandated task in the order in which they can be done, the open gaps that hold it back, and what would free it first. */
export function describeTasks(reading: Reading) {
  const { today } = reading;
  const tasks = tasksInOrder(taskNames(reading).flatMap((name) => taskOn(reading, name, today) ?? []));
  const gaps = gapsByTask(reading);
  return tasks.map((task) => {
    const { data, position } = task;
    const held = gaps.get(data.task) ?? [];
    const waitsFor = tasksBefore(tasks, task).filter((before) => !isOver(before, today) && gaps.has(before.data.task));
    return {
      task: data.task,
      title: data.title,
      rank: data.rank,
      after: data.after ?? null,
      from: data.from,
      until: data.until ?? null,
      window: today < data.from ? 'ahead' : isOver(task, today) ? 'over' : 'open',
      raises: raisesSeverity(reading, [data.task], today),
      waitsFor: waitsFor.map((before) => before.data.task),
      gaps: held.map(({ gap }) => gap),
      freedOn: freedOn([...waitsFor, task].flatMap((one) => gaps.get(one.data.task) ?? [])),
      first: firstStep([...waitsFor, task], gaps),
      ...(data.illustrative && { illustrative: data.illustrative }),
      fact: position,
    };
  });
}

const isOver = ({ data }: Task, today: Day): boolean => data.until !== undefined && today > data.until;

interface Held {
  readonly alert: Alert;
  readonly gap: TaskGap;
}

/** Open gaps by the task that needs what they speak of, the worst first. */
function gapsByTask(reading: Reading): ReadonlyMap<string, readonly Held[]> {
  const gaps = new Map<string, Held[]>();
  for (const alert of assessmentOf(reading).alerts) {
    const held = { alert, gap: gapLine(reading, alert) };
    for (const task of new Set(tasksOf(reading, alert))) gaps.set(task, [...(gaps.get(task) ?? []), held]);
  }
  return gaps;
}

const tasksOf = (reading: Reading, { rule, subject }: Alert): readonly string[] =>
  ruleNamed(rule)?.tasks?.(reading, subject, reading.today) ?? [];

const gapLine = (reading: Reading, alert: Alert): TaskGap => {
  const { key, rule, subject, severity, state, since, requiredBy, reason } = alert;
  return {
    ...{ key, rule, subject, severity, state, since, reason },
    ...(requiredBy && { requiredBy }),
    filledOn: filledOn(reading, alert),
  };
};

/** An arrival that is overdue may come tomorrow or never: it is no day to plan with. */
function filledOn(reading: Reading, { rule, subject, figures }: Alert): Day | null {
  if (rule === 'hand-over-gap') return arrivalAhead(figures['arrivesOn'], reading.today);
  const requirement = rule === 'capability-gap' ? requirementOn(reading, subject, reading.today) : undefined;
  if (requirement === undefined) return null;
  const { metOn, coverage } = outlook(balanceOf(reading, requirement.data.capability), requirement, reading.today).committed;
  return metOn === undefined || coverage.items.some((item) => isLate(item, reading.today)) ? null : metOn;
}

/** Where one follows, the hand-over's gap ends with its arrival. */
const arrivalAhead = (arrivesOn: FigureValue | undefined, today: Day): Day | null =>
  typeof arrivesOn === 'string' && arrivesOn >= today ? arrivesOn : null;

/** The day on which what is committed fills the last of the gaps; null where one has no day, and where there is none. */
function freedOn(held: readonly Held[]): Day | null {
  const days = held.map(({ gap }) => gap.filledOn ?? '');
  return days.length === 0 || days.includes('') ? null : days.sort().at(-1)!;
}

/** Of the first task in order that is held back: the worst gap that nothing committed fills, else the one that is filled last. */
function firstStep(tasks: readonly Task[], gaps: ReadonlyMap<string, readonly Held[]>): FirstStep | null {
  const first = tasks.find(({ data }) => gaps.has(data.task));
  if (first === undefined) return null;
  const held = gaps.get(first.data.task)!;
  const last = freedOn(held);
  const { alert, gap } = held.find((one) => one.gap.filledOn === last)!;
  return { task: first.data.task, key: alert.key, action: alert.action, owner: alert.owner, filledOn: gap.filledOn };
}
