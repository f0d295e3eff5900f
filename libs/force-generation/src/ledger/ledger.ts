import type { Day } from '../day.js';
import type { Fact, FactOf } from '../facts.js';
import type { AdoptedPolicy } from '../policy.js';
import { compareFacts, insertFact, insertName } from './series.js';
import { seriesOf, type SeriesName } from './series-of.js';

/** Source and id name a fact for ever; a blank cannot stand in a source. */
export const nameOf = (source: string, id: string): string => `${source} ${id}`;

/** What a fold touched, each from its first changed day on: lists of facts, or the names of a kind of list. */
export type Touched = readonly (readonly [list: string, from: Day])[];

/**
 * One mission's facts, indexed by what they speak about. Folding puts each fact at its place in its lists, so the order of
 * arrival leaves no trace; the same fact twice is folded once. It is changed in place: whoever holds a ledger owns it.
 */
export class Ledger {
  /** Position of the last fact folded. */
  position = 0;
  /** How many facts are folded. */
  size = 0;
  private lastDay: Day | undefined;
  readonly days: FactOf<'DayTurned'>[] = [];
  readonly policies: FactOf<'PolicyAdopted'>[] = [];
  private readonly lists = new Map<SeriesName, List>();
  /** By source, then by id: no name is put together for each of a million facts. */
  private readonly named = new Map<string, Map<string, Fact>>();
  /** The retractions of facts that are there; those below wait for theirs as well. */
  private readonly retracted = new Map<Fact, readonly FactOf<'FactRetracted'>[]>();
  private readonly retracting = new Map<string, FactOf<'FactRetracted'>[]>();
  private readonly kinds = new Map<string, SeriesName[]>();

  constructor(readonly mission: string) {}

  /** The lists touched, and `kinds/unit` and the like where a list is new or begins earlier. */
  fold(fact: Fact): Touched {
    if (fact.position > this.position) this.position = fact.position;
    if (!this.takeName(fact)) return nothing;
    if (fact.type === 'DayTurned') this.foldDay(fact);
    if (fact.type === 'PolicyAdopted') this.policies.push(fact);
    if (fact.type === 'FactRetracted') return this.foldRetraction(fact);
    const series = seriesOf(fact);
    const touched = series.length === 1 ? this.insert(series[0]!, fact) : series.flatMap((one) => this.insert(one, fact));
    // It was retracted before it came: the retraction is no longer one of nothing.
    const retractions = this.retracting.size === 0 ? undefined : this.retracting.get(nameOf(fact.source, fact.id));
    if (retractions === undefined) return touched;
    this.retracted.set(fact, retractions);
    return [...touched, ['retractions', fact.data.on]];
  }

  /** Every fact of the list, valid or not, in the order of facts. */
  list(series: SeriesName): readonly Fact[] {
    return this.lists.get(series)?.facts ?? [];
  }

  /** The lists that exist of a kind: `unit` gives `unit/A`, `unit/B`, in alphabetical order. */
  listsOf(kind: string): readonly SeriesName[] {
    return this.kinds.get(kind) ?? [];
  }

  /** Whether any fact that is there is retracted. */
  get hasRetracted(): boolean {
    return this.retracted.size > 0;
  }

  retractionsOf(fact: Fact): readonly FactOf<'FactRetracted'>[] {
    return this.retracted.get(fact) ?? none;
  }

  /** In the order of facts, whatever the order in which they came. */
  retractions(): readonly FactOf<'FactRetracted'>[] {
    return [...this.retracting.values()].flat().sort(compareFacts);
  }

  factNamed(source: string, id: string): Fact | undefined {
    return this.named.get(source)?.get(id);
  }

  /** Every fact once, in no order that anybody may rest on. */
  *all(): Generator<Fact, void> {
    for (const ofSource of this.named.values()) yield* ofSource.values();
  }

  /** The last day that turned, if any did. */
  get today(): Day | undefined {
    return this.lastDay;
  }

  get policy(): AdoptedPolicy | undefined {
    const last = this.policies[this.policies.length - 1];
    return last && ({ hash: last.data.hash, table: last.data.table } as AdoptedPolicy);
  }

  /** False where a fact of that source and id is folded already. */
  private takeName(fact: Fact): boolean {
    let ofSource = this.named.get(fact.source);
    if (ofSource === undefined) this.named.set(fact.source, (ofSource = new Map<string, Fact>()));
    if (ofSource.has(fact.id)) return false;
    ofSource.set(fact.id, fact);
    this.size += 1;
    return true;
  }

  private foldDay(fact: FactOf<'DayTurned'>): void {
    this.days.push(fact);
    if (this.lastDay === undefined || fact.data.on > this.lastDay) this.lastDay = fact.data.on;
  }

  private foldRetraction(fact: FactOf<'FactRetracted'>): Touched {
    const target = nameOf(fact.data.ofSource, fact.data.ofId);
    const retractions = [...(this.retracting.get(target) ?? []), fact];
    this.retracting.set(target, retractions);
    const of = this.factNamed(fact.data.ofSource, fact.data.ofId);
    if (of !== undefined) this.retracted.set(of, retractions);
    const touched: [string, Day][] = [['retractions', fact.data.on]];
    if (of !== undefined) for (const series of seriesOf(of)) touched.push([series, of.data.on]);
    return touched;
  }

  private insert(series: SeriesName, fact: Fact): Touched {
    const { on } = fact.data;
    const list = this.lists.get(series);
    if (list === undefined) {
      this.begin(series, fact);
      return [
        [series, on],
        [`kinds/${kindOf(series)}`, on],
      ];
    }
    insertFact(list.facts, fact);
    if (list.facts[0] !== fact) return [[list.name, on]];
    // The name is one of its kind from an earlier day on.
    return [
      [list.name, on],
      [`kinds/${kindOf(series)}`, on],
    ];
  }

  private begin(series: SeriesName, fact: Fact): void {
    this.lists.set(series, { name: series, facts: [fact] });
    const kind = kindOf(series);
    const names = this.kinds.get(kind);
    if (names === undefined) this.kinds.set(kind, [series]);
    else insertName(names, series);
  }
}

interface List {
  /** Kept once for all who speak of what was touched. */
  readonly name: SeriesName;
  readonly facts: Fact[];
}

const kindOf = (series: SeriesName): string => series.split('/', 1)[0]!;

const nothing: Touched = [];
const none: readonly FactOf<'FactRetracted'>[] = [];
