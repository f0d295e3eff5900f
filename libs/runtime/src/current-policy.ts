import { readFileSync } from 'node:fs';
import { canonicalJson, sha256 } from '@muster/contracts';
import { policyV1, type AdoptedPolicy, type PolicyTable } from '@muster/force-generation';
import { CannotStart } from './cannot-start.js';
import { policyProblems } from './policy-problems.js';

/** The policy that facts are recorded under from now on. */
export class CurrentPolicy implements AdoptedPolicy {
  readonly hash: string;

  private constructor(readonly table: PolicyTable) {
    this.hash = sha256(canonicalJson(table));
  }

  /** The one built in, or that of a file; throws CannotStart with every problem of it. */
  static load(file: string | undefined): CurrentPolicy {
    if (file === undefined) return new CurrentPolicy(policyV1);
    const table = readTable(file);
    const problems = policyProblems(table, policyV1);
    if (problems.length === 0) return new CurrentPolicy(table as PolicyTable);
    throw new CannotStart([`MUSTER_POLICY: ${file} is no policy table.`, ...problems].join('\n'));
  }
}

function readTable(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new CannotStart(`MUSTER_POLICY: ${file} cannot be read as JSON: ${(cause as Error).message}`, { cause });
  }
}
