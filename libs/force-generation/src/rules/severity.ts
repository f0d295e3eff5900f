import { severities, type Severity } from '../alert.js';
import type { Thresholds } from '../policy.js';

/** The worst severity whose threshold is reached, or undefined. */
export const severityWhere = (
  thresholds: Thresholds,
  reached: (threshold: number, severity: Severity) => boolean,
): Severity | undefined =>
  severities.findLast((severity) => thresholds[severity] !== undefined && reached(thresholds[severity], severity));

/** By per cent of a whole, compared in whole numbers: 11,966 of 13,289 is 9.96 %, not yet 10. */
export const severityOfShare = (thresholds: Thresholds, part: number, whole: number): Severity | undefined =>
  severityWhere(thresholds, (percent) => 100 * part >= percent * whole);

/** By a count of days or persons that has grown to the threshold. */
export const severityOfCount = (thresholds: Thresholds, count: number): Severity | undefined =>
  severityWhere(thresholds, (threshold) => count >= threshold);

export const oneStepUp = (severity: Severity): Severity => (severity === 'watch' ? 'warning' : 'critical');

/** The more severe of two; one that is absent is less than any. */
export const worseOf = (a: Severity | undefined, b: Severity | undefined): Severity | undefined =>
  severities.findLast((severity) => severity === a || severity === b);
