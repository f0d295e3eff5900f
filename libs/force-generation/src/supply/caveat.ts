import { Curve, type Step } from '../curve.js';
import { daysInOrder, type Day } from '../day.js';
import type { FactOf } from '../facts.js';
import { compareFacts } from '../ledger/series.js';
import type { EveryDay } from '../reading.js';
import { unitHistory } from '../strength/unit-history.js';
import { pledgeHistory, pledgesAlive, type PledgeState, type Said } from './pledge-history.js';
import { planStanding } from './plan-standing.js';
import { ladderDays, pledgeEnds, pledgeStage } from './pledge-stage.js';
import type { SupplyIdentity } from './supply-item.js';
import { termSaid } from './term-said.js';
import { unitIdentity } from './unit-supply.js';

type CaveatFact = FactOf<'CaveatDeclared'> | FactOf<'CaveatInvoked'>;

/** A national limit on a unit or a pledge, with what it limits and how far that has come. */
export interface Caveat {
  readonly status: 'offered' | 'selected' | 'deployed';
  readonly bearer: SupplyIdentity;
  /** The fact that declares the limit or invokes it, and where it names the condition. */
  readonly said: Said;
}

/** *Gone*: the unit has left, or the pledge is closed. *Lifted*: its terms were amended and no longer say it. */
export type NoLonger = 'gone' | 'lifted';

/** `<unit or pledge>.<condition>`: an id may hold a point, a condition never does. */
export function partsOf(subject: string): { readonly name: string; readonly condition: string } {
  const at = subject.lastIndexOf('.');
  return { name: subject.slice(0, at), condition: subject.slice(at + 1) };
}

/** Every limit that a declaration, an invocation or the terms of a pledge have named. */
export const caveatSubjects = (reading: EveryDay): readonly string[] => {
  const inTerms = pledgesAlive(reading).flatMap((pledge) => caveatsInTerms(reading, pledge));
  return [...new Set([...reading.ids('caveat'), ...inTerms])].sort();
};

const caveatsInTerms = ({ whole: reading }: EveryDay, pledge: string): readonly string[] =>
  reading.onceOf('caveats in terms', pledge, () => {
    const conditions = pledgeHistory(reading, pledge).steps.flatMap(([, { terms }]) => terms?.caveats ?? []);
    return [...new Set(conditions)].map((condition) => `${pledge}.${condition}`);
  });

/** The conditions that the pledge's contributor sets, whatever becomes of it. Of a pledge whose terms are known. */
export function caveatsOfPledge(reading: EveryDay, pledge: string, day: Day): readonly string[] {
  const inTerms = pledgeHistory(reading, pledge).at(day).terms!.caveats ?? [];
  const declared = reading.ids('caveat').map(partsOf);
  const conditions = new Set([...inTerms, ...declared.flatMap(({ name, condition }) => (name === pledge ? condition : []))]);
  return [...conditions].filter((condition) => saidOfPledge(reading, `${pledge}.${condition}`, day) !== undefined).sort();
}

/** The caveat as a step function of the day, as each day's own facts tell it; undefined before anybody speaks of it. */
export const caveatOf = ({ whole: reading }: EveryDay, subject: string): Curve<Caveat | NoLonger | undefined> =>
  reading.byDay<Curve<Caveat | NoLonger | undefined>>('caveat', subject, (kept) => {
    const days = caveatDays(reading, subject).filter((day) => kept === undefined || day >= kept.from);
    const steps = days.map((day): Step<Caveat | NoLonger | undefined> => [day, caveatOn(reading, subject, day)]);
    return Curve.goingOn(kept, steps, undefined);
  });

/** A pledge may bear the name of a unit: of two caveats the one that has come further speaks. */
function caveatOn(reading: EveryDay, subject: string, day: Day): Caveat | NoLonger | undefined {
  const found = [onUnit(reading, subject, day), onPledge(reading, subject, day)];
  const caveats = found.filter(stands);
  const further = (status: Caveat['status']) => caveats.find((caveat) => caveat.status === status);
  return further('deployed') ?? further('selected') ?? further('offered') ?? found.find((caveat) => caveat !== undefined);
}

export const stands = (caveat: Caveat | NoLonger | undefined): caveat is Caveat => typeof caveat === 'object';

const told = (reading: EveryDay, subject: string, day: Day, isMeant: (fact: CaveatFact) => boolean): CaveatFact | undefined =>
  reading.everValid<CaveatFact>(`caveat/${subject}`).findLast((fact) => fact.data.on <= day && isMeant(fact));

const pledgeNamed = (fact: CaveatFact): string | undefined => (fact.type === 'CaveatDeclared' ? fact.data.pledge : undefined);

