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
  const tie = tieOf(mission, standby, pledge);
  if (tie === undefined) return mission;
  const before = ofPledge(standby, pledge).filter(({ position, data }) => position < tie.position && data.on <= tie.data.on);
  const ledger = new Ledger(mission.mission);
  for (const fact of [...before, ...ofPledge(mission, pledge), ...ofItsUnits(mission, pledge)]) ledger.fold(fact);
  return readLedger(ledger, { today: mission.today, policy: mission.policy });
}

/**
 * The record, in `standby`, that the mission has selected the pledge. Two states may have given their pledges one id: what another
 * state registered is not the pledge that was selected, and must not be seen in it.
 */
export function tieOf(mission: Reading, standby: Reading, pledge: string): FactOf<'PledgeTied'> | undefined {
  const selected = pledgeOn(mission, pledge, mission.today).selected?.data.terms.contributor;
  const registered = pledgeOn(standby, pledge, standby.today).terms?.contributor;
  if (selected !== registered) return undefined;
  return standby
    .facts(`pledge/${pledge}`)
    .find((fact): fact is FactOf<'PledgeTied'> => fact.type === 'PledgeTied' && fact.data.mission === mission.mission);
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
