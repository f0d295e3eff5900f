import type { Curve } from '../curve.js';
import type { Day } from '../day.js';
import type { Fact, FactOf, PledgeTerms } from '../facts.js';
import { historyOf } from '../ledger/history-of.js';
import type { EveryDay } from '../reading.js';

/** A fact and the JSON Pointer to what it says. */
export interface Said {
  readonly fact: Fact;
  readonly at: string;
}

/** A pledge as its facts up to a day tell it. */
export interface PledgeState {
  readonly pledge: string;
  readonly registered?: FactOf<'PledgeRegistered'>;
  readonly selected?: FactOf<'PledgeSelected'>;
  /** As registered or selected, and amended, renewed and raised since. */
  readonly terms?: PledgeTerms;
  /** The facts that said them last. */
  readonly unitsSaid?: Said;
  readonly personnelSaid?: Said;
  readonly decision?: FactOf<'PledgeDecided'>;
  readonly agreement?: FactOf<'AgreementSigned'>;
  readonly withdrawn?: FactOf<'PledgeWithdrawn'>;
  /** Units that were planned for it or arrived under it, in the order of facts: they count by themselves. */
  readonly units: readonly string[];
}

/** The pledge's states as a step function of the day. */
export const pledgeHistory = (reading: EveryDay, pledge: string): Curve<PledgeState> =>
  historyOf(reading, { what: 'pledge history', series: `pledge/${pledge}`, before: { pledge, units: [] }, after });

export const pledgeOn = (reading: EveryDay, pledge: string, day: Day): PledgeState => pledgeHistory(reading, pledge).at(day);

function after(state: PledgeState, fact: Fact): PledgeState {
  switch (fact.type) {
    case 'PledgeRegistered':
      return { ...state, registered: fact, terms: termsOf(fact.data), ...said(fact, fact.data, '') };
    case 'PledgeSelected':
      return { ...state, selected: fact, terms: fact.data.terms, ...said(fact, fact.data.terms, '/terms') };
    case 'PledgeAmended':
    case 'PledgeRenewed':
    case 'PledgeLevelChanged':
      return state.terms === undefined
        ? state
        : { ...state, terms: { ...state.terms, ...changedTerms(fact.data) }, ...said(fact, fact.data, '') };
    case 'PledgeDecided':
      return { ...state, decision: fact };
    case 'AgreementSigned':
      return { ...state, agreement: fact };
    case 'PledgeWithdrawn':
      return { ...state, withdrawn: fact };
    case 'DeploymentPlanned':
    case 'UnitArrived':
      return state.units.includes(fact.data.unit) ? state : { ...state, units: [...state.units, fact.data.unit] };
    default:
      return state;
  }
}

const said = (fact: Fact, terms: Partial<PledgeTerms>, at: string): Pick<PledgeState, 'unitsSaid' | 'personnelSaid'> => ({
  ...(terms.units !== undefined && { unitsSaid: { fact, at: `${at}/units` } }),
  ...(terms.personnel !== undefined && { personnelSaid: { fact, at: `${at}/personnel` } }),
});

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
