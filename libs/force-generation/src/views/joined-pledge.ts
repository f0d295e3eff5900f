import type { Day } from '../day.js';
import type { Fact, FactOf } from '../facts.js';
import { Ledger } from '../ledger/ledger.js';
import { readLedger, type Reading } from '../reading.js';
import { pledgeFacts } from '../supply/pledge-facts.js';
import { pledgeOn } from '../supply/pledge-history.js';

/**
 * A pledge's own facts and those of its units, with what was said of it on `standby` before the mission selected it. What is said
 * there afterwards changes nothing.
 */
export function joinedPledge(mission: Reading, standby: Reading, pledge: string): Reading {
  const since = selectedSince(mission, standby, pledge);
  if (since === undefined) return mission;
  const before = ofPledge(standby, pledge).filter(({ position, data }) => position < since.position && data.on <= since.on);
  const ledger = new Ledger(mission.mission);
  for (const fact of [...before, ...ofPledge(mission, pledge), ...ofItsUnits(mission, pledge)]) ledger.fold(fact);
  return readLedger(ledger, { today: mission.today, policy: mission.policy });
}

/** From where on a pledge is the mission's: by its day, and in the log. */
export interface SelectedSince {
  readonly on: Day;
  readonly position: number;
}

/**
 * The first selection by the mission that stands, of a pledge that `standby` knows; one that was retracted ties nothing. Two states may
 * have given their pledges one id: what another state registered is not the pledge that was selected, and must not be seen in it.
 */
export function selectedSince(mission: Reading, standby: Reading, pledge: string): SelectedSince | undefined {
  const selections = pledgeFacts(mission, pledge).filter(
    (fact): fact is FactOf<'PledgeSelected'> => fact.type === 'PledgeSelected' && fact.data.on <= mission.today,
  );
  const [first] = selections;
  const registered = pledgeOn(standby, pledge, standby.today).terms?.contributor;
  if (first === undefined || first.data.terms.contributor !== registered) return undefined;
  return { on: first.data.on, position: Math.min(...selections.map(({ position }) => position)) };
}

const ofPledge = (reading: Reading, pledge: string): readonly Fact[] => [
  ...pledgeFacts(reading, pledge),
  ...reading
    .ids('caveat')
    .filter((name) => name.startsWith(`${pledge}.`))
    .flatMap((name) => reading.everValid<FactOf<'CaveatDeclared'>>(`caveat/${name}`))
    .filter(({ data }) => data.pledge === pledge),
];

function ofItsUnits(reading: Reading, pledge: string): readonly Fact[] {
  const facts = reading.everValid(`pledge/${pledge}`);
  const units = new Set(
    facts.flatMap((fact) => (fact.type === 'DeploymentPlanned' || fact.type === 'UnitArrived' ? fact.data.unit : [])),
  );
  return [...units].flatMap((unit) => reading.everValid(`unit/${unit}`));
}
