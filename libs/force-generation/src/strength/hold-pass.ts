import { Curve, type Step } from '../curve.js';
import { daysBetween, type Day } from '../day.js';
import type { Fact, FactOf } from '../facts.js';
import type { PersonnelType } from '../personnel.js';
import type { Kept } from '../chronicle.js';
import type { EveryDay } from '../reading.js';
import { explanationOfFall } from './explanation-of-fall.js';
import { heldValue, valueIn, type CellValue, type Hold } from './hold.js';
import { typeOfCell, type CellName } from './cell-name.js';
import type { Cells } from './printed-cells.js';
import { personsOf, returnsInForce, type ReturnInForce } from './return-in-force.js';
import { suspicionsIn, type Persons, type Suspicion } from './suspicions.js';

/** A cell of a return that is not simply what is printed: held, or carried on because its row may be among the lost ones. */
export interface SpecialCell {
  readonly cell: CellName;
  readonly contributor?: string;
  readonly type: PersonnelType;
  /** The value that goes on. */
  readonly kept: CellValue;
  /** The value if what is printed is right. */
  readonly printed: CellValue;
  /** Absent: carried on over an incomplete return. */
  readonly hold?: Hold;
}

export interface ReadReturn {
  readonly ret: ReturnInForce;
  readonly special: readonly SpecialCell[];
  /** Whether after it nothing is held or carried on: later returns are read without a look at earlier ones. */
  readonly isClean: boolean;
}

/**
 * On each day the newest return, read against the values in force before it. One pass serves every today: a hold's end says from
 * which day on it is known. A changed return is read again with those after it, from the last one before it that left nothing open.
 */
export const readReturns = ({ whole: reading }: EveryDay): Curve<ReadReturn | undefined> =>
  reading.byDay<Curve<ReadReturn | undefined>>('returns', 'read', (kept) => {
    const from = kept && lastCleanBefore(kept);
    return Curve.goingOn(from, new Pass(reading, from?.value.atEndBefore(from.from)).run(), undefined);
  });

function lastCleanBefore({ value, from }: Kept<Curve<ReadReturn | undefined>>): Kept<typeof value> | undefined {
  const clean = value.stepsBefore(from).findLastIndex(([, read]) => read!.isClean);
  const next = value.steps[clean + 1];
  return clean < 0 ? undefined : { value, from: next === undefined || next[0] > from ? from : next[0] };
}

/** Every hold, ended or not, in the order of the returns that began them. */
export const holdsOf = ({ whole: reading }: EveryDay): readonly Hold[] =>
  reading.once('holds', () => [
    ...new Set(readReturns(reading).steps.flatMap(([, read]) => read!.special.flatMap(({ hold }) => hold ?? []))),
  ]);

type Confirmation = FactOf<'ReturnConfirmed'>;

class Pass {
  private readonly open = new Map<CellName, Hold>();
  private carried = new Map<CellName, CellValue>();
  private readonly done: Step<ReadReturn>[] = [];

  constructor(
    private readonly reading: EveryDay,
    /** The last return that need not be read again; it is clean. */
    private readonly after: ReadReturn | undefined,
  ) {}

  run(): readonly Step<ReadReturn>[] {
    let previous = this.after?.ret;
    for (const [asAt, ret] of returnsInForce(this.reading).steps) {
      if (ret === undefined || (this.after !== undefined && asAt <= this.after.ret.asAt)) continue;
      this.endExplained(ret.asAt);
      if (ret.byContributor && !ret.complete) this.carryOver(ret, previous);
      else this.take(ret, previous);
      previous = ret;
    }
    this.endExplained(undefined);
    return this.done;
  }

  /** An incomplete return is no reading: holds neither end nor count, and the cells that it does not print go on. */
  private carryOver(ret: ReturnInForce, previous: ReturnInForce | undefined): void {
    const special: SpecialCell[] = [...this.open.values()].map((hold) => this.heldIn(ret, hold));
    const carried = new Map<CellName, CellValue>();
    for (const [cell, persons] of previous?.byContributor ? this.inForce(previous) : []) {
      if (this.open.has(cell) || ret.cells.has(cell) || personsOf(persons) === 0) continue;
      const kept = this.valueInForce(previous!, cell);
      carried.set(cell, kept);
      special.push({ cell, ...whose(cell), kept, printed: valueIn(ret, cell) });
    }
    this.carried = carried;
    this.read(ret, special);
  }

  private take(ret: ReturnInForce, previous: ReturnInForce | undefined): void {
    let confirmed: readonly Hold[] = [];
    if (previous === undefined || !this.comparable(ret, previous)) {
      for (const hold of this.open.values()) this.end(hold, 'dropped', ret.fact, ret.asAt);
    } else {
      confirmed = this.compare(ret, previous);
    }
    this.carried = new Map();
    this.read(
      ret,
      [...this.open.values(), ...confirmed].map((hold) => this.heldIn(ret, hold)),
    );
  }

  private read(ret: ReturnInForce, special: readonly SpecialCell[]): void {
    this.done.push([ret.asAt, { ret, special, isClean: this.open.size === 0 && this.carried.size === 0 }]);
  }

  private comparable(ret: ReturnInForce, previous: ReturnInForce): boolean {
    if (!ret.byContributor || !previous.byContributor || !previous.complete) return false;
    return daysBetween(previous.asAt, ret.asAt) <= this.reading.policy.table.returns.comparableDays;
  }

