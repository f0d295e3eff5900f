import type { Day } from '../../src/day.js';
import type { Fact, FactName, FactOf } from '../../src/facts.js';
import type { PersonnelType } from '../../src/personnel.js';
import { daysBetween } from './calendar.js';
import { cellOf, nobody, typeOf, type Persons } from './cells.js';
import { factsThatCount } from './facts-that-count.js';
import { ReturnsAsRead, type ReturnAsRead } from './returns-as-read.js';

/** The two readings of rules.md, section 3, *Unknown*: every hold kept, every hold accepted. */
export type Which = 'kept' | 'accepted';

export type UnitFact = FactOf<'UnitArrived' | 'UnitStrengthReported' | 'UnitRepatriated'>;

/** A mission's facts as they are read on one day; of each day before it is asked in turn. */
export class MissionAsRead {
  readonly facts: readonly Fact[];
  readonly returns: ReturnsAsRead;
  readonly units: readonly string[];
  private readonly byType = new Map<string, Fact[]>();
  private readonly byUnit = new Map<string, UnitFact[]>();

  constructor(all: readonly Fact[], today: Day) {
    this.facts = factsThatCount(all, today);
    this.returns = new ReturnsAsRead(this.facts);
    for (const fact of this.facts) {
      this.byType.set(fact.type, [...this.all(fact.type as FactName), fact]);
      if (isUnitFact(fact)) this.byUnit.set(fact.data.unit, [...this.unitFacts(fact.data.unit), fact]);
    }
    this.units = [...new Set(this.all('UnitArrived').map(({ data }) => data.unit))];
  }

  all<Name extends FactName>(type: Name): readonly FactOf<Name>[] {
    return (this.byType.get(type) ?? []) as readonly Fact[] as readonly FactOf<Name>[];
  }

  /** What was last said of some kinds up to a day: "from facts with `on` ≤ d and from no later one" (facts.md, section 1). */
  last<Name extends FactName>(
    types: readonly Name[],
    day: Day,
    isMeant: (fact: FactOf<Name>) => boolean = () => true,
  ): FactOf<Name> | undefined {
    const [type, ...others] = types;
    const facts: readonly Fact[] = others.length === 0 ? this.all(type!) : this.facts;
    return facts.findLast(
      (fact): fact is FactOf<Name> => fact.data.on <= day && types.includes(fact.type as Name) && isMeant(fact as FactOf<Name>),
    );
  }

  returnOn(day: Day): ReturnAsRead | undefined {
    return this.returns.all.findLast(({ asAt }) => asAt <= day);
  }

  /** A mandate that ended and was not renewed since. */
  endOfMandate(day: Day): FactOf<'MandateEnded'> | undefined {
    const said = this.last(['MandateEnded', 'MandateRenewed'], day);
    return said?.type === 'MandateEnded' ? said : undefined;
  }

  hasMandateEnded(day: Day): boolean {
    const end = this.endOfMandate(day);
    return end !== undefined && day >= end.data.endsOn;
  }

  unitFacts(unit: string): readonly UnitFact[] {
    return this.byUnit.get(unit) ?? [];
  }

  /**
   * "0 before its first UnitArrived and from the day of UnitRepatriated; UnitArrived adds its women and men, UnitStrengthReported sets
   * the figure" (facts.md, section 4).
   */
  unitOn(unit: string, day: Day): Persons {
    let [women, men, isThere] = [0, 0, false];
    for (const { type, data } of this.unitFacts(unit)) {
      if (data.on > day) break;
      if (type === 'UnitArrived') [women, men, isThere] = [women + data.women, men + data.men, true];
      else if (type === 'UnitRepatriated') [women, men, isThere] = [0, 0, false];
      else if (isThere) [women, men] = [data.women, data.men];
    }
    return { women, men };
  }

  cellOfUnit(unit: string): string {
    const { contributor, personnelType } = this.all('UnitArrived').find(({ data }) => data.unit === unit)!.data;
    return cellOf(contributor, personnelType);
  }

  /**
   * "Deployed on day d = the cells of the return in force at its as-at day a + Σ over units (figure on d − figure on a)" (facts.md, 4).
   * Undefined without a return, and "from day 140 after its newest return" (rules.md, 3).
   */
  strength(types: readonly PersonnelType[], day: Day, which: Which): Persons | undefined {
    const inForce = this.returnOn(day);
    if (inForce === undefined || daysBetween(inForce.asAt, day) >= 140) return undefined;
    if (this.areOfficersAmongTroops(inForce) && types.includes('Troops') !== types.includes('Staff Officer')) return undefined;
    let { women, men } = nobody;
    const add = (persons: Persons, times: 1 | -1 = 1): void => {
      women += times * persons.women;
      men += times * persons.men;
    };
    for (const [cell, persons] of inForce[which]) if (types.includes(typeOf(cell))) add(persons);
    for (const unit of this.units) {
      if (!types.includes(typeOf(this.cellOfUnit(unit))) || this.isFirstReported(unit, { after: inForce.asAt, upTo: day }))
        continue;
      add(this.unitOn(unit, day));
      add(this.unitOn(unit, inForce.asAt), -1);
    }
    return { women, men };
  }

  /**
   * "Before the first return that splits them (31 May 2017) staff officers are inside Troops" (facts.md, 3): what counts one of the two
   * without the other is unknown.
   */
  private areOfficersAmongTroops({ asAt }: ReturnAsRead): boolean {
    const first = this.returns.all.find(({ printed }) => [...printed.keys()].some((cell) => typeOf(cell) === 'Staff Officer'));
    return asAt < (first?.asAt ?? '2017-05-31');
  }

  /** "A unit whose first fact is a UnitStrengthReported after a has no figure on a: it adds nothing." */
  private isFirstReported(unit: string, { after, upTo }: { after: Day; upTo: Day }): boolean {
    const [first] = this.unitFacts(unit);
    return first?.type === 'UnitStrengthReported' && first.data.on > after && first.data.on <= upTo;
  }
}

const isUnitFact = (fact: Fact): fact is UnitFact =>
  fact.type === 'UnitArrived' || fact.type === 'UnitStrengthReported' || fact.type === 'UnitRepatriated';
