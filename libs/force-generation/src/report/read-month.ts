import type { Ledger } from '../ledger/ledger.js';
import type { AdoptedPolicy } from '../policy.js';
import { readLedger, type Reading } from '../reading.js';
import { lastDayOf, type Month } from './month.js';

export interface MonthAt {
  readonly month: Month;
  /** Of the log: what is recorded later is not read. */
  readonly position: number;
  /** Where the policy is read, if not there. */
  readonly policyAt?: number | undefined;
}

/** The mission as of the month's last day, under the policy of that position unless another is named; undefined before the first. */
export function readMonth(ledger: Ledger, { month, position, policyAt = position }: MonthAt): Reading | undefined {
  const adopted = ledger.policies.findLast((policy) => policy.position <= policyAt);
  if (adopted === undefined) return undefined;
  const policy = { hash: adopted.data.hash, table: adopted.data.table } as AdoptedPolicy;
  return readLedger(ledger, { today: lastDayOf(month), policy, position });
}
