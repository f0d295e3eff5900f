import { Curve, type Step } from '../curve.js';
import { beginningOfTime, daysInOrder, type Day } from '../day.js';
import type { FactOf } from '../facts.js';
import { goingOnFrom, type EveryDay } from '../reading.js';
import { personsOf } from '../strength/return-in-force.js';
import { unitHistory, type UnitState } from '../strength/unit-history.js';
import { pledgeHistory, type PledgeState } from './pledge-history.js';
import { planStanding } from './plan-standing.js';
import { hasBeen } from './relief.js';
import type { SupplyIdentity, SupplyItem } from './supply-item.js';

const nothing: readonly SupplyItem[] = [];

/** What the unit supplies on each day, as the day's own facts tell it: itself, the rest of it that is to come, its replacement. */
export const unitSupply = (reading: EveryDay, unit: string): Curve<readonly SupplyItem[]> =>
  reading.byDay<Curve<readonly SupplyItem[]>>('unit supply', unit, (before) => {
    const history = unitHistory(reading, unit);
    const kept = goingOnFrom(reading, before);
    const from = kept?.from ?? beginningOfTime;
    const own = history.stepsFrom(from);
    const days = own.map(([day]) => day);
    if (kept !== undefined && from === reading.begins) days.unshift(from);
    const states = [history.atEndBefore(from), ...own.map(([, state]) => state)];
    for (const { steps } of otherHistories(reading, states)) for (const [day] of steps) if (day >= from) days.push(day);
    const items = daysInOrder(days).map((day): Step<readonly SupplyItem[]> => [day, itemsOf(reading, history.at(day), day)]);
    return Curve.goingOn(kept, items, nothing);
  });

/** Those of the pledges that the unit comes under, and of the units that are to replace it. */
function otherHistories(reading: EveryDay, states: readonly UnitState[]): readonly Curve<unknown>[] {
  const pledges = new Set<string>();
  const replacing = new Set<string>();
  for (const { pledge: arrivedUnder, pledgePlanned, departure, rotatedOut } of states) {
    for (const pledge of [arrivedUnder, pledgePlanned]) if (pledge !== undefined) pledges.add(pledge);
    for (const left of [departure, rotatedOut?.departure])
      if (left?.type === 'RotationPlanned' && left.data.replacedBy !== undefined) replacing.add(left.data.replacedBy);
  }
  return [
    ...[...pledges].map((pledge) => pledgeHistory(reading, pledge)),
    ...[...replacing].flatMap((unit) => [unit, ...relievedBy(reading, unit)]).map((unit) => unitHistory(reading, unit)),
  ];
}

function itemsOf(reading: EveryDay, state: UnitState, day: Day): readonly SupplyItem[] {
  const identity = unitIdentity(reading, state, day);
  if (identity === undefined) return nothing;
  const items: SupplyItem[] = [];
  if (state.present) items.push(deployedItem(state, identity));
  const plan = planStanding(reading, state, day);
  if (plan !== undefined && !state.mainArrived) items.push(plannedItem(state, plan, identity));
  const replacement = replacementItem(reading, state, day);
  if (replacement !== undefined) items.push(replacement);
  return items;
}

/**
 * What the unit is and is meant for: as it arrived, else as its plan's pledge says; undefined where nothing says it. One that has left
 * and is planned anew is what its plan says, and what it was where that says nothing.
 */
export function unitIdentity(reading: EveryDay, state: UnitState, day: Day): SupplyIdentity | undefined {
  const { present, plan, pledgePlanned } = state;
  const isPlannedAnew = !present && plan !== undefined;
  const offered = pledgePlanned === undefined ? undefined : pledgeHistory(reading, pledgePlanned).at(day);
  return (
    (isPlannedAnew ? identityOffered(offered) : undefined) ?? identityArrived(reading, state, day) ?? identityOffered(offered)
  );
}

function identityOffered(offered: PledgeState | undefined): SupplyIdentity | undefined {
  if (offered?.terms === undefined) return undefined;
  const { contributor, component, capability } = offered.terms;
  return { contributor, component, capability, requirement: offered.selected?.data.requirement };
}

function identityArrived(reading: EveryDay, state: UnitState, day: Day): SupplyIdentity | undefined {
  if (state.arrival === undefined) return undefined;
  const { contributor, component, capability } = state.arrival.data;
  const pledge = state.pledge ?? state.pledgePlanned;
  const selected = pledge === undefined ? undefined : pledgeHistory(reading, pledge).at(day).selected;
  return { contributor, component, capability, requirement: state.requirement ?? selected?.data.requirement };
}

