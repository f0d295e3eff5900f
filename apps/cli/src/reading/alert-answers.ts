import type { AnyAlert, Explanation } from '@muster/force-generation';
import type { ReadAt } from '../screen/read-at-text.js';

export interface AlertsAnswer extends ReadAt {
  readonly alerts: readonly AnyAlert[];
}

export type AlertAnswer = AnyAlert & ReadAt;

export type ExplanationAnswer = Explanation & ReadAt;
