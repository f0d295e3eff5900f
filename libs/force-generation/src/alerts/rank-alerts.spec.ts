import type { Severity, TaskHeldBack } from '../alert.js';
import { rankAlerts } from './rank-alerts.js';

interface Ranked {
  readonly key: string;
  readonly severity: Severity;
  readonly since: string;
  readonly task?: TaskHeldBack;
}

const alert = (key: string, severity: Severity, more: { since?: string; rank?: number; date?: string } = {}): Ranked => ({
  key,
  severity,
  since: more.since ?? '2025-01-01',
  ...(more.rank && { task: { task: 'task', title: 'A task', rank: more.rank, date: more.date ?? '2025-06-30' } }),
});

const first = (...alerts: readonly Ranked[]): void => {
  const expected = alerts.map(({ key }) => key);
  for (const order of [alerts, alerts.toReversed()]) expect(rankAlerts(order).map(({ key }) => key)).toEqual(expected);
};

describe('open alerts are ranked', () => {
  it('by severity, whatever tasks they hold back', () => {
    first(alert('c', 'critical'), alert('b', 'warning', { rank: 1 }), alert('a', 'watch', { since: '2020-01-01' }));
  });

  it('then by the rank of the task, one without a task last', () => {
    first(
      alert('c', 'warning', { rank: 1, date: '2026-12-31' }),
      alert('b', 'warning', { rank: 2, date: '2025-01-31' }),
      alert('a', 'warning'),
    );
  });

  it('then by the date of the task, the nearest first', () => {
    first(
      alert('b', 'warning', { rank: 1, date: '2025-06-30', since: '2025-03-01' }),
      alert('a', 'warning', { rank: 1, date: '2025-07-31', since: '2025-01-01' }),
    );
  });

  it('then the older gap first', () => {
    first(alert('b', 'warning', { since: '2025-01-01' }), alert('a', 'warning', { since: '2025-01-02' }));
  });

  it('then by key', () => {
    first(alert('a', 'warning'), alert('b', 'warning'));
  });
});
