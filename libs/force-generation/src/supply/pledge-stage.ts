import { Curve, type Step } from '../curve.js';
import { addDays, daysInOrder, type Day } from '../day.js';
import type { Fact, PledgeLevel } from '../facts.js';
import { historyOf } from '../ledger/history-of.js';
import type { EveryDay } from '../reading.js';
import { unitHistory } from '../strength/unit-history.js';
import { isOfAnother } from './pledge-facts.js';
import { pledgeHistory, type PledgeState } from './pledge-history.js';
import { termSaid } from './term-said.js';

/**
 * The way of a pledge from the note verbale to the unit on the ground: receipt and acceptance are two notices, only units with a
 * successful assessment visit (level 2) enter selection (PCRS Guidelines 2019.01; PCRS FAQ).
 */
export const pledgeStages = [
  'registered',
  'received',
  'accepted',
  'elevated',
  'selected',
  'reconnoitred',
  'agreed',
  'visited',
  'planned',
  'deployed',
] as const;
export type PledgeStage = (typeof pledgeStages)[number];

/** How a pledge leaves the ladder before its units are there. A lapsed one is back on it with its renewal. */
export const pledgeEnds = ['withdrawn', 'declined', 'lapsed'] as const;
export type PledgeEnd = (typeof pledgeEnds)[number];

/** What has to happen for a pledge to move, and who has to do it. */
export interface NextStep {
  readonly waitsFor:
    | 'receipt'
    | 'acceptance'
    | 'lists'
    | 'assessment-visit'
    | 'selection'
    | 'reconnaissance'
    | 'agreement'
    | 'pre-deployment-visit'
    | 'deployment-plan'
    | 'arrival'
    | 'renewal';
  readonly move: 'contributor' | 'secretariat';
}

/** Where a pledge stands on a day. */
export interface PledgeStanding {
  readonly stage: PledgeStage | PledgeEnd;
  /** The day on which it came to this stage. */
  readonly since: Day;
  /** The fact that brought it there; of a lapsed pledge the one that says until when it was valid. */
  readonly fact: Fact;
  /** Absent where nothing is to come any more. */
  readonly next?: NextStep;
}

/** The stages that a pledge has come to, whatever their order, each with the fact that brought it there. */
export type PledgeLadder = Readonly<Partial<Record<PledgeStage, Fact>>>;

/** The stage as a step function of the day, as each day's own facts tell it; undefined while nothing is known of its terms. */
export const pledgeStage = ({ whole: reading }: EveryDay, pledge: string): Curve<PledgeStanding | undefined> =>
  reading.byDay<Curve<PledgeStanding | undefined>>('pledge stage', pledge, (kept) => {
    let last = kept?.value.atEndBefore(kept.from);
    const steps: Step<PledgeStanding | undefined>[] = [];
    for (const day of stageDays(reading, pledge)) {
      if (kept !== undefined && day < kept.from) continue;
      const standing = standingOn(reading, pledge, day);
      steps.push([day, (last = isSame(last, standing) ? last : standing)]);
    }
    return Curve.goingOn(kept, steps, undefined);
  });

/** What a unit reports of its strength moves no pledge. */
const isSame = (a: PledgeStanding | undefined, b: PledgeStanding | undefined): boolean =>
  a?.stage === b?.stage && a?.since === b?.since && a?.fact === b?.fact && a?.next === b?.next;

/** The ladder as a step function of the day; a stage that a later fact takes back is no longer on it. */
export const pledgeLadder = ({ whole: reading }: EveryDay, pledge: string): Curve<PledgeLadder> =>
  reading.byDay<Curve<PledgeLadder>>('pledge ladder', pledge, (kept) => {
    const reached = historyOf<PledgeLadder>(reading, {
      what: 'stages reached',
      series: `pledge/${pledge}`,
      before: {},
      after: climbed,
    });
    const deployed = lastArrivals(reading, pledge).map((arrival): PledgeLadder => (arrival ? { deployed: arrival } : {}));
    return Curve.combine([reached, deployed], ([climbed, there]): PledgeLadder => ({ ...climbed, ...there }), kept);
  });