/** Every member is there, so that thousands of items have one shape. */
const deployedItem = (state: UnitState, is: SupplyIdentity): SupplyItem => ({
  strength: 'deployed',
  kind: 'unit',
  name: state.unit,
  contributor: is.contributor,
  component: is.component,
  capability: is.capability,
  requirement: is.requirement,
  units: 1,
  personnel: personsOf(state),
  startsOn: state.arrivedOn!,
  leavesOn: state.departure?.data.leavesOn,
  validUntil: undefined,
  facts: state.departure === undefined ? state.basis : [...state.basis, state.departure],
});

/** Of a unit that has arrived in part, the plan's personnel less those present. */
const plannedItem = (state: UnitState, plan: FactOf<'DeploymentPlanned'>, identity: SupplyIdentity): SupplyItem => ({
  strength: 'committed',
  kind: 'unit',
  name: state.unit,
  ...identity,
  units: state.present ? 0 : 1,
  personnel: plan.data.personnel - (state.present ? personsOf(state) : 0),
  startsOn: plan.data.arrivesOn,
  facts: [plan],
});

/** The units that were ever to be relieved by the unit. */
export const relievedBy = (reading: EveryDay, unit: string): readonly string[] => [
  ...new Set(reading.everValid<FactOf<'RotationPlanned'>>(`relieving/${unit}`).map(({ data }) => data.unit)),
];

/** Of units that one and the same is to relieve the one that it relieves first: it comes once. */
function relievedFirst(reading: EveryDay, unit: string, day: Day): string | undefined {
  const relieved = relievedBy(reading, unit).flatMap((other): Step<string>[] => {
    const departure = relievedAs(unitHistory(reading, other).at(day))?.departure;
    const isRelieved = departure?.type === 'RotationPlanned' && departure.data.replacedBy === unit;
    return isRelieved && !hasBeen(unitHistory(reading, unit).at(day), departure) && departure.data.arrivesOn !== undefined
      ? [[departure.data.arrivesOn, other]]
      : [];
  });
  return relieved.sort(([a, one], [b, another]) => (a < b || (a === b && one < another) ? -1 : 1))[0]?.[1];
}

/** A unit that another one may be about to relieve: as it is, or as it was when it went home by the rotation. */
export const relievedAs = (state: UnitState): UnitState | undefined => (state.present ? state : state.rotatedOut);

/** A rotation that alone says that a unit is to come, and the one that it relieves, as it is or was when it went home. */
export interface ReliefPlanned {
  readonly relieved: UnitState;
  readonly rotation: FactOf<'RotationPlanned'>;
}

/** The relief that the unit is to be, with an arrival that is told; undefined where it is there, or has a plan of its own. */
export function reliefPlanned(reading: EveryDay, unit: string, day: Day): ReliefPlanned | undefined {
  const { present, plan } = unitHistory(reading, unit).at(day);
  const first = present || plan !== undefined ? undefined : relievedFirst(reading, unit, day);
  const relieved = first === undefined ? undefined : relievedAs(unitHistory(reading, first).at(day));
  return relieved?.departure?.type === 'RotationPlanned' ? { relieved, rotation: relieved.departure } : undefined;
}

/** The unit that takes over, as strong as the one that leaves or has left, unless it counts by itself. */
function replacementItem(reading: EveryDay, state: UnitState, day: Day): SupplyItem | undefined {
  const relieved = relievedAs(state);
  const identity = relieved && unitIdentity(reading, relieved, day);
  if (identity === undefined || relieved?.departure?.type !== 'RotationPlanned') return undefined;
  const { replacedBy, arrivesOn } = relieved.departure.data;
  if (replacedBy === undefined || arrivesOn === undefined) return undefined;
  if (reliefPlanned(reading, replacedBy, day)?.relieved.unit !== state.unit) return undefined;
  const { contributor: _ofTheOneThatLeaves, ...rest } = identity;
  const unit = { kind: 'unit', name: replacedBy, units: 1, personnel: personsOf(relieved) } as const;
  return { strength: 'committed', ...rest, ...unit, startsOn: arrivesOn, facts: [relieved.departure] };
}
