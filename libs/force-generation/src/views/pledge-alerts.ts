import type { Alert } from '../alert.js';
import { openAlertOf } from '../alerts/assessment.js';
import { rankAlerts } from '../alerts/rank-alerts.js';
import type { Reading } from '../reading.js';
import { pledgeLapsing } from '../rules/pledge-lapsing.js';
import { pledgeStalled } from '../rules/pledge-stalled.js';

/** An open alert as it stands beside its pledge. */
export type PledgeAlert = Pick<Alert, 'key' | 'rule' | 'severity' | 'state' | 'since' | 'reason' | 'action' | 'owner'>;

/** That the mission's pledge is about to lapse, or has lapsed, and that nothing moves it, as far as that is open; the worse first. */
export const pledgeAlerts = (mission: Reading, pledge: string): readonly PledgeAlert[] =>
  rankAlerts([pledgeLapsing, pledgeStalled].flatMap((rule) => openAlertOf(mission, rule, pledge) ?? [])).map(
    ({ key, rule, severity, state, since, reason, action, owner }) => ({
      ...{ key, rule, severity, state, since, reason, action, owner },
    }),
  );