/** Whether nothing but its validity keeps it: an agreement ends the expiry, and a unit that is planned or there counts by itself. */
export const mayLapse = ({ terms, agreement, units }: PledgeState): boolean =>
  terms !== undefined && agreement === undefined && units.length < terms.units;

const climbed = (ladder: PledgeLadder, fact: Fact): PledgeLadder =>
  isOfAnother(ownerOf(ladder), fact) ? ladder : climbedBy(ladder, fact);

function ownerOf({ registered, selected }: PledgeLadder): string | undefined {
  if (registered?.type === 'PledgeRegistered') return registered.data.contributor;
  return selected?.type === 'PledgeSelected' ? selected.data.terms.contributor : undefined;
}

function climbedBy(ladder: PledgeLadder, fact: Fact): PledgeLadder {
  switch (fact.type) {
    case 'PledgeRegistered':
      return elevated({ ...ladder, registered: ladder.registered ?? fact }, fact, fact.data.level);
    case 'PledgeSelected':
      return elevated({ ...ladder, selected: fact }, fact, fact.data.terms.level);
    case 'PledgeAmended':
    case 'PledgeLevelChanged':
      return fact.data.level === undefined ? ladder : elevated(ladder, fact, fact.data.level);
    case 'PledgeDecided':
      return fact.data.decision === 'declined' ? ladder : { ...ladder, [fact.data.decision]: ladder[fact.data.decision] ?? fact };
    case 'ReconnaissanceHeld':
      return { ...ladder, reconnoitred: ladder.reconnoitred ?? fact };
    case 'AgreementSigned':
      return { ...ladder, agreed: ladder.agreed ?? fact };
    case 'PreDeploymentVisitHeld':
      return fact.data.passed ? { ...ladder, visited: ladder.visited ?? fact } : without(ladder, 'visited');
    case 'DeploymentPlanned':
    case 'UnitArrived':
      return { ...ladder, planned: ladder.planned ?? fact };
    default:
      return ladder;
  }
}

/** From level 2 on, for as long as it is not lowered again. */
const elevated = (ladder: PledgeLadder, fact: Fact, level: PledgeLevel): PledgeLadder =>
  level === '0' || level === '1' ? without(ladder, 'elevated') : { ...ladder, elevated: ladder.elevated ?? fact };

function without(ladder: PledgeLadder, stage: PledgeStage): PledgeLadder {
  const { [stage]: _takenBack, ...rest } = ladder;
  return rest;
}

/** The arrival that made the pledge's units complete: an advance party is none, and a unit that has gone home had come. */
const lastArrivals = ({ whole: reading }: EveryDay, pledge: string): Curve<Fact | undefined> =>
  reading.byDay<Curve<Fact | undefined>>('last arrival under', pledge, (kept) => {
    const history = pledgeHistory(reading, pledge);
    const days = ladderDays(reading, pledge).filter((day) => kept === undefined || day >= kept.from);
    const steps = days.map((day): Step<Fact | undefined> => [day, lastArrival(reading, history.at(day), day)]);
    return Curve.goingOn(kept, steps, undefined);
  });

function lastArrival(reading: EveryDay, { terms, units }: PledgeState, day: Day): Fact | undefined {
  if (terms === undefined) return undefined;
  const arrivals = units
    .map((unit) => unitHistory(reading, unit).at(day))
    .filter(({ mainArrived, plan, present, repatriatedOn }) =>
      present || plan !== undefined ? mainArrived : repatriatedOn !== undefined,
    )
    .flatMap(({ arrival }) => arrival ?? [])
    .sort((a, b) => (a.data.on < b.data.on ? -1 : a.data.on > b.data.on ? 1 : 0));
  return arrivals[Math.max(terms.units, 1) - 1];
}

function standingOn(reading: EveryDay, pledge: string, day: Day): PledgeStanding | undefined {
  const state = pledgeHistory(reading, pledge).at(day);
  if (state.terms === undefined) return undefined;
  const ended = endOf(reading, state, day);
  if (ended !== undefined) return ended;
  const ladder = pledgeLadder(reading, pledge).at(day);
  const stage = furthestOf(ladder);
  const fact = ladder[stage]!;
  const next = nextStep(reading, state, ladder, day);
  return { stage, since: fact.data.on, fact, ...(next && { next }) };
}

