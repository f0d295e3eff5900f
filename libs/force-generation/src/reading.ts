import { Chronicle, type Kept, type ToldFrom } from './chronicle.js';
import { lastIndexUpTo } from './curve.js';
import type { Day } from './day.js';
import type { Fact, FactOf } from './facts.js';
import type { Ledger } from './ledger/ledger.js';
import type { SeriesName } from './ledger/series-of.js';
import type { AdoptedPolicy } from './policy.js';

/** From where a ledger is read: which day is today, and what of it is read. */
export interface ReadFrom extends ToldFrom {
  readonly today: Day;
}

/** What functions that say something of every day read from: all but today. */
export type EveryDay = Pick<
  Chronicle,
  'mission' | 'ledger' | 'policy' | 'once' | 'onceOf' | 'byDay' | 'everValid' | 'ids' | 'retractions' | 'isRetracted' | 'sees'
>;

/** A chronicle read from one day. */
export class Reading implements EveryDay {
  private readonly seenToday = new Map<string, unknown>();
  private seenIn = -1;

  constructor(
    readonly chronicle: Chronicle,
    private readonly day: Day,
  ) {}

  /** What is remembered for every day must not rest on it. */
  get today(): Day {
    if (this.chronicle.isAtWork) throw new Error('What is remembered for every day rests on today.');
    return this.day;
  }

  get mission(): string {
    return this.chronicle.mission;
  }

  get ledger(): Ledger {
    return this.chronicle.ledger;
  }

  get policy(): AdoptedPolicy {
    return this.chronicle.policy;
  }

  once<T>(key: string, work: () => T): T {
    return this.chronicle.once(key, work);
  }

  onceOf<T>(what: string, subject: string, work: () => T): T {
    return this.chronicle.onceOf(what, subject, work);
  }

  byDay<T>(what: string, subject: string, work: (kept?: Kept<T>) => T): T {
    return this.chronicle.byDay(what, subject, work);
  }

  /** The value under the key as today tells it, worked out once while no fact comes. */
  onceToday<T>(key: string, work: () => T): T {
    if (this.seenIn !== this.chronicle.revision) this.seenToday.clear();
    this.seenIn = this.chronicle.revision;
    if (!this.seenToday.has(key)) this.seenToday.set(key, work());
    return this.seenToday.get(key) as T;
  }

  /** The list's valid facts up to today, in the order of facts. */
  facts<F extends Fact = Fact>(series: SeriesName): readonly F[] {
    const valid = this.everValid<F>(series);
    const last = valid[valid.length - 1];
    const { today } = this;
    return last === undefined || last.data.on <= today
      ? valid
      : valid.slice(0, lastIndexUpTo(valid, today, (fact) => fact.data.on) + 1);
  }

  everValid<F extends Fact = Fact>(series: SeriesName): readonly F[] {
    return this.chronicle.everValid<F>(series);
  }

  ids(kind: Parameters<Chronicle['ids']>[0]): readonly string[] {
    return this.chronicle.ids(kind);
  }

  retractions(): readonly FactOf<'FactRetracted'>[] {
    return this.chronicle.retractions();
  }

  isRetracted(fact: Fact): boolean {
    return this.chronicle.isRetracted(fact);
  }

  sees(fact: Fact): boolean {
    return this.chronicle.sees(fact);
  }
}

/** A ledger read from a day, by somebody who asks once. */
export const readLedger = (ledger: Ledger, from: ReadFrom): Reading => new Reading(new Chronicle(ledger, from), from.today);
