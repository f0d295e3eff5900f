import { canonicalJson, sha256, type ReportIssued } from '@muster/contracts';
import {
  addMonths,
  describeMission,
  lastDayOf,
  monthlyReport,
  readLedger,
  type AdoptedPolicy,
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
  readonly status: ReportStatus;
  readonly corrigendum?: number;
  readonly corrects?: Corrections;
}

/** The report as it is read there; undefined where the mission was not active at the end of the month. */
export function builtAt({ mission, standby }: Ledgers, from: BuildFrom): MonthlyReport | undefined {
  const { month, end, lastPosition, status, corrigendum, corrects } = from;
  const { position, sequence, hash: chain } = end;
  const reading = readAt(mission, { month, position });
  if (reading === undefined || !describeMission(reading).active) return undefined;
  return monthlyReport({
    reading,
    last: readAt(mission, { month: addMonths(month, -1), position: lastPosition ?? position }),
    standby: readLedger(standby, { today: reading.today, policy: reading.policy, position }),
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

/** The mission as of the month's last day, under the policy of that position; undefined before the first. */
function readAt(ledger: Ledger, { month, position }: { readonly month: Month; readonly position: number }): Reading | undefined {
  const adopted = ledger.policies.findLast((policy) => policy.position <= position);
  if (adopted === undefined) return undefined;
  const policy = { hash: adopted.data.hash, table: adopted.data.table } as AdoptedPolicy;
  return readLedger(ledger, { today: lastDayOf(month), policy, position });
}
