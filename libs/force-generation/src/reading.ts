import { Chronicle, type Kept, type ToldFrom } from './chronicle.js';
import { Curve, lastIndexUpTo } from './curve.js';
import { beginningOfTime, type Day } from './day.js';
import type { Fact, FactOf } from './facts.js';
import type { Ledger } from './ledger/ledger.js';
import type { SeriesName } from './ledger/series-of.js';
import type { AdoptedPolicy } from './policy.js';

/** From where a ledger is read: which day is today, and what of it is read. */
export interface ReadFrom extends ToldFrom {
  readonly today: Day;
}

/** What functions that say something of every day read from: all but today. */
export interface EveryDay extends Pick<
  Chronicle,
  | 'mission'
  | 'ledger'
  | 'policy'
  | 'once'
  | 'onceOf'
  | 'byDay'
  | 'steadyByDay'
  | 'everValid'
  | 'ids'
  | 'retractions'
  | 'isRetracted'
  | 'sees'
> {
  /** The first day that something is said of; of those before it only what later days rest on. */
  readonly begins: Day;
  /** The same facts, and all days. */
  readonly whole: EveryDay;
}

/**
 * A chronicle read from one day: over all days, or over recent ones. What recent days rest on of the days before them (histories,
 * returns) is asked of the whole, and remembered once for both.
 */
export class Reading implements EveryDay {
  readonly whole: Reading;
  private readonly seenToday = new Map<string, ReturnType<Chronicle['noted']>>();
  private seenIn = -1;

  constructor(
    readonly chronicle: Chronicle,
    private readonly day: Day,
    readonly begins: Day = beginningOfTime,
    whole?: Reading,
  ) {
    this.whole = whole ?? this;
  }

  /** The same, over recent days only; over all of them where those begin after today. */
  since(begins: Day): Reading {
    const isAll = begins === beginningOfTime || begins > this.day;
    return isAll ? this.whole : new Reading(this.chronicle, this.day, begins, this.whole);
  }

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
    return this.chronicle.once(this.named(key), work);
  }

  onceOf<T>(what: string, subject: string, work: () => T): T {
    return this.chronicle.onceOf(this.named(what), subject, work);
  }

  byDay<T>(what: string, subject: string, work: (kept?: Kept<T>) => T): T {
    return this.chronicle.byDay(this.named(what), subject, work);
  }

  steadyByDay<T>(what: string, subject: string, work: (kept?: Kept<T>) => T): T {
    return this.chronicle.steadyByDay(this.named(what), subject, work);
  }

  /** The lists of the ledger that a remembered value was read from, also through what else was remembered. */
  listsUnder(what: string, subject: string): ReadonlySet<string> {
    return this.chronicle.listsUnder(this.named(what), subject);
  }

  /** Recent days remember under names of their own. */
  private named(what: string): string {
    return this.whole === this ? what : nameSince(this.begins, what);
  }

  /** The value under the key as today tells it, worked out once while no fact comes. */
  onceToday<T>(key: string, work: () => T): T {
    if (this.seenIn !== this.chronicle.revision) this.seenToday.clear();
    this.seenIn = this.chronicle.revision;
    const seen = this.seenToday.get(key);
    if (seen !== undefined) this.chronicle.readAgain(seen);
    const { value } = seen ?? this.noted(key, work);
    return value as T;
  }

  private noted(key: string, work: () => unknown): ReturnType<Chronicle['noted']> {
    const noted = this.chronicle.noted(work);
    this.seenToday.set(key, noted);
    return noted;
  }

  /** The same for a subject, kept until something changes that it was worked out from, or `given`, which is all else that it rests on. */
  keptToday<T>(what: string, subject: string, given: string, work: () => T): T {
    return this.chronicle.onceGiven(`${this.today} ${given}`, what, subject, work);
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

/** From where a curve goes on: of recent days nothing is told before they begin. */
export const goingOnFrom = <V>(reading: EveryDay, kept: Kept<Curve<V>> | undefined): Kept<Curve<V>> | undefined =>
  reading.whole === reading || (kept !== undefined && kept.from > reading.begins) ? kept : Curve.beginning<V>(reading.begins);

const namesSince = new Map<Day, Map<string, string>>();

/** Each name is made once: it is asked for thousands of times. */
function nameSince(begins: Day, what: string): string {
  let names = namesSince.get(begins);
  if (names === undefined) namesSince.set(begins, (names = new Map<string, string>()));
  let name = names.get(what);
  if (name === undefined) names.set(what, (name = `${what} since ${begins}`));
  return name;
}

/** A ledger read from a day, by somebody who asks once. */
export const readLedger = (ledger: Ledger, from: ReadFrom): Reading => new Reading(new Chronicle(ledger, from), from.today);
