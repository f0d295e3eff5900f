import type { Assessment } from '../src/alerts/assessment.js';
import { figuresOf } from '../src/alerts/episodes.js';
import { policyV1, type AdoptedPolicy } from '../src/policy.js';

export const policy: AdoptedPolicy = { hash: 'policy-1', table: policyV1 };

/** Another policy of the same table: shorter holds, other thresholds, other ages. */
export const otherPolicy: AdoptedPolicy = {
  hash: 'policy-2',
  table: {
    ...policyV1,
    rules: {
      ...policyV1.rules,
      'ceiling-shortfall': { thresholds: { watch: 1, warning: 4, critical: 12 }, holdDays: 5, keepDays: 0 },
      'capability-gap': { ...policyV1.rules['capability-gap'], holdDays: 0, lookAheadDays: 30, personnelPercent: 50 },
      'pledge-lapsing': { thresholds: { watch: 90, warning: 14, critical: 1 }, holdDays: 2, keepDays: 0 },
      'pledge-stalled': {
        ...policyV1.rules['pledge-stalled'],
        thresholds: { watch: 14, warning: 30, critical: 90 },
        rapidThresholds: { watch: 10, warning: 20, critical: 60 },
        rapidResponseDays: 20,
      },
      dependency: { thresholds: { watch: 34, warning: 50, critical: 80 }, holdDays: 3, keepDays: 5 },
      'return-missing': { thresholds: { watch: 20, warning: 60, critical: 80 }, holdDays: 3, keepDays: 2 },
      'women-below-target': {
        thresholds: { watch: 0.5, warning: 5 },
        holdDays: 10,
        keepDays: 5,
        targets: {
          '2017': { troops: 4, 'officers-and-experts': 14, 'formed-police': 9, 'individual-police': 21 },
          '2018': { troops: 8, 'officers-and-experts': 14, 'formed-police': 14, 'individual-police': 20 },
        },
      },
      'equipment-shortfall': { ...policyV1.rules['equipment-shortfall'], staleDays: 40 },
    },
    returns: { ...policyV1.returns, staleDays: 70, lost: { ...policyV1.returns.lost, acceptedAtReading: 4 } },
    tasks: { raisingRank: 1, opensWithinDays: 10 },
  },
};

/** Canonical JSON: equal where the things are. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/**
 * All that an assessment says, as text: its alerts as ranked, and the episodes of every subject that has any. A subject without
 * episodes says nothing: a list that only retracted or future facts have made is known by name and by nothing else.
 */
export function readOut({ alerts, verdicts }: Assessment): string {
  const episodes = [...verdicts.values()]
    .filter((verdict) => verdict.episodes.length > 0)
    .map(({ key, episodes: all }) => [key, all.map((episode) => ({ ...episode, figures: figuresOf(episode) }))] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return canonical({ alerts, episodes });
}
