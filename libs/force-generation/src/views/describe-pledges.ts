import type { Day } from '../day.js';
import type { Fact, PledgeTerms } from '../facts.js';
import type { Reading } from '../reading.js';
import { caveatsOfPledge } from '../supply/caveat.js';
import { pledgeFacts } from '../supply/pledge-facts.js';
import { pledgeOn } from '../supply/pledge-history.js';
import {
  mayLapse,
  pledgeEnds,
  pledgeLadder,
  pledgeStage,
  pledgeStages,
  type NextStep,
  type PledgeEnd,
  type PledgeStage,
} from '../supply/pledge-stage.js';
import { requirementOn } from '../supply/requirement.js';
import { joinedPledge, selectedSince } from './joined-pledge.js';
import { pledgeAlerts, type PledgeAlert } from './pledge-alerts.js';
import { pledgeDecisions, type PledgeDecision } from './pledge-decisions.js';
import { possibleFits, selectedFit, type PledgeFit } from './pledge-fits.js';

/** The missions, and the stream of pledges that no mission has selected; all read from one viewpoint. */
export interface PledgesReadFrom {
  readonly missions: readonly Reading[];
  readonly standby: Reading;
}

/** Where a pledge stands: on which stage, since when, what it waits for, whose move it is. Readers compute its age from `since`. */
export interface PledgeLine extends PledgeTerms {
  readonly pledge: string;
  /** Null while no mission has it: a candidate, which counts for nobody. */
  readonly mission: string | null;
  /** That it is selected for. */
  readonly requirement: string | null;
  /** Where the requirement asks for it. */
  readonly location?: string;
  readonly stage: PledgeStage | PledgeEnd;
  readonly since: Day;
  readonly next: NextStep | null;
  /** The last day on which it is valid; null where an agreement or its units keep it, and where it is over. */
  readonly lapsesOn: Day | null;
  readonly illustrative?: true | readonly string[];
}

/** A stage of the ladder, and the fact that brought the pledge there; null where it has not come there. */
export interface Rung {
  readonly stage: PledgeStage;
  readonly on: Day | null;
  readonly fact: number | null;
}

export interface Pledge extends PledgeLine {
  readonly ladder: readonly Rung[];
  readonly decisions: readonly PledgeDecision[];
  /** Those that are open; none of a candidate, which no mission's rules watch. */
  readonly alerts: readonly PledgeAlert[];
  /** Units planned for it or arrived under it. */
  readonly unitNames: readonly string[];
  /** Of a selected pledge its requirement, else those that it could meet. */
  readonly fits: readonly PledgeFit[];
  readonly facts: readonly number[];
}

/** A pledge where it is to be read: its own facts in `reading`; `mission` has it, unless nobody has. */
interface Placed {
  readonly pledge: string;
  readonly reading: Reading;
  readonly mission?: Reading;
}

/** Every pledge whose terms are known, in the order of the ladder; on each stage the one that has stood there longest first. */
export const describePledges = (from: PledgesReadFrom): readonly PledgeLine[] =>
  placedPledges(from).map(describeLine).sort(inOrder);

/** The pledges of that id: one, unless two states or two missions have given it. */
export const describePledgesNamed = (from: PledgesReadFrom, pledge: string): readonly Pledge[] =>
  placedPledges(from)
    .filter((placed) => placed.pledge === pledge)
    .map((placed) => describePledge(placed, from.missions));

function placedPledges({ missions, standby }: PledgesReadFrom): readonly Placed[] {
  const ofMissions = missions.flatMap((mission) =>
    knownPledges(mission).map((pledge) => ({ pledge, mission, reading: joinedPledge(mission, standby, pledge) })),
  );
  const selected = new Set(
    ofMissions.filter(({ pledge, mission }) => selectedSince(mission, standby, pledge) !== undefined).map(({ pledge }) => pledge),
  );
  const candidates = knownPledges(standby).filter((pledge) => !selected.has(pledge));
  return [...ofMissions, ...candidates.map((pledge) => ({ pledge, reading: standby }))];
}

