import type { Figures, Severity, TaskHeldBack } from '../alert.js';
import type { Day } from '../day.js';
import type { Explained } from '../explanation/node.js';
import type { RuleName } from '../policy.js';
import type { Reading } from '../reading.js';

/** What holds of a subject on a day. Ended: what the rule speaks about is over, so that its gap is neither filled nor open. */
export type Condition =
  | {
      readonly kind: 'gap';
      readonly severity: Severity;
      readonly baseSeverity: Severity;
      readonly figures: Figures;
      readonly reason: string;
      readonly task?: TaskHeldBack;
      readonly requiredBy?: Day;
    }
  | { readonly kind: 'clear'; readonly figures: Figures }
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'ended'; readonly reason: string };

/** A condition from a day on, until the next. */
export interface Span {
  readonly from: Day;
  readonly condition: Condition;
}

/** Who acts on an alert, and what they would do. */
export interface Response {
  readonly action: string;
  readonly owner: string;
}

/**
 * One kind of gap: when it holds, how bad it is, who acts, and the arithmetic behind it. A rule is one file; its numbers are a row
 * of the policy.
 */
export interface Rule {
  readonly name: RuleName;
  /** Everything that the rule could speak about, as today's facts name it. */
  subjects(reading: Reading): readonly string[];
  /** The subject's conditions up to today, each from facts of its own day; before the first there is nothing to say. */
  conditions(reading: Reading, subject: string): readonly Span[];
  respond(reading: Reading, subject: string): Response;
  /** The mandated tasks that need the subject, where the rule speaks of what tasks need. */
  tasks?(reading: Reading, subject: string, day: Day): readonly string[];
  /** The figures of the day with the facts and the arithmetic that they come from. */
  explain(reading: Reading, subject: string, day: Day): Explained;
}
