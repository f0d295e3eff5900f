import type { Curve } from '../curve.js';
import type { Day } from '../day.js';
import type { Fact, FactOf, PledgeTerms } from '../facts.js';
import { historyOf } from '../ledger/history-of.js';
import type { EveryDay } from '../reading.js';
import { isOfAnother } from './pledge-facts.js';

/** A fact and the JSON Pointer to what it says. */
export interface Said {
  readonly fact: Fact;
  readonly at: string;
}

/** A pledge as its facts up to a day tell it. */
export interface PledgeState {
  readonly pledge: string;
  readonly registered: FactOf<'PledgeRegistered'> | undefined;
  readonly selected: FactOf<'PledgeSelected'> | undefined;
  /** As registered or selected, and amended, renewed and raised since. */
  readonly terms: PledgeTerms | undefined;
  /** The facts that said them last. */
  readonly unitsSaid: Said | undefined;
  readonly personnelSaid: Said | undefined;
  readonly decision: FactOf<'PledgeDecided'> | undefined;
  readonly agreement: FactOf<'AgreementSigned'> | undefined;
  readonly withdrawn: FactOf<'PledgeWithdrawn'> | undefined;
  /** Units that were planned for it or arrived under it, in the order of facts: they count by themselves. */
  readonly units: readonly string[];
}

const unheardOf = (pledge: string): PledgeState => ({
  pledge,
  registered: undefined,
  selected: undefined,
  terms: undefined,
  unitsSaid: undefined,
  personnelSaid: undefined,
  decision: undefined,
  agreement: undefined,
  withdrawn: undefined,
  units: [],
});

/** The pledge's states as a step function of the day. */
export const pledgeHistory = (reading: EveryDay, pledge: string): Curve<PledgeState> =>
  historyOf(reading, { what: 'pledge history', series: `pledge/${pledge}`, before: unheardOf(pledge), after });

/** The pledges that were not withdrawn before the days that something is said of: nobody can take back a withdrawal. */
export const pledgesAlive = (reading: EveryDay): readonly string[] =>
  reading.whole === reading
    ? reading.ids('pledge')
    : reading.once('pledges alive', () => reading.ids('pledge').filter((pledge) => !isWithdrawnBefore(reading, pledge)));

const isWithdrawnBefore = (reading: EveryDay, pledge: string): boolean =>
  reading.onceOf('is withdrawn', pledge, () =>
    reading.everValid(`pledge/${pledge}`).some(({ type, data }) => type === 'PledgeWithdrawn' && data.on < reading.begins),
  );

export const pledgeOn = (reading: EveryDay, pledge: string, day: Day): PledgeState => pledgeHistory(reading, pledge).at(day);

const after = (state: PledgeState, fact: Fact): PledgeState =>
  isOfAnother(state.terms?.contributor, fact) || isTooLate(state, fact) ? state : told(state, fact);

/** Nothing takes back a withdrawal, beside the selection of what `standby` has lost; what of its units comes all the same counts by itself. */
function isTooLate({ withdrawn }: PledgeState, { type, data }: Fact): boolean {
  if (withdrawn === undefined || data.on <= withdrawn.data.on || type === 'DeploymentPlanned' || type === 'UnitArrived')
    return false;
  return type !== 'PledgeSelected' || !isOfStandby(withdrawn);
}

function told(state: PledgeState, fact: Fact): PledgeState {
  switch (fact.type) {
    case 'PledgeRegistered':
      return { ...state, registered: fact, terms: termsOf(fact.data), ...said(state, fact, fact.data, '') };
    case 'PledgeSelected':
      return { ...state, ...selectedBy(fact, state), ...said(state, fact, fact.data.terms, '/terms') };
    case 'PledgeAmended':
    case 'PledgeRenewed':
    case 'PledgeLevelChanged':
      return state.terms === undefined
        ? state
        : { ...state, terms: { ...state.terms, ...changedTerms(fact.data) }, ...said(state, fact, fact.data, '') };
    case 'PledgeDecided':
      return { ...state, decision: fact };
    case 'AgreementSigned':
      return { ...state, agreement: fact };
    case 'PledgeWithdrawn':
      // Of what was said before the tie, read together with the mission's facts, on the day of the selection too.
      return isOfStandby(fact) && state.selected !== undefined ? state : { ...state, withdrawn: fact };
    case 'DeploymentPlanned':
    case 'UnitArrived':
      return state.units.includes(fact.data.unit) ? state : { ...state, units: [...state.units, fact.data.unit] };
    default:
      return state;
  }
}

/**
 * Who selects a pledge that was declined has thought better of it. One that was withdrawn on `standby` counts for the mission all the
 * same, whose stream is complete in itself, until it is withdrawn there.
 */
function selectedBy(selected: FactOf<'PledgeSelected'>, { decision, withdrawn }: PledgeState): Partial<PledgeState> {
  const stands = decision?.data.decision === 'declined' ? undefined : decision;
  const over = withdrawn !== undefined && isOfStandby(withdrawn) ? undefined : withdrawn;
  return { selected, terms: selected.data.terms, decision: stands, withdrawn: over };
}

const isOfStandby = ({ subject }: Fact): boolean => subject === 'standby';

function said(
  before: PledgeState,
  fact: Fact,
  terms: Partial<PledgeTerms>,
  at: string,
): Pick<PledgeState, 'unitsSaid' | 'personnelSaid'> {
  return {
    unitsSaid: terms.units === undefined ? before.unitsSaid : { fact, at: `${at}/units` },
    personnelSaid: terms.personnel === undefined ? before.personnelSaid : { fact, at: `${at}/personnel` },
  };
}

const termNames = [
  'contributor',
  'component',
  'capability',
  'units',
  'personnel',
  'availableFrom',
  'validUntil',
  'level',
  'equipment',
  'responseDays',
  'caveats',
] as const satisfies readonly (keyof PledgeTerms)[];

const changedTerms = (data: Partial<PledgeTerms>): Partial<PledgeTerms> =>
  Object.fromEntries(termNames.filter((name) => data[name] !== undefined).map((name) => [name, data[name]]));

const termsOf = (data: PledgeTerms): PledgeTerms => changedTerms(data) as PledgeTerms;
