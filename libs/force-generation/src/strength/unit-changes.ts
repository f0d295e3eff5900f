import { Curve, type Step } from '../curve.js';
import { daysInOrder, type Day } from '../day.js';
import type { FactOf } from '../facts.js';
import type { PersonnelType } from '../personnel.js';
import type { EveryDay } from '../reading.js';
import { cellName, type CellName } from './cell-name.js';
import type { Head } from './strength.js';
import { unitHistory, type UnitState } from './unit-history.js';

/** A unit whose first fact is a report: on the days before it, it has no figure that a change could be taken from. */
export interface UnitFirstReported {
  readonly firstReportedOn: Day;
  readonly persons: Curve<Head>;
}

export interface UnitPersons {
  /** Of all units that had a figure on every return's day, summed. */
  readonly arrived: Curve<Head>;
  readonly firstReported: readonly UnitFirstReported[];
}

/** The persons of the types' units as step functions of the day. */
export function unitPersons({ whole: reading }: EveryDay, types: readonly PersonnelType[]): UnitPersons {
  return {
    arrived: reading.byDay<Curve<Head>>('persons arrived', types.join('+'), (kept) => sumOf(arrivedCurves(reading, types), kept)),
    firstReported: types.flatMap((type) => firstReported(reading, type)),
  };
}

const arrivedCurves = (reading: EveryDay, types: readonly PersonnelType[]): Curve<Head>[] =>
  unitCells(reading, ({ type }) => types.includes(type))
    .filter(({ unit }) => firstReportOf(reading, unit) === undefined)
    .map((one) => personsOfUnit(reading, one));

const firstReported = (reading: EveryDay, type: PersonnelType): UnitFirstReported[] =>
  unitCells(reading, (cell) => cell.type === type).flatMap((one) => {
    const firstReportedOn = firstReportOf(reading, one.unit);
    return firstReportedOn === undefined ? [] : [{ firstReportedOn, persons: personsOfUnit(reading, one) }];
  });

/** A unit while it is counted in a cell of a return. */
interface UnitCell {
  readonly unit: string;
  readonly cell: CellName;
  readonly type: PersonnelType;
}

/** Every unit and each cell that it was ever counted in. */
const unitCells = (reading: EveryDay, isWanted: (cell: UnitCell) => boolean): readonly UnitCell[] =>
  reading.ids('unit').flatMap((unit) =>
    cellsOfUnit(reading, unit).flatMap(([, cell, type]) => {
      const one = { unit, cell, type };
      return isWanted(one) ? [one] : [];
    }),
  );

/** The cells that the unit was ever counted in, each with its first day. */
const cellsOfUnit = (
  { whole: reading }: EveryDay,
  unit: string,
): readonly (readonly [from: Day, cell: CellName, type: PersonnelType])[] =>
  reading.onceOf('cells of', unit, () => {
    const cells = new Map<CellName, readonly [Day, CellName, PersonnelType]>();
    for (const [on, state] of unitHistory(reading, unit).steps) {
      const cell = cellOf(state);
      if (cell !== undefined && !cells.has(cell)) cells.set(cell, [on, cell, state.type!]);
    }
    return [...cells.values()];
  });

/** The cell of a return that the unit is counted in while it is there. */
export const cellOf = ({ present, contributor, type }: UnitState): CellName | undefined =>
  present && type !== undefined ? cellName(contributor, type) : undefined;

const nobody: Head = { women: 0, men: 0 };

/** The unit's persons while it is counted in the cell. */
const personsOfUnit = ({ whole: reading }: EveryDay, { unit, cell }: UnitCell): Curve<Head> =>
  reading.byDay<Curve<Head>>(`persons in ${cell}`, unit, (kept) => {
    const history = unitHistory(reading, unit);
    let last = kept === undefined ? nobody : kept.value.atEndBefore(kept.from);
    const steps = (kept === undefined ? history.steps : history.stepsFrom(kept.from)).map(([on, state]): Step<Head> => {
      const { women, men } = cellOf(state) === cell ? state : nobody;
      if (women !== last.women || men !== last.men) last = { women, men };
      return [on, last];
    });
    return Curve.goingOn(kept, steps, nobody);
  });

/** By cell of a return, the persons of all units that are counted in it. */
export const unitsByCell = ({ whole: reading }: EveryDay): ReadonlyMap<CellName, Curve<Head>> => {
  const cells = new Set(unitCells(reading, () => true).map(({ cell }) => cell));
  return new Map(
    [...cells].map((cell) => [
      cell,
      reading.byDay<Curve<Head>>('units in cell', cell, (kept) =>
        sumOf(
          unitCells(reading, (one) => one.cell === cell).map((one) => personsOfUnit(reading, one)),
          kept,
        ),
      ),
    ]),
  );
};

/** From the changes of each curve, since hundreds of them have thousands of steps. */
function sumOf(curves: readonly Curve<Head>[], kept?: { readonly value: Curve<Head>; readonly from: Day }): Curve<Head> {
  const changes = new Map<Day, Head>();
  for (const curve of curves) {
    let before = kept === undefined ? curve.before : curve.atEndBefore(kept.from);
    for (const [on, head] of kept === undefined ? curve.steps : curve.stepsFrom(kept.from)) {
      const change = changes.get(on);
      if (change === undefined) changes.set(on, { women: head.women - before.women, men: head.men - before.men });
      else {
        change.women += head.women - before.women;
        change.men += head.men - before.men;
      }
      before = head;
    }
  }
  let sum = kept === undefined ? nobody : kept.value.atEndBefore(kept.from);
  const steps = daysInOrder(changes.keys()).map((on): Step<Head> => {
    const { women, men } = changes.get(on)!;
    if (women !== 0 || men !== 0) sum = { women: sum.women + women, men: sum.men + men };
    return [on, sum];
  });
  return Curve.goingOn(kept, steps, nobody);
}

type Strength = FactOf<'UnitArrived'> | FactOf<'UnitStrengthReported'> | FactOf<'UnitRepatriated'>;

/** The day of the unit's first report where neither an arrival comes before it nor a repatriation, from which on it counts nobody. */
export function firstReportOf(reading: EveryDay, unit: string): Day | undefined {
  const [first] = firstStrengthOf(reading, unit);
  return first?.type === 'UnitStrengthReported' ? first.data.on : undefined;
}

const strengthFacts: ReadonlySet<string> = new Set<Strength['type']>(['UnitArrived', 'UnitStrengthReported', 'UnitRepatriated']);

/** None, or one. */
const firstStrengthOf = ({ whole: reading }: EveryDay, unit: string): readonly Strength[] =>
  reading.onceOf('first strength of', unit, () => {
    const first = reading.everValid(`unit/${unit}`).find((fact): fact is Strength => strengthFacts.has(fact.type));
    return first === undefined ? [] : [first];
  });
