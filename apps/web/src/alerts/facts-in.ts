import type { ExplanationNode, FactLeaf } from '@muster/force-generation';

/** The source of facts that are made up to show the monitor at work. */
export const illustrationSource = 'urn:muster:illustration';

/** The facts that a figure rests on, each once, in the order in which the tree names them. */
export function factsIn(node: ExplanationNode): readonly FactLeaf['fact'][] {
  const found = new Map<number, FactLeaf['fact']>();
  const visit = (visited: ExplanationNode): void => {
    if ('fact' in visited) found.set(visited.fact.position, visited.fact);
    if ('inputs' in visited) visited.inputs.forEach(visit);
  };
  visit(node);
  return [...found.values()];
}
