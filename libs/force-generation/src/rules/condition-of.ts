import type { Figures, Severity } from '../alert.js';
import type { Condition } from './rule.js';

/** A gap where a threshold was reached, else clear; of rules whose severity no mandated task raises. */
export const conditionOf = (severity: Severity | undefined, figures: Figures, reason: string): Condition =>
  severity === undefined ? { kind: 'clear', figures } : { kind: 'gap', severity, baseSeverity: severity, figures, reason };
