import type { ExplanationNode } from '@muster/force-generation';

/** A node and all below it, each after what it is made of. */
export const everyNode = (node: ExplanationNode): readonly ExplanationNode[] => [
  ...('inputs' in node ? node.inputs.flatMap(everyNode) : []),
  node,
];
