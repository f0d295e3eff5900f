import type { Day } from '../day.js';
import { taskDays } from '../mandate/tasks.js';
import type { EveryDay } from '../reading.js';
import { requirementHistory } from '../supply/requirement.js';

/** Days on which a requirement, or what its tasks mean for a gap, may change. */
export function requirementDays(reading: EveryDay, requirement: string): Day[] {
  const { steps } = requirementHistory(reading, requirement);
  const tasks = steps.flatMap(([, fact]) => (fact?.type === 'RequirementStated' ? (fact.data.tasks ?? []) : []));
  return [...steps.map(([day]) => day), ...taskDays(reading, tasks)];
}
