import type { Curve } from '../curve.js';
import { addDays, laterOf, type Day } from '../day.js';
import type { Fact, FactOf } from '../facts.js';
import { historyOf } from '../ledger/history-of.js';
import type { EveryDay } from '../reading.js';
import { unitHistory, type UnitState } from '../strength/unit-history.js';
import { planStanding } from './plan-standing.js';

/** A rotation in which another unit takes over, and whether the one that it relieves has gone home. */
export interface Relief {
  readonly rotation: FactOf<'RotationPlanned'>;
  readonly repatriation?: FactOf<'UnitRepatriated'>;
}

/** The unit's relief as each day's own facts tell it; undefined where nobody is to take over, and once the unit is there again. */
export const reliefOf = (reading: EveryDay, unit: string): Curve<Relief | undefined> =>
  historyOf<Relief | undefined>(reading, { what: 'relief of', series: `unit/${unit}`, before: undefined, after });

function after(relief: Relief | undefined, fact: Fact): Relief | undefined {
  switch (fact.type) {
    case 'RotationPlanned':
      return fact.data.replacedBy === undefined ? undefined : { rotation: fact };
    case 'UnitRepatriated':
      return relief && { ...relief, repatriation: fact };
    case 'UnitArrived':
      return relief?.repatriation === undefined ? relief : undefined;
    case 'WithdrawalAnnounced':
    case 'UnitRotated':
      return undefined;
    default:
      return relief;
  }
}

export type Arrival = FactOf<'DeploymentPlanned'> | FactOf<'RotationPlanned'>;

/** The days between two units of which one relieves the other. */
export interface ReliefGap {
  readonly relief: Relief;
  /** The first day without either; tomorrow where the departure is overdue. */
  readonly from: Day;
  /** The day of the other one's arrival, tomorrow where that is overdue; absent where nobody has planned it. */
  readonly until?: Day;
  readonly arrival?: Arrival;
}

/** What is uncovered of a relief that is under way, as the day's own facts tell it; undefined once the other one has taken over. */
export function reliefGap(reading: EveryDay, unit: string, day: Day): ReliefGap | undefined {
  const relief = reliefOf(reading, unit).at(day);
  if (relief === undefined) return undefined;
  const { rotation, repatriation } = relief;
  const other = unitHistory(reading, rotation.data.replacedBy!).at(day);
  const hasCome = repatriation !== undefined || unitHistory(reading, unit).at(day).present;
  if (!hasCome || isThere(other)) return undefined;
  const cameAndWent = hasBeen(other, rotation);
  if (cameAndWent && repatriation !== undefined && other.repatriatedOn! > repatriation.data.on) return undefined;
  const tomorrow = addDays(day, 1);
  const from = repatriation?.data.on ?? laterOf(rotation.data.leavesOn, tomorrow);
  const arrival = cameAndWent ? undefined : other.plan === undefined ? rotation : planStanding(reading, other, day);
  const arrivesOn = arrival?.data.arrivesOn;
  return { relief, from, ...(arrivesOn && { until: laterOf(arrivesOn, tomorrow), arrival }) };
}

/** With its main part; where no more of it is planned, with whatever has come. */
const isThere = ({ mainArrived, present, plan }: UnitState): boolean => mainArrived || (present && plan === undefined);

/** Come since the rotation was planned and gone again, with no plan to come back: units that take turns were there before as well. */
export const hasBeen = ({ present, arrival, plan }: UnitState, { data }: FactOf<'RotationPlanned'>): boolean =>
  !present && plan === undefined && arrival !== undefined && arrival.data.on >= data.on;
