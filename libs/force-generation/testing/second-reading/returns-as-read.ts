import type { Day } from '../../src/day.js';
import type { Fact, FactOf } from '../../src/facts.js';
import { daysBetween } from './calendar.js';
import { allOf, inCell, nobody, printedCells, subjectOf, type Cells, type Persons } from './cells.js';
import { acceptedAt, suspectCells, type Kind } from './suspect-cells.js';

type Return = FactOf<'StrengthReturned'>;

export interface ReturnAsRead {
  readonly asAt: Day;
  readonly isByContributor: boolean;
  readonly isIncomplete: boolean;
  readonly printed: Cells;
  /** The two readings of a day: with every hold kept, with every hold accepted. */
  readonly kept: Map<string, Persons>;
  readonly accepted: Map<string, Persons>;
}

/** When something of the returns was suspect: `until` is the first day on which it was no more. */
export interface Suspicion {
  readonly subject: string;
  readonly kind: Kind | 'rows';
  readonly from: Day;
  until?: Day;
  readonly before: Persons;
  /** What was printed, return by return. */
  readonly readings: [Day, Persons][];
}

interface Hold {
  readonly cell: string;
  readonly kind: Kind;
  readonly suspicion: Suspicion;
  readonly readings: ReturnAsRead[];
  /** The readings, and the incomplete returns between them. */
  readonly heldIn: ReturnAsRead[];
}

/** One return after the other as they are read on a day (facts.md, section 4). */
export class ReturnsAsRead {
  readonly all: ReturnAsRead[] = [];
  readonly suspicions: Suspicion[] = [];
  private readonly holds = new Map<string, Hold>();
  private readonly mandateEnds: readonly Fact[];
  private readonly confirmations: readonly FactOf<'ReturnConfirmed'>[];

  constructor(facts: readonly Fact[]) {
    this.mandateEnds = facts.filter(({ type }) => type === 'MandateEnded');
    this.confirmations = facts.filter((fact) => fact.type === 'ReturnConfirmed');
    for (const fact of returnsInForce(facts)) this.read(fact);
  }

  private read(fact: Return): void {
    const printed = printedCells(fact);
    const { on: asAt, detail, incomplete = 0 } = fact.data;
    const now: ReturnAsRead = {
      asAt,
      isByContributor: detail === 'byContributor',
      isIncomplete: incomplete > 0,
      printed,
      kept: new Map(printed),
      accepted: new Map(printed),
    };
    const before = this.all.at(-1);
    this.all.push(now);
    for (const suspicion of this.suspicions) if (suspicion.kind === 'rows') suspicion.until ??= asAt;
    if (now.isIncomplete) this.carryOn(now, before);
    else if (before !== undefined && areComparable(before, now)) this.compare(before, now);
    else for (const hold of this.holds.values()) this.end(hold, asAt);
  }

  /**
   * "Every cell missing from an incomplete return goes on with its previous value, suspect; it is no reading." A return by type has
   * no cells.
   */
  private carryOn(now: ReturnAsRead, before: ReturnAsRead | undefined): void {
    this.suspicions.push({ subject: 'rows', kind: 'rows', from: now.asAt, before: nobody, readings: [] });
    for (const [cell, persons] of before?.isByContributor ? before.kept : []) {
      const hold = this.holds.get(cell);
      if (hold !== undefined) goOn(hold, before!, now);
      else if (!now.printed.has(cell)) now.kept.set(cell, persons);
    }
  }

  private compare(before: ReturnAsRead, now: ReturnAsRead): void {
    const suspect = suspectCells(before.kept, now.printed);
    for (const hold of this.holds.values()) if (!suspect.has(hold.cell)) this.end(hold, now.asAt);
    for (const [cell, kind] of suspect) this.suspect(cell, this.holds.get(cell)?.kind ?? kind, { before, now });
  }

