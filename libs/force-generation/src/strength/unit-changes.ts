import { Curve, type Step } from '../curve.js';
import { daysInOrder, type Day } from '../day.js';
import type { PersonnelType } from '../personnel.js';
import type { Reading } from '../reading.js';
import { unitHistory, type UnitState } from './unit-history.js';

/** Women and men of a type's units as step functions of the day, for all units that had a figure on the return's day. */
export interface UnitPersons {
  readonly women: Curve<number>;
  readonly men: Curve<number>;
}

/** A unit whose first fact is a report: on the days before it, it has no figure that a change could be taken from. */
export interface UnitFirstReported extends UnitPersons {
  readonly unit: string;
  readonly firstReportedOn: Day;
}

export interface UnitsOfType {
  readonly arrived: UnitPersons;
  readonly firstReported: readonly UnitFirstReported[];
}

type Change = Step<{ readonly women: number; readonly men: number }>;

/** The figures of the type's units, summed where they can be; undefined where it has none. */
export const unitsOfType = (reading: Reading, type: PersonnelType): UnitsOfType | undefined =>
  reading.onceOf('units of type', type, () => {
    const arrived: Change[] = [];
    const firstReported: UnitFirstReported[] = [];
    for (const unit of reading.ids('unit')) {
      const changes = changesOfUnit(reading, unit).get(type);
      if (changes === undefined) continue;
      const first = firstReportOf(reading, unit);
      if (first === undefined) for (const change of changes) arrived.push(change);
      else firstReported.push({ unit, firstReportedOn: first, ...curvesOf(changes) });
    }
    return arrived.length + firstReported.length === 0 ? undefined : { arrived: curvesOf(arrived), firstReported };
  });

const changesOfUnit = (reading: Reading, unit: string): ReadonlyMap<PersonnelType, readonly Change[]> =>
  reading.onceOf('unit changes', unit, () => changesOf(unitHistory(reading, unit)));

/** The day of the unit's first report where no arrival comes before it. */
export function firstReportOf(reading: Reading, unit: string): Day | undefined {
  const first = reading
    .everValid(`unit/${unit}`)
    .find((fact) => fact.type === 'UnitArrived' || fact.type === 'UnitStrengthReported');
  return first?.type === 'UnitStrengthReported' ? first.data.on : undefined;
}

function changesOf(history: Curve<UnitState>): Map<PersonnelType, Change[]> {
  const changes = new Map<PersonnelType, Change[]>();
  const note = (on: Day, state: UnitState, times: 1 | -1) => {
    if (state.type === undefined || !state.present) return;
    const list = changes.get(state.type) ?? [];
    list.push([on, { women: times * state.women, men: times * state.men }]);
    changes.set(state.type, list);
  };
  let before = history.before;
  for (const [on, state] of history.steps) {
    if (state.women !== before.women || state.men !== before.men || state.type !== before.type) {
      note(on, before, -1);
      note(on, state, 1);
    }
    before = state;
  }
  return changes;
}

const curvesOf = (changes: readonly Change[]): UnitPersons => ({
  women: Curve.ofChanges(changes.map(([on, { women }]): Step<number> => [on, women])),
  men: Curve.ofChanges(changes.map(([on, { men }]): Step<number> => [on, men])),
});

/** Women and men that the type's units gained (negative: lost) from the return's day to the other. */
export function unitChange(units: UnitsOfType | undefined, from: Day, to: Day): { readonly women: number; readonly men: number } {
  if (units === undefined) return { women: 0, men: 0 };
  const change = changeOf(units.arrived, from, to);
  for (const unit of units.firstReported) {
    if (unit.firstReportedOn > from) continue;
    const { women, men } = changeOf(unit, from, to);
    change.women += women;
    change.men += men;
  }
  return change;
}

const changeOf = ({ women, men }: UnitPersons, from: Day, to: Day): { women: number; men: number } => ({
  women: women.at(to) - women.at(from),
  men: men.at(to) - men.at(from),
});

/** The days on which the figure of a unit of the type changes. */
export const unitChangeDays = (reading: Reading, type: PersonnelType): readonly Day[] =>
  reading.onceOf('unit change days', type, () => {
    const units = unitsOfType(reading, type);
    if (units === undefined) return [];
    const curves = [units.arrived, ...units.firstReported].flatMap(({ women, men }) => [women, men]);
    return daysInOrder(curves.flatMap(({ steps }) => steps.map(([day]) => day)));
  });
