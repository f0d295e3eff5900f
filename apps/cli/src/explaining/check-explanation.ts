import { canonicalJson, sha256 } from '@muster/contracts';
import type { PolicyTable } from '@muster/force-generation';
import { alertPath } from '../doors/door-paths.js';
import type { Monitor, Query } from '../doors/monitor.js';
import { Refused } from '../doors/refused.js';
import type { AlertAnswer, ExplanationAnswer } from '../reading/alert-answers.js';
import type { ViewpointOptions } from '../viewpoint-options.js';
import { everyNode } from './every-node.js';
import { FactsBehind } from './facts-behind.js';
import { nodeProblem } from './node-problem.js';
import { figuresAgainst } from './figures-against.js';

export interface Checked {
  readonly figures: number;
  readonly facts: number;
  /** What does not hold, a sentence each. */
  readonly differences: readonly string[];
}

/** Repeats an explanation from the facts themselves: reads every value where it is said to stand, and every operation again. */
export async function checkExplanation(monitor: Monitor, answer: ExplanationAnswer, asked: ViewpointOptions): Promise<Checked> {
  const from = { knownAt: asked.knownAt, position: String(answer.position) };
  const facts = new FactsBehind(monitor, from);
  const policy = await adoptedPolicy(answer, facts);
  const nodes = everyNode(answer.figures);
  const differences = [...policy.differences];
  if (answer.on > answer.today) differences.push(`it speaks of ${answer.on}, and today is ${answer.today}`);
  for (const node of nodes) {
    const problem = await nodeProblem(node, { facts, today: answer.on, policy: policy.table });
    if (problem !== undefined) differences.push(`${node.figure} ${problem}`);
  }
  differences.push(...(await alertDifferences(monitor, answer, { ...from, asOf: asked.asOf })));
  return { figures: nodes.length, facts: facts.count, differences };
}

interface Adopted {
  readonly table: PolicyTable | undefined;
  readonly differences: readonly string[];
}

/** The table is a fact of the mission; its hash is that of its own text. */
async function adoptedPolicy({ key, policy }: ExplanationAnswer, facts: FactsBehind): Promise<Adopted> {
  const { hash, rule, row } = policy;
  const adopted = await facts.listed(key.split('/')[0]!, 'PolicyAdopted');
  const table = adopted.findLast(({ event }) => event.data['hash'] === hash)?.event.data['table'] as PolicyTable | undefined;
  if (table === undefined) return { table, differences: [`policy ${hash} was never adopted`] };
  const differences: string[] = [];
  if (sha256(canonicalJson(table)) !== hash) differences.push(`policy ${hash} is not the hash of the table adopted under it`);
  const rules: Readonly<Record<string, unknown>> = table.rules;
  if (canonicalJson(rules[rule] ?? null) !== canonicalJson(row)) differences.push(`policy ${hash} has another row for ${rule}`);
  return { table, differences };
}

/** The alert as of the same position shows what its explanation comes to. */
async function alertDifferences(monitor: Monitor, { key, figures }: ExplanationAnswer, from: Query): Promise<string[]> {
  try {
    const { body } = await monitor.get<AlertAnswer>(alertPath(key), from);
    return figuresAgainst(body.figures, figures);
  } catch (cause) {
    if (cause instanceof Refused && cause.answer.status === 404) return [];
    throw cause;
  }
}
