import { severities, type Alert } from '../alert.js';

type Ranked = Pick<Alert, 'severity' | 'task' | 'since' | 'key'>;

/**
 * By severity, then by the rank of the mandated task that is held back, then by the date of that task, then the older gap first. The
 * key decides the rest, so that equal sets have one order.
 */
export const rankAlerts = <A extends Ranked>(alerts: readonly A[]): readonly A[] =>
  [...alerts].sort(
    (a, b) =>
      severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
      rankOf(a) - rankOf(b) ||
      compare(a.task?.date ?? '', b.task?.date ?? '') ||
      compare(a.since, b.since) ||
      compare(a.key, b.key),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const rankOf = ({ task }: Ranked): number => task?.rank ?? Number.MAX_SAFE_INTEGER;
