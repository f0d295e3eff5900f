import type { Alert, AlertState } from '../alert.js';
import { alertOf } from '../alerts/alert-of.js';
import { assessmentOf, episodeShown, type Verdict } from '../alerts/assessment.js';
import type { Episode } from '../alerts/episodes.js';
import { rankAlerts } from '../alerts/rank-alerts.js';
import type { Day } from '../day.js';
import type { Reading } from '../reading.js';

/** An alert that is open, one whose hold is not over yet, or one that is closed. */
export type AnyAlert = Omit<Alert, 'state' | 'firingSince'> & {
  readonly state: AlertState | 'pending' | 'resolved';
  readonly firingSince: Day | null;
  readonly resolvedOn?: Day;
  readonly resolution?: 'filled' | 'superseded';
};

/** Per key its latest episode, whatever its state; the ranked order is that of open alerts. */
export const alertsInAnyState = (reading: Reading): readonly AnyAlert[] =>
  rankAlerts([...assessmentOf(reading).verdicts.values()].flatMap((verdict) => lastOf(reading, verdict) ?? []));

function lastOf(reading: Reading, verdict: Verdict): AnyAlert | undefined {
  const { rule, subject, alert } = verdict;
  if (alert !== undefined) return alert;
  const shown = episodeShown(verdict);
  if (shown === undefined) return undefined;
  const { state: _open, ...rest } = alertOf(reading, rule, subject, shown);
  return { ...rest, firingSince: shown.firingSince ?? null, ...ended(shown) };
}

function ended({
  closedOn,
  closedBy,
  lastGap,
}: Episode): Pick<AnyAlert, 'state' | 'severity' | 'baseSeverity' | 'resolvedOn' | 'resolution'> {
  const { severity, baseSeverity } = lastGap;
  if (closedOn === undefined) return { state: 'pending', severity, baseSeverity };
  return { state: 'resolved', severity, baseSeverity, resolvedOn: closedOn, ...(closedBy && { resolution: closedBy }) };
}
