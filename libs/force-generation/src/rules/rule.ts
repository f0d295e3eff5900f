import type { Figures, Severity, TaskHeldBack } from '../alert.js';
import type { Day } from '../day.js';
import type { Explained } from '../explanation/node.js';
import type { RuleName } from '../policy.js';
import type { EveryDay, Reading } from '../reading.js';
import type { Told } from '../strength/strength.js';

/** What holds of a subject on a day. Ended: what the rule speaks about is over, so that its gap is neither filled nor open. */
export type Condition =
  | {
      readonly kind: 'gap';
      readonly severity: Severity;
      readonly baseSeverity: Severity;
      readonly figures: Figures;
      readonly reason: string;
      readonly task?: TaskHeldBack | undefined;
      readonly requiredBy?: Day | undefined;
    }
  | { readonly kind: 'clear'; readonly figures: Figures }
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'ended'; readonly reason: string };

/** A condition from a day on, until the next; of clear days only the figures of the last are looked at, and worked out then. */
export interface Span {
  readonly from: Day;
  readonly condition:
    Exclude<Condition, { kind: 'clear' }> | { readonly kind: 'clear'; readonly figuresOn: (day: Day) => Figures };
}

/**
 * A rule's look at one subject: on which days its condition may change, and what it is on a day, from facts up to that day. It is
 * taken anew after each fact, so that it may hold what it reads.
 */
export interface Look {
  /** All of them, or at least those from a day on. */
  readonly days: (from: Day) => Iterable<Day>;
  readonly conditionOn: (day: Day) => Condition | undefined;
  /** The figures of a day on which it is clear, where working them out on each such day would be in vain. */
  readonly figuresOn?: (day: Day) => Figures;
}

/** Who acts on an alert, and what they would do. */
export interface Response {
  readonly action: string;
  readonly owner: string;
}

/**
 * One kind of gap: when it holds, how bad it is, who acts, and the arithmetic behind it. A rule is one file; its numbers are a row
 * of the policy. Before the first condition of a subject there is nothing to say.
 */
export type Rule = WatchedRule &
  (
    | { look(reading: EveryDay, subject: string): Look }
    /** A rule that rests on returns, whose holds may still be open today: told as in the end, or as today knows them. */
    | { lookAtReturns(reading: EveryDay, subject: string, told: Told): Look }
  );

interface WatchedRule {
  readonly name: RuleName;
  /** Everything that the rule could ever speak about. */
  subjects(reading: EveryDay): readonly string[];
  respond(reading: Reading, subject: string): Response;
  /** The mandated tasks that need the subject, where the rule speaks of what tasks need. */
  tasks?(reading: Reading, subject: string, day: Day): readonly string[];
  /** The figures of the day with the facts and the arithmetic that they come from. */
  explain(reading: Reading, subject: string, day: Day): Explained;
}
