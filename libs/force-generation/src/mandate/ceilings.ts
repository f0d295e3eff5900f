import { Curve, type Step } from '../curve.js';
import { laterOf, type Day } from '../day.js';
import type { FactOf } from '../facts.js';
import { componentOf, personnelTypes, type Component, type PersonnelType } from '../personnel.js';
import type { EveryDay, Reading } from '../reading.js';

export type Ceiling = FactOf<'CeilingAuthorized'>;

/** The ceilings in force on a day, one per line. */
export type CeilingsInForce = ReadonlyMap<string, Ceiling>;

/** The adopted ceilings in the order of facts, those of days to come as well. Proposed ones enter no curve. */
const adopted = ({ whole: reading }: EveryDay): readonly Ceiling[] =>
  reading.once('adopted ceilings', () => reading.everValid<Ceiling>('ceilings').filter(({ data }) => data.status === 'adopted'));

/** Every line that was ever adopted, in the order of names. */
export const lines = ({ whole: reading }: EveryDay): readonly string[] =>
  reading.once('lines', () => [...new Set(adopted(reading).map(({ data }) => data.line))].sort());

/**
 * The ceilings in force as each day's own facts tell it: a line steps at `effectiveFrom`, but not before it was adopted; of two
 * with the same day the later fact speaks.
 */
export const ceilings = ({ whole: reading }: EveryDay): Curve<CeilingsInForce> =>
  reading.once('ceilings', () => inForce(adopted(reading), inForceFrom));

/** A ceiling authorizes nothing before it was adopted. */
export const inForceFrom = ({ data }: Ceiling): Day => laterOf(data.on, data.effectiveFrom);

/** The ceilings in force on past days as today's facts read them: one adopted later takes effect on its day. */
export const ceilingsAsReadToday = ({ whole: reading }: Reading): Curve<CeilingsInForce> =>
  reading.onceToday('ceilings as read today', () =>
    inForce(
      adopted(reading).filter(({ data }) => data.on <= reading.today),
      ({ data }) => data.effectiveFrom,
    ),
  );

function inForce(facts: readonly Ceiling[], from: (fact: Ceiling) => Day): Curve<CeilingsInForce> {
  const starting = facts.map((fact, order) => ({ fact, order, from: from(fact) }));
  starting.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.order - b.order));
  let current: CeilingsInForce = new Map();
  const steps = starting.map(({ fact, from: day }): Step<CeilingsInForce> => {
    const other = current.get(fact.data.line);
    if (other === undefined || speaksAfter(fact, other, facts)) current = new Map(current).set(fact.data.line, fact);
    return [day, current];
  });
  return Curve.of(steps, new Map());
}

const speaksAfter = (fact: Ceiling, other: Ceiling, order: readonly Ceiling[]): boolean =>
  fact.data.effectiveFrom !== other.data.effectiveFrom
    ? fact.data.effectiveFrom > other.data.effectiveFrom
    : order.indexOf(fact) > order.indexOf(other);

/**
 * The line's ceilings up to a day, by the days from which they authorize, as that day's facts tell them: of two from the same day only
 * the later fact speaks.
 */
export function ceilingsInTurn(reading: EveryDay, line: string, day: Day): readonly Ceiling[] {
  const turns = new Map<Day, Ceiling>();
  for (const ceiling of ceilingsOfLine(reading, line))
    if (inForceFrom(ceiling) <= day) turns.set(ceiling.data.effectiveFrom, ceiling);
  return [...turns.values()].sort((a, b) => (a.data.effectiveFrom < b.data.effectiveFrom ? -1 : 1));
}

/** Every ceiling that was ever adopted for the line, in the order of facts. */
export const ceilingsOfLine = ({ whole: reading }: EveryDay, line: string): readonly Ceiling[] =>
  reading.onceOf('adopted ceilings of a line', line, () => adopted(reading).filter(({ data }) => data.line === line));

/** The component whose types the line counts; none for a line without published types (corrections officers). */
export const componentOfCeiling = ({ data }: Ceiling): Component | undefined =>
  data.counts[0] === undefined ? undefined : componentOf(data.counts[0]);

/** The types that separate lines count: they have left their component. */
export const separateTypes = (inForceThen: CeilingsInForce): ReadonlySet<PersonnelType> =>
  new Set([...inForceThen.values()].filter(({ data }) => data.placement === 'separate').flatMap(({ data }) => data.counts));

/** The types that the line counts on a day with these ceilings, in the order of the published reports. */
export function typesCounted(ceiling: Ceiling, inForceThen: CeilingsInForce): readonly PersonnelType[] {
  const left = ceiling.data.placement === 'component' ? separateTypes(inForceThen) : new Set<PersonnelType>();
  return personnelTypes.filter((type) => ceiling.data.counts.includes(type) && !left.has(type));
}

/** The component's own line, else the lines within it, of which the sum is its ceiling. */
export function ceilingsOf(component: Component, inForceThen: CeilingsInForce): readonly Ceiling[] {
  const all = [...inForceThen.values()].filter((ceiling) => componentOfCeiling(ceiling) === component);
  const own = all.filter(({ data }) => data.placement === 'component');
  if (own.length === 0) return all.filter(({ data }) => data.placement === 'within');
  return [own.reduce((last, ceiling) => (ceiling.data.effectiveFrom >= last.data.effectiveFrom ? ceiling : last))];
}