function onUnit(reading: EveryDay, subject: string, day: Day): Caveat | NoLonger | undefined {
  const { name } = partsOf(subject);
  const fact = told(reading, subject, day, ({ data }) => data.unit === name);
  if (fact === undefined) return undefined;
  const state = unitHistory(reading, name).at(day);
  const isOver = state.repatriatedOn !== undefined || state.plan !== undefined;
  if (!state.present && isOver && planStanding(reading, state, day) === undefined) return 'gone';
  const said = { fact, at: '/condition' };
  const identity = unitIdentity(reading, state, day);
  if (identity !== undefined) return { status: state.present ? 'deployed' : statusOf(identity), bearer: identity, said };
  // Nothing says yet what the unit is, unless the declaration names its pledge.
  const pledge = pledgeNamed(fact);
  const bearer = pledge === undefined ? undefined : offeredBy(pledgeHistory(reading, pledge).at(day));
  return bearer && { status: statusOf(bearer), bearer, said };
}

function onPledge(reading: EveryDay, subject: string, day: Day): Caveat | NoLonger | undefined {
  const { name } = partsOf(subject);
  const standing = pledgeStage(reading, name).at(day);
  if (standing === undefined) return undefined;
  const said = saidOfPledge(reading, subject, day);
  if (said === undefined) return wasSaidOfPledge(reading, subject, day) ? 'lifted' : undefined;
  const state = pledgeHistory(reading, name).at(day);
  if (pledgeEnds.some((end) => end === standing.stage) || haveLeft(reading, state, day)) return 'gone';
  const bearer = offeredBy(state)!;
  return { status: standing.stage === 'deployed' ? 'deployed' : statusOf(bearer), bearer, said };
}

/** In the terms of the pledge, else declared and not left out of the caveats of a later amendment. */
function saidOfPledge(reading: EveryDay, subject: string, day: Day): Said | undefined {
  const { name, condition } = partsOf(subject);
  const last = termSaid(reading, name, 'caveats', day);
  const inTerms = pledgeHistory(reading, name).at(day).terms!.caveats?.indexOf(condition) ?? -1;
  if (inTerms >= 0) return { fact: last.fact, at: `${last.at}/${inTerms}` };
  const declared = declaredOfPledge(reading, subject, day);
  const isLifted = declared && last.fact.type === 'PledgeAmended' && compareFacts(declared, last.fact) < 0;
  return declared === undefined || isLifted ? undefined : { fact: declared, at: '/condition' };
}

function declaredOfPledge(reading: EveryDay, subject: string, day: Day): CaveatFact | undefined {
  const { name } = partsOf(subject);
  return told(reading, subject, day, (fact) => fact.data.unit === undefined && pledgeNamed(fact) === name);
}

function wasSaidOfPledge(reading: EveryDay, subject: string, day: Day): boolean {
  const { name, condition } = partsOf(subject);
  const { steps } = pledgeHistory(reading, name);
  const wasInTerms = steps.some(([on, { terms }]) => on <= day && terms?.caveats?.includes(condition));
  return wasInTerms || declaredOfPledge(reading, subject, day) !== undefined;
}

const statusOf = ({ requirement }: SupplyIdentity): Caveat['status'] => (requirement === undefined ? 'offered' : 'selected');

function offeredBy({ terms, selected }: PledgeState): SupplyIdentity | undefined {
  if (terms === undefined) return undefined;
  const { contributor, component, capability } = terms;
  return { contributor, component, capability, ...(selected && { requirement: selected.data.requirement }) };
}

/** All its units have come and gone. */
const haveLeft = (reading: EveryDay, { terms, units }: PledgeState, day: Day): boolean =>
  units.length >= terms!.units &&
  units.every((unit) => {
    const { present, plan, repatriatedOn } = unitHistory(reading, unit).at(day);
    return !present && plan === undefined && repatriatedOn !== undefined;
  });

/** Days on which the caveat, or what bears it, may change. */
function caveatDays(reading: EveryDay, subject: string): readonly Day[] {
  const { name } = partsOf(subject);
  const facts = reading.everValid<CaveatFact>(`caveat/${subject}`);
  const unit = unitHistory(reading, name).steps;
  const under = unit.flatMap(([, { pledge, pledgePlanned }]) => [pledge, pledgePlanned]);
  const pledges = new Set([name, ...under, ...facts.map(pledgeNamed)].filter((pledge) => pledge !== undefined));
  return daysInOrder([
    ...facts.map(({ data }) => data.on),
    ...unit.map(([day]) => day),
    ...[...pledges].flatMap((pledge) => [...ladderDays(reading, pledge), ...stepDays(pledgeStage(reading, pledge))]),
  ]);
}

const stepDays = ({ steps }: Pick<Curve<unknown>, 'steps'>): Day[] => steps.map(([day]) => day);
