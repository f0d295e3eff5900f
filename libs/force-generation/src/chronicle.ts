import { firstDifference } from './first-difference.js';
import { beginningOfTime, type Day } from './day.js';
import type { Fact, FactOf } from './facts.js';
import type { Ledger, Touched } from './ledger/ledger.js';
import { replacedFacts } from './ledger/replaced-facts.js';
import type { SeriesName } from './ledger/series-of.js';
import type { AdoptedPolicy } from './policy.js';
import { changedSince, noteChange, type Change } from './changes.js';

/** Which of a ledger's facts are read, and under which policy. */
export interface ToldFrom {
  readonly policy: AdoptedPolicy;
  /** Only facts known on or before this day: the historian's question. */
  readonly knownAt?: Day;
  /** Only facts up to this position: the auditor's question. */
  readonly position?: number;
}

/** A value as it was, and the first day on which something that it was worked out from has changed since. */
export interface Kept<T> {
  readonly value: T;
  readonly from: Day;
}

/** What a value is worked out from: a list of the ledger or the policy; or another value. */
interface Source {
  readonly name: string;
  /** When it changed, and from which day on. */
  readonly changes: Change[];
  /** What was worked out from it. */
  readonly readBy: Set<Remembered>;
  /** In which search for lists it was last met. */
  followedIn: number;
}

/** What somebody read, and what it was read from. */
interface Read {
  readonly value: unknown;
  readonly readFrom: Set<Source>;
}

interface Remembered extends Source {
  work: (kept?: Kept<unknown>) => unknown;
  /** What it rests on besides facts and policy, such as today; undefined where it says something of every day. */
  readonly given: string | undefined;
  /** Whether its work goes on from what is kept of it, day by day. */
  readonly isByDay: boolean;
  /** Whether it is looked at before what rests on it is doubted. */
  readonly isSteady: boolean;
  value: unknown;
  /** In the order in which it was read. */
  readFrom: ReadonlySet<Source>;
  /** The last revision in which the value was looked at and found to stand. */
  stoodIn: number;
  /**
   * `doubted`: something that it rests on, however far below, has changed since it was looked at; then all that rests on it is
   * doubted too. `failed`: its work threw, and is tried again whenever it is asked for.
   */
  state: 'stands' | 'doubted' | 'failed';
}

type Worked = Pick<Remembered, 'work'> & Partial<Pick<Remembered, 'given' | 'isByDay' | 'isSteady'>>;

/**
 * What a mission's facts say of every day, whichever day is today. What has been worked out is remembered together with what it
 * was read from. A fold casts doubt on what rests on the lists that it touched, and nothing else is looked at again. A doubted value
 * stands if nothing that it was read from has changed; else it is worked out again, where it can be from the first changed day on.
 * Where that gives the same, what rests on it stands too.
 */
export class Chronicle {
  /** By what it is, then by subject. */
  private readonly remembered = new Map<string, Map<string, Remembered>>();
  private readonly given = new Map<string, Source>();
  private reads: Set<Source> | undefined;
  private isOfEveryDay = false;
  private readonly failed = new Set<Remembered>();
  /** Steady values that rest on something that has changed. */
  private readonly unsettled = new Set<Remembered>();
  private from: ToldFrom;
  /** Counts the changes of facts and policy. */
  private count = 0;
  /** Counts the searches for lists. */
  private follows = 0;

  constructor(
    readonly ledger: Ledger,
    from: ToldFrom,
  ) {
    this.from = from;
  }

  get mission(): string {
    return this.ledger.mission;
  }

  get policy(): AdoptedPolicy {
    this.read('policy');
    return this.from.policy;
  }

  /** Another one where facts or the policy have changed. */
  get revision(): number {
    return this.count;
  }

  /** Whether something is being worked out that will be remembered for every day: it must not look at today. */
  get isAtWork(): boolean {
    return this.isOfEveryDay;
  }

  /** What rests on the touched lists, and what rests on that, no longer stands unseen. */
  forget(touched: Touched): void {
    if (touched.length === 0) return;
    this.count += 1;
    for (const [name, day] of touched) {
      const source = this.given.get(name);
      // Nothing has been read from a list that nobody has asked for.
      if (source === undefined) continue;
      noteChange(source.changes, { in: this.count, from: day });
      this.doubt(source);
    }
    for (const value of this.failed) this.doubt(value);
  }