function endOf(reading: EveryDay, state: PledgeState, day: Day): PledgeStanding | undefined {
  const { pledge, terms, withdrawn, decision } = state;
  if (withdrawn !== undefined) return { stage: 'withdrawn', since: withdrawn.data.on, fact: withdrawn };
  if (decision?.data.decision === 'declined') return { stage: 'declined', since: decision.data.on, fact: decision };
  if (!mayLapse(state) || terms!.validUntil >= day) return undefined;
  const { fact } = termSaid(reading, pledge, 'validUntil', day);
  return { stage: 'lapsed', since: addDays(terms!.validUntil, 1), fact, next: { waitsFor: 'renewal', move: 'contributor' } };
}

const nextOf: Readonly<Record<Exclude<PledgeStage, 'deployed'>, NextStep>> = {
  registered: { waitsFor: 'receipt', move: 'secretariat' },
  received: { waitsFor: 'acceptance', move: 'secretariat' },
  accepted: { waitsFor: 'assessment-visit', move: 'secretariat' },
  elevated: { waitsFor: 'selection', move: 'secretariat' },
  selected: { waitsFor: 'reconnaissance', move: 'contributor' },
  reconnoitred: { waitsFor: 'agreement', move: 'secretariat' },
  agreed: { waitsFor: 'pre-deployment-visit', move: 'secretariat' },
  visited: { waitsFor: 'deployment-plan', move: 'contributor' },
  planned: { waitsFor: 'arrival', move: 'contributor' },
};

/** What comes next by the stage; what was passed over comes first. */
function nextStep(
  reading: EveryDay,
  { pledge, terms, units }: PledgeState,
  ladder: PledgeLadder,
  day: Day,
): NextStep | undefined {
  const stage = furthestOf(ladder);
  switch (stage) {
    case 'deployed':
      return undefined;
    case 'accepted':
      // Without its lists it is below level 1, and no visit is made.
      return terms!.level === '0' ? { waitsFor: 'lists', move: 'contributor' } : nextOf.accepted;
    case 'elevated':
      return ladder.accepted === undefined ? nextOf.received : nextOf.elevated;
    case 'agreed':
      // A visit that did not bring it to the next stage was not passed: it is for the contributor to make good.
      return isVisited(reading, pledge, day) ? { waitsFor: 'pre-deployment-visit', move: 'contributor' } : nextOf.agreed;
    case 'visited':
      return ladder.agreed === undefined ? nextOf.reconnoitred : nextOf.visited;
    case 'planned':
      return units.length < terms!.units ? nextOf.visited : nextOf.planned;
    default:
      return nextOf[stage];
  }
}

/** Of a pledge whose terms are known: registered or selected, it has come to some stage. */
const furthestOf = (ladder: PledgeLadder): PledgeStage => pledgeStages.findLast((reached) => ladder[reached] !== undefined)!;

const isVisited = (reading: EveryDay, pledge: string, day: Day): boolean =>
  reading.everValid(`pledge/${pledge}`).some((fact) => fact.type === 'PreDeploymentVisitHeld' && fact.data.on <= day);

/** Days on which a fact says something of the pledge, or of a unit that came under it. */
export function ladderDays(reading: EveryDay, pledge: string): readonly Day[] {
  const facts = reading.everValid(`pledge/${pledge}`);
  const units = new Set(
    facts.flatMap((fact) => (fact.type === 'DeploymentPlanned' || fact.type === 'UnitArrived' ? fact.data.unit : [])),
  );
  return daysInOrder([
    ...facts.map(({ data }) => data.on),
    ...[...units].flatMap((unit) => unitHistory(reading, unit).steps.map(([day]) => day)),
  ]);
}

function stageDays(reading: EveryDay, pledge: string): readonly Day[] {
  const lapses = pledgeHistory(reading, pledge).steps.flatMap(([, { terms }]) =>
    terms === undefined ? [] : addDays(terms.validUntil, 1),
  );
  return daysInOrder([...ladderDays(reading, pledge), ...lapses]);
}