/** Its facts up to today. */
const toldOf = (reading: Reading, pledge: string): readonly Fact[] =>
  pledgeFacts(reading, pledge).filter(({ data }) => data.on <= reading.today);

const knownPledges = (reading: Reading): readonly string[] =>
  reading.ids('pledge').filter((pledge) => pledgeOn(reading, pledge, reading.today).terms !== undefined);

function describeLine({ pledge, reading, mission }: Placed): PledgeLine {
  const state = pledgeOn(reading, pledge, reading.today);
  const { stage, since, next } = pledgeStage(reading, pledge).at(reading.today)!;
  const { contributor, component, capability, units, personnel, availableFrom, validUntil, level } = state.terms!;
  const { equipment, responseDays } = state.terms!;
  const caveats = caveatsOfPledge(reading, pledge, reading.today);
  const illustrative = illustrativeIn(toldOf(reading, pledge));
  return {
    pledge,
    mission: mission?.mission ?? null,
    ...selectedFor(mission, state.selected?.data.requirement),
    ...{ contributor, component, capability, units, personnel, availableFrom, validUntil, level },
    ...(equipment && { equipment }),
    ...(responseDays && { responseDays }),
    ...(caveats.length > 0 && { caveats }),
    stage,
    since,
    next: next ?? null,
    lapsesOn: mayLapse(state) && stage !== 'withdrawn' && stage !== 'declined' ? validUntil : null,
    ...(illustrative && { illustrative }),
  };
}

function selectedFor(
  mission: Reading | undefined,
  requirement: string | undefined,
): Pick<PledgeLine, 'requirement' | 'location'> {
  if (requirement === undefined) return { requirement: null };
  const location = mission && requirementOn(mission, requirement, mission.today)?.data.location;
  return { requirement, ...(location && { location }) };
}

function describePledge(placed: Placed, missions: readonly Reading[]): Pledge {
  const { pledge, reading, mission } = placed;
  const line = describeLine(placed);
  const ladder = pledgeLadder(reading, pledge).at(reading.today);
  return {
    ...line,
    ladder: pledgeStages.map((stage) => ({ stage, on: ladder[stage]?.data.on ?? null, fact: ladder[stage]?.position ?? null })),
    decisions: pledgeDecisions(reading, pledge),
    alerts: mission === undefined ? [] : pledgeAlerts(mission, pledge),
    unitNames: pledgeOn(reading, pledge, reading.today).units,
    fits: isOver(line)
      ? []
      : mission !== undefined && line.requirement !== null
        ? selectedFit(mission, line.requirement, line)
        : possibleFits(mission === undefined ? missions : [mission], line),
    facts: toldOf(reading, pledge).flatMap(({ type, position }) => (type === 'PledgeTied' ? [] : position)),
  };
}

/** A lapsed pledge may be renewed, so it is still compared. */
const isOver = ({ stage }: PledgeLine): boolean => stage === 'withdrawn' || stage === 'declined';

/** True where one of its facts is made up, else the fields that no source gives. */
function illustrativeIn(facts: readonly Fact[]): PledgeLine['illustrative'] {
  const marks = facts.map(({ data }) => ('illustrative' in data ? data.illustrative : undefined));
  if (marks.includes(true)) return true;
  const fields = new Set(marks.flatMap((mark) => (mark === undefined || mark === true ? [] : mark)));
  return fields.size === 0 ? undefined : [...fields];
}

const order: readonly PledgeLine['stage'][] = [...pledgeStages, ...pledgeEnds];
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (a: PledgeLine, b: PledgeLine): number =>
  order.indexOf(a.stage) - order.indexOf(b.stage) ||
  compare(a.since, b.since) ||
  compare(a.pledge, b.pledge) ||
  compare(a.mission ?? '', b.mission ?? '');
