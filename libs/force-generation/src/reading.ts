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

/** What a value is worked out from: a list of the ledger, the day or the policy; or another value. */
interface Source {
  readonly name: string;
  /** The revision since which it is what it is. */
  changedIn: number;
}

interface Remembered extends Source {
  readonly work: () => unknown;
  value: unknown;
  /** In the order in which it was read. */
  readFrom: ReadonlySet<Source>;
  /** The last revision in which the value was found to stand. */
  stoodIn: number;
}

/**
 * A ledger read from one day. What has been worked out is remembered together with what it was read from. After a fold a value
 * stands as long as nothing that it was read from has changed, and is worked out again where something has; where that gives the
 * same, what rests on it stands too. Incremental equals from scratch because work done again in the same order from the same
 * values comes to the same.
 */
export class Reading {
  private readonly remembered = new Map<string, Remembered>();
  /** Counts the folds and moves. */
  private revision = 0;
  private readonly given = new Map<string, Source>();
  private readonly keys = new Map<string, Map<string, string>>();
  private reads: Set<Source> | undefined;
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
    this.read('today');
    return this.from.today;
  }

  get policy(): AdoptedPolicy {
    this.read('policy');
    return this.from.policy;
  }

  /** What rests on the touched lists, and what rests on that, no longer stands unseen. */
  forget(touched: Touched): void {
    if (touched.size === 0) return;
    this.revision += 1;
    for (const name of touched) this.sourceOf(name).changedIn = this.revision;
  }

  /** Goes on to another day or policy of the same ledger. */
  moveTo(today: Day, policy: AdoptedPolicy): void {
    const touched = new Set<string>();
    if (today !== this.from.today) touched.add('today');
    if (policy.hash !== this.from.policy.hash) touched.add('policy');
    this.from = { ...this.from, today, policy };
    this.forget(touched);
  }

  /** The value under the key, worked out once and kept while what it was read from stands. */
  once<T>(key: string, work: () => T): T {
    const known = this.remembered.get(key) ?? this.workOut(key, work);
    this.reads?.add(known);
    this.bringUpToDate(known);
    return known.value as T;
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
  listsUnder(key: string): ReadonlySet<string> {
    const found = new Set<Source>();
    const follow = (source: Source): void => {
      if (found.has(source)) return;
      found.add(source);
      if (isRemembered(source)) source.readFrom.forEach(follow);
    };
    this.remembered.get(key)?.readFrom.forEach(follow);
    return new Set([...found].filter((source) => !isRemembered(source)).map(({ name }) => name));
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
    this.read(series);
    const list = this.ledger.list(series);
    if (list.length === 0) return none;
    return this.onceOf('valid', series, () => {
      this.read(series);
      const seen = this.seen(list);
      const replaced = replacedFacts(seen, (fact) => this.isRetracted(fact));
      const valid = seen.filter((fact) => !this.isRetracted(fact) && !replaced.has(fact));
      return valid.length === list.length ? list : valid;
    }) as readonly F[];
  }

  /** The ids of a kind of list that exist: `unit` gives every unit that a fact named. */
  ids(kind: 'requirement' | 'pledge' | 'unit' | 'equipment' | 'caveat' | 'acknowledged'): readonly string[] {
    this.read(`kinds/${kind}`);
    return this.ledger.listsOf(kind).map((series) => series.slice(kind.length + 1));
  }

  /** The retractions that are known. */
  retractions(): readonly FactOf<'FactRetracted'>[] {
    this.read('retractions');
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

  /** Notes that what is being worked out rests on it. */
  private read(name: string): void {
    this.reads?.add(this.sourceOf(name));
  }

  private sourceOf(name: string): Source {
    const known = this.given.get(name);
    if (known !== undefined) return known;
    const source = { name, changedIn: 0 };
    this.given.set(name, source);
    return source;
  }

  private workOut(name: string, work: () => unknown): Remembered {
    const { revision } = this;
    const remembered = { name, work, ...this.traced(work), changedIn: revision, stoodIn: revision };
    this.remembered.set(name, remembered);
    return remembered;
  }

  private bringUpToDate(known: Remembered): void {
    if (known.stoodIn === this.revision) return;
    if (this.haveChanged(known.readFrom, known.stoodIn)) {
      const { value, readFrom } = this.traced(known.work);
      known.readFrom = readFrom;
      if (!isSame(value, known.value)) {
        known.value = value;
        known.changedIn = this.revision;
      }
    }
    known.stoodIn = this.revision;
  }

  /** In the order of reading: what is read only because of what came before it is not looked at where that has changed. */
  private haveChanged(sources: ReadonlySet<Source>, since: number): boolean {
    for (const source of sources) {
      if (isRemembered(source)) this.bringUpToDate(source);
      if (source.changedIn > since) return true;
    }
    return false;
  }

  private traced(work: () => unknown): Pick<Remembered, 'value' | 'readFrom'> {
    const outer = this.reads;
    const readFrom = (this.reads = new Set());
    try {
      return { value: work(), readFrom };
    } finally {
      this.reads = outer;
    }
  }
}

const isRemembered = (source: Source): source is Remembered => 'work' in source;

/** The same thing, or a list of the same things. */
const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => item === b[index]));

const none: readonly never[] = [];
