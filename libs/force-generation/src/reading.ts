import type { Day } from './day.js';
import type { Fact, FactOf } from './facts.js';
import { lastIndexUpTo } from './curve.js';
import type { Ledger, Touched } from './ledger/ledger.js';
import type { SeriesName } from './ledger/series-of.js';
import { replacedFacts } from './ledger/replaced-facts.js';
import type { AdoptedPolicy } from './policy.js';

/** From where a ledger is read: which day is today, and optionally only what was known then or stood up to a position. */
export interface ReadFrom {
  readonly today: Day;
  readonly policy: AdoptedPolicy;
  /** Only facts known on or before this day: the historian's question. */
  readonly knownAt?: Day;
  /** Only facts up to this position: the auditor's question. */
  readonly position?: number;
}

interface Remembered {
  readonly value: unknown;
  /** Lists of the ledger, and what else was remembered that it was worked out from. */
  readonly readFrom: ReadonlySet<string>;
}

/**
 * A ledger read from one day. What has been worked out is remembered together with the lists that it was read from, so that
 * after a fold only what rests on a touched list is worked out again: incremental equals from scratch because nothing else is
 * ever kept.
 */
export class Reading {
  private readonly remembered = new Map<string, Remembered>();
  private readonly restingOn = new Map<string, Set<string>>();
  private readonly keys = new Map<string, Map<string, string>>();
  private reads: Set<string> | undefined;
  private from: ReadFrom;

  constructor(
    readonly ledger: Ledger,
    from: ReadFrom,
  ) {
    this.from = from;
  }

  get mission(): string {
    return this.ledger.mission;
  }

  get today(): Day {
    this.reads?.add('today');
    return this.from.today;
  }

  get policy(): AdoptedPolicy {
    this.reads?.add('policy');
    return this.from.policy;
  }

  /** Drops what rests on the touched lists, and what rests on that. */
  forget(touched: Touched): void {
    for (const name of touched) this.dropWhatRestsOn(name);
  }

  /** Goes on to another day or policy of the same ledger. */
  moveTo(today: Day, policy: AdoptedPolicy): void {
    const touched = new Set<string>();
    if (today !== this.from.today) touched.add('today');
    if (policy.hash !== this.from.policy.hash) touched.add('policy');
    this.from = { ...this.from, today, policy };
    this.forget(touched);
  }

  /** The value under the key, worked out once and kept until a list that it was read from is touched. */
  once<T>(key: string, work: () => T): T {
    this.reads?.add(key);
    const known = this.remembered.get(key);
    if (known !== undefined) return known.value as T;
    const outer = this.reads;
    const reads = (this.reads = new Set<string>());
    try {
      const value = work();
      this.remembered.set(key, { value, readFrom: reads });
      for (const name of reads) this.rest(key, name);
      return value;
    } finally {
      this.reads = outer;
    }
  }

  /** The same for a subject: its key is made once, since rules ask for it on every day that they look at. */
  onceOf<T>(what: string, subject: string, work: () => T): T {
    let keys = this.keys.get(what);
    if (keys === undefined) this.keys.set(what, (keys = new Map<string, string>()));
    let key = keys.get(subject);
    if (key === undefined) keys.set(subject, (key = `${what} ${subject}`));
    return this.once(key, work);
  }

  /** The lists of the ledger that what is under the key was read from, also through what else was remembered. */
  listsUnder(key: string, found = new Set<string>()): ReadonlySet<string> {
    for (const name of this.remembered.get(key)?.readFrom ?? []) {
      if (found.has(name)) continue;
      found.add(name);
      this.listsUnder(name, found);
    }
    return found;
  }

  /** The list's valid facts up to today, in the order of facts. */
  facts<F extends Fact = Fact>(series: SeriesName): readonly F[] {
    const valid = this.everValid<F>(series);
    const last = valid[valid.length - 1];
    if (last === undefined || last.data.on <= this.from.today) return valid;
    return valid.slice(0, lastIndexUpTo(valid, this.today, (fact) => fact.data.on) + 1);
  }

  /** The list's valid facts, those of days to come as well: corrections speak at every day once they are known. */
  everValid<F extends Fact = Fact>(series: SeriesName): readonly F[] {
    this.reads?.add(series);
    const list = this.ledger.list(series);
    if (list.length === 0) return none;
    return this.onceOf('valid', series, () => {
      this.reads!.add(series);
      const seen = this.seen(list);
      const replaced = replacedFacts(seen, (fact) => this.isRetracted(fact));
      const valid = seen.filter((fact) => !this.isRetracted(fact) && !replaced.has(fact));
      return valid.length === list.length ? list : valid;
    }) as readonly F[];
  }

  /** The ids of a kind of list that exist: `unit` gives every unit that a fact named. */
  ids(kind: 'requirement' | 'pledge' | 'unit' | 'equipment' | 'caveat' | 'acknowledged'): readonly string[] {
    this.reads?.add(`kinds/${kind}`);
    return this.ledger.listsOf(kind).map((series) => series.slice(kind.length + 1));
  }

  /** The retractions that are known. */
  retractions(): readonly FactOf<'FactRetracted'>[] {
    this.reads?.add('retractions');
    return this.ledger.retractions().filter((fact) => this.sees(fact));
  }

  isRetracted(fact: Fact): boolean {
    return this.ledger.retractionsOf(fact).some((retraction) => this.sees(retraction));
  }

  /** Whether the fact was known then and stood in the log up to there. */
  sees(fact: Fact): boolean {
    const { knownAt, position } = this.from;
    return (knownAt === undefined || fact.knownOn <= knownAt) && (position === undefined || fact.position <= position);
  }

  private seen(list: readonly Fact[]): readonly Fact[] {
    return this.from.knownAt === undefined && this.from.position === undefined ? list : list.filter((fact) => this.sees(fact));
  }

  private rest(key: string, name: string): void {
    const keys = this.restingOn.get(name);
    if (keys === undefined) this.restingOn.set(name, new Set([key]));
    else keys.add(key);
  }

  private dropWhatRestsOn(name: string): void {
    const keys = this.restingOn.get(name);
    if (keys === undefined) return;
    this.restingOn.delete(name);
    for (const key of keys) {
      const known = this.remembered.get(key);
      if (known === undefined) continue;
      this.remembered.delete(key);
      for (const read of known.readFrom) this.restingOn.get(read)?.delete(key);
      this.dropWhatRestsOn(key);
    }
  }
}

const none: readonly never[] = [];
