import type { Day } from '../day.js';
import { addDays } from '../day.js';
import type { FactOf } from '../facts.js';
import type { PersonnelType } from '../personnel.js';
import type { EveryDay } from '../reading.js';
import { unitHistory } from './unit-history.js';

export interface Fall {
  /** Contributors and types that fell. */
  readonly cells: readonly { readonly contributor?: string | undefined; readonly type: PersonnelType }[];
  readonly persons: number;
  /** As-at day of the last figure before the fall. */
  readonly after: Day;
  /** As-at day of the latest reading that shows it. */
  readonly until: Day;
}

type Explaining = FactOf<'WithdrawalAnnounced'> | FactOf<'UnitRepatriated'> | FactOf<'MandateEnded'>;

/**
 * The fact with which announced departures come to explain most of a fall: persons who left in the time of the fall, by
 * announcement or by the repatriation of their unit (a unit's counts once), or the end of the mandate. Undefined where none does.
 */
export function explanationOfFall(fall: Fall, reading: EveryDay): Explaining | undefined {
  const parts = [...mandateEnds(fall, reading), ...departures(fall, reading)].sort((a, b) =>
    a.fact.data.on < b.fact.data.on ? -1 : 1,
  );
  const byWhom = new Map<string, number>();
  for (const part of parts) {
    byWhom.set(part.who, Math.max(byWhom.get(part.who) ?? 0, part.persons));
    const explained = [...byWhom.values()].reduce((sum, persons) => sum + persons, 0);
    if (100 * explained >= reading.policy.table.returns.explainedPercent * fall.persons) return part.fact;
  }
  return undefined;
}

interface Part {
  readonly fact: Explaining;
  readonly who: string;
  readonly persons: number;
}

const mandateEnds = (fall: Fall, reading: EveryDay): Part[] =>
  reading
    .everValid<FactOf<'MandateEnded'> | FactOf<'MandateRenewed'>>('mandate')
    .filter((fact): fact is FactOf<'MandateEnded'> => fact.type === 'MandateEnded' && fact.data.on <= fall.until)
    .map((fact) => ({ fact, who: 'mandate', persons: fall.persons }));

function departures(fall: Fall, reading: EveryDay): Part[] {
  const parts: Part[] = [];
  for (const fact of reading.everValid<FactOf<'WithdrawalAnnounced'>>('withdrawals')) {
    if (fact.data.leavesOn <= fall.after || fact.data.leavesOn > fall.until) continue;
    if (falls(fall, whoLeaves(fact, reading)))
      parts.push({ fact, who: fact.data.unit ?? `${fact.source} ${fact.id}`, persons: fact.data.personnel });
  }
  for (const fact of reading.everValid<FactOf<'UnitRepatriated'>>('repatriations')) {
    if (fact.data.on <= fall.after || fact.data.on > fall.until) continue;
    const unit = unitHistory(reading, fact.data.unit).at(addDays(fact.data.on, -1));
    if (unit.present && falls(fall, unit)) parts.push({ fact, who: fact.data.unit, persons: unit.women + unit.men });
  }
  return parts;
}

interface Leaving {
  readonly contributor?: string | undefined;
  readonly type?: PersonnelType | undefined;
}

function whoLeaves(fact: FactOf<'WithdrawalAnnounced'>, reading: EveryDay): Leaving {
  if (fact.data.unit === undefined) return { contributor: fact.data.contributor, type: fact.data.personnelType };
  const { contributor, type } = unitHistory(reading, fact.data.unit).at(addDays(fact.data.leavesOn, -1));
  return { contributor, type };
}

const falls = (fall: Fall, { contributor, type }: Leaving): boolean =>
  contributor !== undefined &&
  fall.cells.some((cell) => cell.contributor === contributor && (type === undefined || cell.type === type));
