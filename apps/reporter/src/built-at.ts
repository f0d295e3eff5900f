import { canonicalJson, sha256, type ReportIssued } from '@muster/contracts';
import {
  addMonths,
  describeMission,
  monthlyReport,
  readLedger,
  readMonth,
  type Corrections,
  type Ledger,
  type Month,
  type MonthlyReport,
  type Reading,
  type ReportStatus,
} from '@muster/force-generation';
import type { StreamEnd } from '@muster/postgres';

export interface Ledgers {
  readonly mission: Ledger;
  readonly standby: Ledger;
}

export interface BuildFrom {
  readonly month: Month;
  readonly end: StreamEnd;
  /** Where the last report was read. */
  readonly lastPosition: number | null;
  /** Where the policy is read, if not where the report is. */
  readonly policyAt?: number;
  readonly status: ReportStatus;
  readonly corrigendum?: number;
  readonly corrects?: Corrections;
}

/** The report as it is read there; undefined where the mission was not active at the end of the month. */
export function builtAt(ledgers: Ledgers, from: BuildFrom): MonthlyReport | undefined {
  const seen = seenAt(ledgers, from);
  return seen && describeMission(seen.reading).active ? built(ledgers, seen, from) : undefined;
}

/** The same as a part of the report over all missions, which also tells of those that were active a month before. */
export function partAt(ledgers: Ledgers, from: Omit<BuildFrom, 'status'>): MonthlyReport | undefined {
  const seen = seenAt(ledgers, from);
  const isActive = seen !== undefined && [seen.reading, seen.last].some((reading) => reading && describeMission(reading).active);
  return isActive ? built(ledgers, seen, { ...from, status: 'draft' }) : undefined;
}

interface Seen {
  readonly reading: Reading;
  readonly last: Reading | undefined;
}

function seenAt({ mission }: Ledgers, { month, end, lastPosition, policyAt }: Omit<BuildFrom, 'status'>): Seen | undefined {
  const { position } = end;
  const reading = readMonth(mission, { month, position, policyAt });
  const before = {
    month: addMonths(month, -1),
    ...(lastPosition === null ? { position, policyAt } : { position: lastPosition }),
  };
  return reading && { reading, last: readMonth(mission, before) };
}

function built({ standby }: Ledgers, seen: Seen, { end, lastPosition, status, corrigendum, corrects }: BuildFrom): MonthlyReport {
  const { position, sequence, hash: chain } = end;
  const { today, policy } = seen.reading;
  return monthlyReport({
    ...seen,
    standby: readLedger(standby, { today, policy, position }),
    ...{ status, corrigendum, corrects },
    provenance: { position, sequence, chain, lastPosition },
  });
}

/** What is recorded of a report, but for the day. */
export function recordOf(report: MonthlyReport): Omit<ReportIssued, 'on'> {
  const { mission, month, withReturn, policy, template, provenance } = report;
  const { position, sequence, chain, lastPosition } = provenance;
  const readFrom = { position, sequence, chain, lastPosition, policy, template };
  return { mission, month, withReturn, ...readFrom, sha256: sha256(canonicalJson(report)) };
}
