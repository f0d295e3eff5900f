import type { Curve } from '../curve.js';
import type { Day } from '../day.js';
import type { Fact, FactOf } from '../facts.js';
import type { PersonnelType } from '../personnel.js';
import { historyOf } from '../ledger/history-of.js';
import type { EveryDay } from '../reading.js';

type Strength = FactOf<'UnitArrived'> | FactOf<'UnitStrengthReported'>;
type Departure = FactOf<'RotationPlanned'> | FactOf<'WithdrawalAnnounced'>;

/** A unit as its facts up to a day tell it. Every member is always there, so that all states have one shape. */
export interface UnitState {
  readonly unit: string;
  /** Arrived, and not repatriated since. */
  readonly present: boolean;
  /** Persons; 0 before the first arrival and from the day of repatriation. */
  readonly women: number;
  readonly men: number;
  /** What the figure is made of: a report, and the arrivals after it. */
  readonly basis: readonly Strength[];
  readonly arrival: FactOf<'UnitArrived'> | undefined;
  /** As its arrivals of the tour named them last: the main part need not repeat what the advance party said. */
  readonly requirement: string | undefined;
  readonly pledge: string | undefined;
  /** First day of the present tour. */
  readonly arrivedOn: Day | undefined;
  readonly mainArrived: boolean;
  readonly contributor: string | undefined;
  readonly type: PersonnelType | undefined;
  readonly plan: FactOf<'DeploymentPlanned'> | undefined;
  /** As its plans named it last: one that names none speaks of the same. */
  readonly pledgePlanned: string | undefined;
  readonly departure: Departure | undefined;
  readonly tourEndsOn: Day | undefined;
  readonly location: string | undefined;
  readonly repatriatedOn: Day | undefined;
  /** What it was when it went home by a rotation, until it is there again: another one takes over as many persons. */
  readonly rotatedOut: UnitState | undefined;
}

const unheardOf = (unit: string): UnitState => ({
  unit,
  present: false,
  women: 0,
  men: 0,
  basis: [],
  arrival: undefined,
  requirement: undefined,
  pledge: undefined,
  arrivedOn: undefined,
  mainArrived: false,
  contributor: undefined,
  type: undefined,
  plan: undefined,
  pledgePlanned: undefined,
  departure: undefined,
  tourEndsOn: undefined,
  location: undefined,
  repatriatedOn: undefined,
  rotatedOut: undefined,
});

/** The unit's states as a step function of the day; facts of days to come are in it, at their days. */
export const unitHistory = (reading: EveryDay, unit: string): Curve<UnitState> =>
  historyOf(reading, { what: 'unit history', series: `unit/${unit}`, before: unheardOf(unit), after: unitAfter, isOverridden });

/** A unit that reports all day long is what it reported last. */
const isOverridden = (fact: Fact, next: Fact): boolean =>
  fact.type === 'UnitStrengthReported' && next.type === 'UnitStrengthReported';

/** What the unit is after one fact more. */
export function unitAfter(state: UnitState, fact: Fact): UnitState {
  switch (fact.type) {
    case 'UnitArrived':
      return arrived(state, fact);
    case 'UnitStrengthReported':
      // Before the arrival and after the repatriation a unit counts nobody, whatever is reported.
      return state.present ? { ...state, women: fact.data.women, men: fact.data.men, basis: [fact] } : state;
    case 'UnitRepatriated':
      return gone(state, fact.data.on);
    case 'DeploymentPlanned':
      return { ...state, plan: fact, pledgePlanned: fact.data.pledge ?? state.pledgePlanned };
    case 'RotationPlanned':
    case 'WithdrawalAnnounced':
      return { ...state, departure: fact };
    case 'UnitRotated':
      return { ...state, departure: undefined, tourEndsOn: fact.data.tourEndsOn };
    case 'UnitRelocated':
      return { ...state, location: fact.data.location };
    default:
      return state;
  }
}

function gone(state: UnitState, repatriatedOn: Day): UnitState {
  const { unit, arrival, requirement, pledge, contributor, type, present, departure } = state;
  const rotatedOut = present && departure?.type === 'RotationPlanned' ? state : undefined;
  return { ...unheardOf(unit), arrival, requirement, pledge, contributor, type, repatriatedOn, rotatedOut };
}

function arrived(state: UnitState, fact: FactOf<'UnitArrived'>): UnitState {
  const { women, men, contributor, personnelType, part, tourEndsOn } = fact.data;
  const before = state.present ? state : undefined;
  return {
    ...state,
    present: true,
    women: state.women + women,
    men: state.men + men,
    basis: [...state.basis, fact],
    arrival: fact,
    requirement: fact.data.requirement ?? before?.requirement,
    pledge: fact.data.pledge ?? before?.pledge,
    arrivedOn: before?.arrivedOn ?? fact.data.on,
    mainArrived: state.mainArrived || part === 'main',
    contributor,
    type: personnelType,
    tourEndsOn: tourEndsOn ?? state.tourEndsOn,
    rotatedOut: undefined,
  };
}
