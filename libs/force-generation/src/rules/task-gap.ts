import type { Figures, Severity } from '../alert.js';
import type { Day } from '../day.js';
import { taskHeldBack } from '../mandate/tasks.js';
import type { EveryDay } from '../reading.js';
import { raised } from './raised.js';
import type { Condition } from './rule.js';

interface Found {
  readonly baseSeverity: Severity;
  readonly figures: Figures;
  readonly reason: string;
}

/** A gap in what mandated tasks need: it names the first of them, and is one step worse where that one is of a high rank. */
export function taskGap(reading: EveryDay, tasks: readonly string[], day: Day, found: Found): Condition {
  const { baseSeverity, figures, reason } = found;
  const severity = raised(reading, tasks, day, baseSeverity);
  return { kind: 'gap', severity, baseSeverity, figures, reason, task: taskHeldBack(reading, tasks, day) };
}
