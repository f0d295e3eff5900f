import type { Reading } from '../reading.js';
import { personsOf } from '../strength/return-in-force.js';
import { unitHistory, type UnitState } from '../strength/unit-history.js';
import { planStanding } from '../supply/plan-standing.js';
import { needOfUnit } from '../supply/unit-need.js';
import { unitIdentity } from '../supply/unit-supply.js';

/** Every unit that a fact up to today names: where it stands, how strong it is and is to be, when it comes and goes. */
export const describeUnits = (reading: Reading) =>
  reading
    .ids('unit')
    .filter((unit) => reading.facts(`unit/${unit}`).length > 0)
    .map((unit) => describeUnit(reading, unit));

function describeUnit(reading: Reading, unit: string) {
  const { today } = reading;
  const state = unitHistory(reading, unit).at(today);
  const plan = planStanding(reading, state, today);
  const identity = unitIdentity(reading, state, today);
  const facts = reading.facts(`unit/${unit}`);
  const illustrative = facts.some(({ data }) => 'illustrative' in data && data.illustrative !== undefined);
  return {
    unit,
    status: state.present
      ? 'deployed'
      : plan !== undefined
        ? 'planned'
        : state.repatriatedOn !== undefined
          ? 'gone'
          : 'announced',
    ...identity,
    ...(state.type && { personnelType: state.type }),
    women: state.women,
    men: state.men,
    personnel: personsOf(state),
    required: needOfUnit(reading, unit, today)?.required ?? null,
    mainArrived: state.mainArrived,
    ...comingAndGoing({ ...state, plan }),
    ...(illustrative && { illustrative: true }),
    facts: facts.map(({ position }) => position),
  };
}

/** Where it comes from and is, and the days of its coming and going, as far as they are told. */
const comingAndGoing = (state: UnitState) => ({
  ...(state.arrival?.data.from && { from: state.arrival.data.from }),
  ...(state.arrivedOn && { arrivedOn: state.arrivedOn }),
  ...(state.plan && !state.mainArrived && { arrivesOn: state.plan.data.arrivesOn }),
  ...(state.tourEndsOn && { tourEndsOn: state.tourEndsOn }),
  ...(state.departure && { leavesOn: state.departure.data.leavesOn }),
  ...(state.repatriatedOn && { repatriatedOn: state.repatriatedOn }),
  ...(state.location && { location: state.location }),
});