  /** Where something is doubted already, so is what rests on it: many folds in a row cost little more than one. */
  private doubt({ readBy }: Source): void {
    for (const value of readBy) {
      if (value.state === 'doubted') continue;
      value.state = 'doubted';
      if (value.isSteady) this.unsettled.add(value);
      else this.doubt(value);
    }
  }

  /** Looks at the steady values: where one has changed, what rests on it is doubted, which may be another. */
  private settle(): void {
    const values = [...this.unsettled];
    this.unsettled.clear();
    for (const value of values) {
      try {
        this.bringUpToDate(value);
      } catch {
        // Whoever asks for it meets the error.
      }
      if (value.state === 'failed' || changedSince(value.changes, this.count - 1) !== undefined) this.doubt(value);
    }
  }

  adopt(policy: AdoptedPolicy): void {
    if (policy.hash === this.from.policy.hash) return;
    this.from = { ...this.from, policy };
    this.forget([['policy', beginningOfTime]]);
  }

  /** The value of that name, worked out once and kept while what it was read from stands. */
  once<T>(what: string, work: () => T): T {
    return this.recall(what, '', { work }) as T;
  }

  /** The same for a subject. */
  onceOf<T>(what: string, subject: string, work: () => T): T {
    return this.recall(what, subject, { work }) as T;
  }

  /**
   * The same for a value that says something of every day, of which no day rests on later facts: work goes on from what is kept of
   * it. Another source than before is a source of it for good. Work is kept too, so it must read all that it needs itself and hold
   * nothing that was read before.
   */
  byDay<T>(what: string, subject: string, work: (kept?: Kept<T>) => T): T {
    return this.recall(what, subject, { work: work as Remembered['work'], isByDay: true }) as T;
  }

  /** The same for a value that changes seldom and that much rests on: as long as it stands, nothing that rests on it is looked at. */
  steadyByDay<T>(what: string, subject: string, work: (kept?: Kept<T>) => T): T {
    return this.recall(what, subject, { work: work as Remembered['work'], isByDay: true, isSteady: true }) as T;
  }

  /**
   * The same for a value that rests on something besides facts and policy, such as today. It is kept for one such thing at a time, and
   * its work is that of whoever asks.
   */
  onceGiven<T>(given: string, what: string, subject: string, work: () => T): T {
    return this.recall(what, subject, { work, given }) as T;
  }

  /** What is read, noted with what it was read from, so that it can be read again without being worked out. */
  noted(work: () => unknown): Read {
    const noted = this.traced(work, this.isOfEveryDay);
    this.readAgain(noted);
    return noted;
  }

  /** Whatever is being worked out rests on what it was read from. */
  readAgain({ readFrom }: Read): void {
    if (this.reads !== undefined) for (const source of readFrom) this.reads.add(source);
  }

  /** The lists of the ledger that a remembered value was read from, also through what else was remembered. */
  listsUnder(what: string, subject: string): ReadonlySet<string> {
    this.follows += 1;
    const lists = new Set<string>();
    const known = this.remembered.get(what)?.get(subject);
    if (known !== undefined) this.follow(known, lists);
    return lists;
  }

  private follow({ readFrom }: Remembered, lists: Set<string>): void {
    for (const source of readFrom) {
      if (source.followedIn === this.follows) continue;
      source.followedIn = this.follows;
      if (isRemembered(source)) this.follow(source, lists);
      else lists.add(source.name);
    }
  }

  /** The list's valid facts, those of days to come as well: corrections speak at every day once they are known. */
  everValid<F extends Fact = Fact>(series: SeriesName): readonly F[] {
    return this.onceOf('valid', series, () => {
      this.read(series);
      const list = this.ledger.list(series);
      const seen = this.seen(list);
      const replaced = replacedFacts(seen, (fact) => this.isRetracted(fact));
      if (replaced.size === 0 && !this.ledger.hasRetracted) return seen.slice();
      const isValid = (fact: Fact): boolean => !replaced.has(fact) && !this.isRetracted(fact);
      // A list that grows in place is copied, so that what was valid before can be told from what is valid now.
      return seen.every(isValid) ? seen.slice() : seen.filter(isValid);
    }) as unknown as readonly F[];
  }

