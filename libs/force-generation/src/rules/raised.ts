import type { Severity } from '../alert.js';
import type { Day } from '../day.js';
import { raisesSeverity } from '../mandate/tasks.js';
import type { EveryDay } from '../reading.js';
import { oneStepUp } from './severity.js';

/** One step up, at most to critical, where a mandated task of a high rank needs it now or soon. */
export const raised = (reading: EveryDay, tasks: readonly string[], day: Day, baseSeverity: Severity): Severity =>
  raisesSeverity(reading, tasks, day) ? oneStepUp(baseSeverity) : baseSeverity;
