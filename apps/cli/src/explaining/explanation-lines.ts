import type { ExplanationNode, FactLeaf } from '@muster/force-generation';
import type { ExplanationAnswer } from '../reading/alert-answers.js';
import { wordsOf } from '../screen/figure-text.js';
import { everyNode } from './every-node.js';
import { nodeValueText } from './node-value-text.js';

/** What an explanation says, the tree of its figures, and the facts that it rests on by their positions. */
export function explanationLines({ key, on, statement, policy, figures }: ExplanationAnswer): string[] {
  const facts = factsIn(figures);
  return [
    `${key} on ${on}`,
    statement,
    `Policy ${policy.hash.slice(0, 12)}…, ${policy.rule}: ${policyText(policy.row)}.`,
    '',
    ...treeLines(figures, key),
    ...(facts.length === 0 ? [] : ['', 'Facts, by their positions:', ...facts.map(factLine)]),
  ];
}

/** `hold days 30, thresholds: watch 5, warning 10`. */
function policyText(row: object): string {
  const parts = Object.entries(row as Readonly<Record<string, number | object>>).map(([name, value]) => {
    if (typeof value !== 'object') return `${wordsOf(name)} ${value}`;
    const inside = policyText(value);
    return `${wordsOf(name)} ${inside === '' ? 'none' : `(${inside})`}`;
  });
  return parts.join(', ');
}

function treeLines(node: ExplanationNode, key: string): string[] {
  const inputs = 'inputs' in node ? node.inputs : [];
  const below = inputs.flatMap((input, index) => {
    const isLast = index === inputs.length - 1;
    const [first, ...rest] = treeLines(input, key);
    return [`${isLast ? '└─' : '├─'} ${first}`, ...rest.map((line) => `${isLast ? '  ' : '│ '} ${line}`)];
  });
  return [nodeLine(node, key), ...below];
}

function nodeLine(node: ExplanationNode, key: string): string {
  const value = nodeValueText(node, key);
  if ('over' in node) return `${node.figure}: none (no ${node.over.type} from ${node.over.from} to ${node.over.to})`;
  if ('operation' in node) return `${node.figure} = ${value} (${node.operation}, ${node.on})`;
  if ('fact' in node) return `${node.figure} ${value}, [${node.fact.position}] ${node.at}${node.held ? ', held' : ''}`;
  return 'policy' in node ? `${node.figure} ${value}, policy ${node.policy}` : `today ${value}`;
}

function factsIn(figures: ExplanationNode): FactLeaf['fact'][] {
  const leaves = everyNode(figures).flatMap((node) => ('fact' in node ? [node.fact] : []));
  return [...new Map(leaves.map((fact) => [fact.position, fact])).values()].sort((a, b) => a.position - b.position);
}

function factLine({ position, source, id, on, publishedOn }: FactLeaf['fact']): string {
  const published = publishedOn === undefined ? '' : `, published ${publishedOn}`;
  return `  [${position}] ${id} of ${source}, ${on}${published}`;
}
