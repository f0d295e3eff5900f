import { Curve, type Step } from '../curve.js';
import { daysInOrder, type Day } from '../day.js';
import type { FactOf } from '../facts.js';
import type { PersonnelType } from '../personnel.js';
import type { EveryDay } from '../reading.js';
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
export function unitPersons(reading: EveryDay, types: readonly PersonnelType[]): UnitPersons {
  return {
    arrived: reading.byDay<Curve<Head>>('persons arrived', types.join('+'), (kept) => sumOf(arrivedCurves(reading, types), kept)),
    firstReported: types.flatMap((type) => firstReported(reading, type)),
  };
}

function arrivedCurves(reading: EveryDay, types: readonly PersonnelType[]): Curve<Head>[] {
  return types.flatMap((type) =>
    unitsOfType(reading, type)
      .filter((unit) => firstReportOf(reading, unit) === undefined)
      .map((unit) => personsOfUnit(reading, unit, type)),
  );
}

const firstReported = (reading: EveryDay, type: PersonnelType): UnitFirstReported[] =>
  unitsOfType(reading, type).flatMap((unit) => {
    const firstReportedOn = firstReportOf(reading, unit);
    return firstReportedOn === undefined ? [] : [{ firstReportedOn, persons: personsOfUnit(reading, unit, type) }];
  });

/** Every unit that was ever there as one of the type. */
const unitsOfType = (reading: EveryDay, type: PersonnelType): readonly string[] =>
  reading.ids('unit').filter((unit) => typesOfUnit(reading, unit).some(([, one]) => one === type));

/** The types that the unit was ever there as, each with its first day. */
const typesOfUnit = (reading: EveryDay, unit: string): readonly Step<PersonnelType>[] =>
  reading.onceOf('types of', unit, () => {
    const types = new Map<PersonnelType, Day>();
    for (const [on, { present, type }] of unitHistory(reading, unit).steps)
      if (present && type !== undefined && !types.has(type)) types.set(type, on);
    return [...types].map(([type, on]): Step<PersonnelType> => [on, type]);
  });

const nobody: Head = { women: 0, men: 0 };

/** The unit's persons while it is there as one of the type. */
const personsOfUnit = (reading: EveryDay, unit: string, type: PersonnelType): Curve<Head> =>
  reading.byDay<Curve<Head>>(`persons as ${type}`, unit, (kept) => {
    const history = unitHistory(reading, unit);
    let last = kept === undefined ? nobody : kept.value.atEndBefore(kept.from);
    const steps = (kept === undefined ? history.steps : history.stepsFrom(kept.from)).map(([on, state]): Step<Head> => {
      const { women, men } = isThereAs(state, type) ? state : nobody;
      if (women !== last.women || men !== last.men) last = { women, men };
      return [on, last];
    });
    return Curve.goingOn(kept, steps, nobody);
  });

const isThereAs = (state: UnitState, type: PersonnelType): boolean => state.present && state.type === type;

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

type Strength = FactOf<'UnitArrived'> | FactOf<'UnitStrengthReported'>;

/** The day of the unit's first report where no arrival comes before it. */
export function firstReportOf(reading: EveryDay, unit: string): Day | undefined {
  const [first] = firstStrengthOf(reading, unit);
  return first?.type === 'UnitStrengthReported' ? first.data.on : undefined;
}

/** None, or one. */
const firstStrengthOf = (reading: EveryDay, unit: string): readonly Strength[] =>
  reading.onceOf('first strength of', unit, () => {
    const first = reading
      .everValid(`unit/${unit}`)
      .find((fact): fact is Strength => fact.type === 'UnitArrived' || fact.type === 'UnitStrengthReported');
    return first === undefined ? [] : [first];
  });