  /** The ids of a kind of list that exist: `unit` gives every unit that a fact named. */
  ids(kind: 'requirement' | 'pledge' | 'unit' | 'relieving' | 'equipment' | 'caveat' | 'acknowledged'): readonly string[] {
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
    if (this.reads === undefined) return;
    let source = this.given.get(name);
    if (source === undefined) this.given.set(name, (source = { name, changes: [], readBy: new Set(), followedIn: 0 }));
    this.reads.add(source);
  }

  private recall(what: string, subject: string, how: Worked): unknown {
    while (this.unsettled.size > 0) this.settle();
    let ofSubjects = this.remembered.get(what);
    if (ofSubjects === undefined) this.remembered.set(what, (ofSubjects = new Map<string, Remembered>()));
    let known = ofSubjects.get(subject);
    if (known !== undefined && known.given !== how.given) {
      for (const source of known.readFrom) source.readBy.delete(known);
      known = undefined;
    }
    if (known === undefined) ofSubjects.set(subject, (known = this.workedOut(what, how)));
    else if (how.given !== undefined) known.work = how.work;
    this.reads?.add(known);
    if (known.state !== 'stands') this.bringUpToDate(known);
    return known.value;
  }

  private workedOut(name: string, { work, given, isByDay = false, isSteady = false }: Worked): Remembered {
    const { value, readFrom } = this.traced(() => work(), given === undefined);
    const rest = { changes: [], readBy: new Set<Remembered>(), followedIn: 0, stoodIn: this.count };
    const known: Remembered = { name, work, given, isByDay, isSteady, value, readFrom, ...rest, state: 'stands' };
    for (const source of readFrom) source.readBy.add(known);
    return known;
  }

  private bringUpToDate(known: Remembered): void {
    known.state = 'failed';
    this.failed.add(known);
    const from = known.isByDay ? this.firstChange(known) : this.haveChanged(known) ? beginningOfTime : undefined;
    if (from !== undefined) this.workAgain(known, from);
    this.failed.delete(known);
    known.state = 'stands';
    known.stoodIn = this.count;
  }

  private workAgain(known: Remembered, from: Day): void {
    const kept = known.isByDay && from > beginningOfTime ? { value: known.value, from } : undefined;
    const { value, readFrom } = this.traced(() => known.work(kept), known.given === undefined);
    this.restOn(known, readFrom, kept !== undefined);
    const changedFrom = firstDifference(known.value, value);
    if (changedFrom === undefined) return;
    known.value = value;
    noteChange(known.changes, { in: this.count, from: changedFrom });
  }

  /** What it was read from now; with what stands for the days that were kept, where some were. */
  private restOn(known: Remembered, readFrom: Set<Source>, asBefore: boolean): void {
    for (const source of readFrom) source.readBy.add(known);
    for (const source of known.readFrom) {
      if (readFrom.has(source)) continue;
      if (asBefore) readFrom.add(source);
      else source.readBy.delete(known);
    }
    known.readFrom = readFrom;
  }

  /** In the order of reading: what is read only because of what came before it is not looked at where that has changed. */
  private haveChanged({ readFrom, stoodIn }: Remembered): boolean {
    for (const source of readFrom) if (this.changeOf(source, stoodIn) !== undefined) return true;
    return false;
  }

  private firstChange({ readFrom, stoodIn }: Remembered): Day | undefined {
    let first: Day | undefined;
    for (const source of readFrom) {
      const from = this.changeOf(source, stoodIn);
      if (from !== undefined && (first === undefined || from < first)) first = from;
    }
    return first;
  }

  /** The first day that has changed since the revision, if any has. */
  private changeOf(source: Source, since: number): Day | undefined {
    if (isRemembered(source) && source.state !== 'stands') this.bringUpToDate(source);
    return changedSince(source.changes, since);
  }

  private traced(work: () => unknown, isOfEveryDay: boolean): Read {
    const outer = { reads: this.reads, isOfEveryDay: this.isOfEveryDay };
    const readFrom = (this.reads = new Set<Source>());
    this.isOfEveryDay = isOfEveryDay;
    try {
      return { value: work(), readFrom };
    } finally {
      this.reads = outer.reads;
      this.isOfEveryDay = outer.isOfEveryDay;
    }
  }
}

const isRemembered = (source: Source): source is Remembered => 'work' in source;
