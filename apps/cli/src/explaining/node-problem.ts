import {
  recompute,
  valueAt,
  type AbsenceNode,
  type ExplanationNode,
  type FactLeaf,
  type OperationNode,
} from '@muster/force-generation';
import type { FactsBehind } from './facts-behind.js';

export interface Grounds {
  readonly facts: FactsBehind;
  /** The day that is explained: the last one on which the alert's condition was known. */
  readonly today: string;
  /** The policy table that the mission has adopted under the explanation's hash. */
  readonly policy: unknown;
}

/** What is wrong with a node, looked at by itself; undefined where it holds. */
export function nodeProblem(node: ExplanationNode, { facts, today, policy }: Grounds): Promise<string | undefined> {
  if ('over' in node) return absenceProblem(node, facts);
  if ('operation' in node) return Promise.resolve(operationProblem(node));
  if ('fact' in node) return factProblem(node, facts);
  const found = 'policy' in node ? valueAt(policy, node.policy) : today;
  return Promise.resolve(found === node.value ? undefined : `is ${node.value}, and ${found} stands there`);
}

function operationProblem({ operation, inputs, value }: OperationNode): string | undefined {
  const again = recompute(
    operation,
    inputs.map((input) => input.value),
  );
  return again === value ? undefined : `is ${value}, and its ${operation} comes to ${again}`;
}

async function absenceProblem(node: AbsenceNode, facts: FactsBehind): Promise<string | undefined> {
  const [there] = await facts.against(node);
  if (node.value === 0 && there === undefined) return undefined;
  const { type, from, to } = node.over;
  return there === undefined
    ? `counts ${node.value}, and no ${type} is there`
    : `says that no ${type} is of ${from} to ${to}, and position ${there.position} holds one`;
}

async function factProblem({ fact, at, value }: FactLeaf, facts: FactsBehind): Promise<string | undefined> {
  const recorded = await facts.named(fact.source, fact.id);
  if (recorded === undefined) return `rests on ${fact.id} of ${fact.source}, and there is no such fact`;
  const { position, event } = recorded;
  const found = valueAt(event.data, at);
  if (found !== value) return `is ${value}, and position ${position} says ${found} at ${at}`;
  if (value === null) return `has no value, and position ${position} has nothing at ${at}`;
  const named = { position: fact.position, on: fact.on, publishedOn: fact.publishedOn };
  const held = { position, on: event.data.on, publishedOn: event.data.publishedOn };
  const other = (['position', 'on', 'publishedOn'] as const).find((name) => named[name] !== held[name]);
  return other && `names ${fact.id} with ${other} ${named[other]}, and the log has ${held[other]}`;
}