  /** Gives the holds that a confirmation of this return ends: until it was made their readings were held. */
  private compare(ret: ReturnInForce, previous: ReturnInForce): readonly Hold[] {
    const before = this.inForce(previous);
    const suspicions = suspicionsIn({ before, printed: ret.cells }, this.reading.policy.table.returns);
    const suspected = new Map(suspicions.flatMap((suspicion) => suspicion.cells.map((cell) => [cell, suspicion] as const)));
    for (const hold of [...this.open.values()]) if (!suspected.has(hold.cell)) this.end(hold, 'dropped', ret.fact, ret.asAt);
    return [...suspected].flatMap(([cell, suspicion]) => this.suspect({ cell, suspicion, ret, previous }) ?? []);
  }

  private suspect(found: Found): Hold | undefined {
    const { cell, ret } = found;
    const hold = this.open.get(cell) ?? newHold(found, this.valueInForce(found.previous, cell));
    hold.readings.push(valueIn(ret, cell));
    const confirmed = this.confirmationOf(ret.asAt, cell);
    const isNew = !this.open.has(cell);
    const explained = confirmed ?? this.explained(hold, ret.asAt);
    if (isNew && confirmed === undefined && explained !== undefined) return undefined;
    this.open.set(cell, hold);
    const enough = hold.readings.length >= this.reading.policy.table.returns[hold.kind].acceptedAtReading;
    const by = explained ?? (enough ? ret.fact : undefined);
    if (by !== undefined) this.end(hold, 'accepted', by, ret.asAt);
    return confirmed && hold;
  }

  private end(hold: Hold, how: 'dropped' | 'accepted', by: Fact, knownFrom: Day): void {
    hold.end = { how, by, knownFrom };
    this.open.delete(hold.cell);
  }

  /** Ends the holds whose fall is explained by a fact up to the day; without a day those by any fact. */
  private endExplained(upTo: Day | undefined): void {
    for (const hold of [...this.open.values()]) {
      const by = this.explained(hold, upTo);
      if (by !== undefined) this.end(hold, 'accepted', by, by.data.on);
    }
  }

  private explained(hold: Hold, upTo: Day | undefined): Fact | undefined {
    const { suspicion, readings, after } = hold;
    if (suspicion.falling.length === 0) return undefined;
    const last = readings[readings.length - 1]!.printedIn;
    const cells = suspicion.falling.map(whose);
    const persons = suspicion.falling.reduce((sum, cell) => sum + this.fallOf(hold, cell, last), 0);
    const by = explanationOfFall({ cells, persons, after, until: last.asAt }, this.reading);
    return by !== undefined && (upTo === undefined || by.data.on <= upTo) ? by : undefined;
  }

  private fallOf(hold: Hold, cell: CellName, last: ReturnInForce): number {
    const before = this.open.get(cell)?.before ?? (cell === hold.cell ? hold.before : valueIn(hold.before.printedIn, cell));
    return personsOf(before) - personsOf(last.cells.get(cell));
  }

  private confirmationOf(asAt: Day, cell: CellName): Confirmation | undefined {
    return confirmations(this.reading)
      .at(asAt)
      .find(({ data }) => data.asAt === asAt && (data.cell === undefined || data.cell === cell));
  }

  private heldIn(ret: ReturnInForce, hold: Hold): SpecialCell {
    const reading = hold.readings[hold.readings.length - 1]!;
    // Of swapped sexes only the share is held: the persons are those printed, also where other rows are lost.
    const isPrinted = ret.complete || (hold.kind === 'sexes' && ret.cells.has(hold.cell));
    const printed = isPrinted ? valueIn(ret, hold.cell) : reading;
    const { cell, contributor, type } = hold;
    return { cell, ...(contributor !== undefined && { contributor }), type, kept: heldValue(hold, printed), printed, hold };
  }

  /** The persons that go on from the return: as printed, but for what is held or carried. */
  private inForce(ret: ReturnInForce): Cells {
    if (this.open.size === 0 && this.carried.size === 0) return ret.cells;
    const values = new Map<CellName, Persons>(ret.cells);
    for (const [cell, value] of this.carried) values.set(cell, cellOf(cell, value));
    for (const hold of this.open.values()) values.set(hold.cell, cellOf(hold.cell, this.heldIn(ret, hold).kept));
    return values;
  }

  private valueInForce(ret: ReturnInForce, cell: CellName): CellValue {
    const hold = this.open.get(cell);
    return hold === undefined ? (this.carried.get(cell) ?? valueIn(ret, cell)) : this.heldIn(ret, hold).kept;
  }
}

/** By the as-at day that they confirm: as corrections they speak at every day once they are known. */
const confirmations = ({ whole: reading }: EveryDay): Curve<readonly Confirmation[]> =>
  reading.once('confirmations by as-at day', () => {
    const byDay = new Map<Day, readonly Confirmation[]>();
    for (const fact of reading.everValid<Confirmation>('confirmations'))
      byDay.set(fact.data.asAt, [...(byDay.get(fact.data.asAt) ?? []), fact]);
    return Curve.of<readonly Confirmation[]>(byDay, none);
  });

const none: readonly Confirmation[] = [];

interface Found {
  readonly cell: CellName;
  readonly suspicion: Suspicion;
  readonly ret: ReturnInForce;
  readonly previous: ReturnInForce;
}

const newHold = ({ cell, suspicion, ret, previous }: Found, before: CellValue): Hold => ({
  cell,
  ...whose(cell),
  kind: suspicion.kind,
  since: ret.asAt,
  before,
  suspicion,
  after: previous.asAt,
  readings: [],
});

function cellOf(cell: CellName, { women, men }: CellValue): Persons {
  const { contributor, type: personnelType } = whose(cell);
  return { ...(contributor !== undefined && { contributor }), personnelType, women, men };
}

/** The contributor and the personnel type that a cell's name says. */
function whose(cell: CellName): { contributor?: string; type: PersonnelType } {
  const [contributor] = cell.split('.', 1) as [string];
  return { ...(contributor !== '' && { contributor }), type: typeOfCell(cell) };
}
