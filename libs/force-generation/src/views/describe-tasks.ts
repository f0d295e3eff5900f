import type { Alert } from '../alert.js';
import { assessmentOf } from '../alerts/assessment.js';
import { raisesSeverity, taskNames, taskOn } from '../mandate/tasks.js';
import type { Reading } from '../reading.js';
import { ruleNamed } from '../rules/all-rules.js';

/** Each mandated task with its rank, order and window, and the open gaps that hold it back, the worst first. */
export function describeTasks(reading: Reading) {
  const { today } = reading;
  const { alerts } = assessmentOf(reading);
  const tasks = taskNames(reading).flatMap((name) => taskOn(reading, name, today) ?? []);
  return tasks
    .sort((a, b) => a.data.rank - b.data.rank || (a.data.from < b.data.from ? -1 : a.data.from > b.data.from ? 1 : 0))
    .map(({ data, position }) => ({
      task: data.task,
      title: data.title,
      rank: data.rank,
      after: data.after ?? null,
      from: data.from,
      until: data.until ?? null,
      window: today < data.from ? 'ahead' : data.until !== undefined && today > data.until ? 'over' : 'open',
      raises: raisesSeverity(reading, [data.task], today),
      gaps: alerts.filter((alert) => tasksOf(reading, alert).includes(data.task)).map(gapLine),
      ...(data.illustrative && { illustrative: data.illustrative }),
      fact: position,
    }));
}

const tasksOf = (reading: Reading, { rule, subject }: Alert): readonly string[] =>
  ruleNamed(rule)?.tasks?.(reading, subject, reading.today) ?? [];

const gapLine = ({ key, rule, subject, severity, state, since, requiredBy, reason }: Alert) => ({
  key,
  rule,
  subject,
  severity,
  state,
  since,
  ...(requiredBy && { requiredBy }),
  reason,
});