  /** "A held cell keeps its first kind; any later suspect reading of it counts as its next." */
  private suspect(cell: string, kind: Kind, { before, now }: { before: ReturnAsRead; now: ReturnAsRead }): void {
    const confirmed = this.confirmationOf(cell, now.asAt);
    const isExplained = kind !== 'sexes' && this.mandateEnds.some(({ data }) => data.on <= now.asAt);
    if (!this.holds.has(cell) && isExplained && confirmed === undefined) return;
    const hold = this.holds.get(cell) ?? this.newHold(cell, kind, { before, now });
    hold.readings.push(now);
    hold.heldIn.push(now);
    hold.suspicion.readings.push([now.asAt, inCell(now.printed, cell)]);
    now.kept.set(cell, heldValue(hold, inCell(now.printed, cell)));
    if (confirmed !== undefined) this.accept(hold, confirmed > now.asAt ? confirmed : now.asAt);
    else if (isExplained || hold.readings.length >= acceptedAt[kind]) this.accept(hold, now.asAt);
  }

  private newHold(cell: string, kind: Kind, { before, now }: { before: ReturnAsRead; now: ReturnAsRead }): Hold {
    const was = inCell(before.kept, cell);
    const suspicion: Suspicion = { subject: subjectOf(cell), kind, from: now.asAt, before: was, readings: [] };
    const hold: Hold = { cell, kind, suspicion, readings: [], heldIn: [] };
    this.suspicions.push(suspicion);
    this.holds.set(cell, hold);
    return hold;
  }

  /** The day of the first confirmation of that reading. */
  private confirmationOf(cell: string, asAt: Day): Day | undefined {
    const isOfIt = ({ data }: FactOf<'ReturnConfirmed'>): boolean =>
      data.asAt === asAt && (data.cell ?? subjectOf(cell)) === subjectOf(cell);
    return this.confirmations.find(isOfIt)?.data.on;
  }

  /** "Once a hold has ended its days are known": with the value that is kept, where the reading was not accepted. */
  private end({ cell, heldIn, suspicion }: Hold, on: Day): void {
    for (const { kept, accepted } of heldIn) accepted.set(cell, inCell(kept, cell));
    suspicion.until = on;
    this.holds.delete(cell);
  }

  /** "Each reading counts from its own as-at day." */
  private accept(hold: Hold, on: Day): void {
    for (const { printed, kept } of hold.readings) kept.set(hold.cell, inCell(printed, hold.cell));
    this.end(hold, on);
  }
}

/** "In force is the one that no other valid return replaces; of several, the latest `publishedOn`, then the greatest id." */
function returnsInForce(facts: readonly Fact[]): readonly Return[] {
  const byDay = new Map<Day, Return>();
  const rank = ({ data, id }: Return): string => `${data.publishedOn ?? data.on} ${id}`;
  for (const fact of facts) {
    if (fact.type !== 'StrengthReturned') continue;
    const other = byDay.get(fact.data.on);
    if (other === undefined || rank(other) < rank(fact)) byDay.set(fact.data.on, fact);
  }
  return [...byDay.values()];
}

/** "If both are by contributor, complete and at most 62 days apart." */
const areComparable = (before: ReturnAsRead, now: ReturnAsRead): boolean =>
  before.isByContributor && now.isByContributor && !before.isIncomplete && daysBetween(before.asAt, now.asAt) <= 62;

/** Over an incomplete return a hold goes on in both readings, but for the persons of swapped sexes, which are those printed. */
function goOn(hold: Hold, before: ReturnAsRead, now: ReturnAsRead): void {
  const { cell, kind, heldIn } = hold;
  const isPrinted = kind === 'sexes' && now.printed.has(cell);
  heldIn.push(now);
  now.kept.set(cell, isPrinted ? heldValue(hold, inCell(now.printed, cell)) : inCell(before.kept, cell));
  now.accepted.set(cell, inCell(isPrinted ? now.printed : before.accepted, cell));
}

/** The value that goes on; of swapped sexes "the women's share only (previous share × new total, rounded)". */
function heldValue({ kind, suspicion: { before } }: Hold, printed: Persons): Persons {
  if (kind !== 'sexes') return before;
  const women = Math.round((before.women * allOf(printed)) / allOf(before));
  return { women, men: allOf(printed) - women };
}
