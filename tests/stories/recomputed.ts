import { recompute, valueAt, type Day, type ExplanationNode, type Fact } from '@muster/force-generation';

/** What is wrong in an explanation: leaves that the facts do not say, nodes whose operation gives something else. */
export function recomputed(node: ExplanationNode, facts: readonly Fact[], today: Day): readonly string[] {
  if ('fact' in node) return leafProblems(node, facts);
  if ('over' in node) return absenceProblems(node, facts);
  if (!('operation' in node)) return 'policy' in node || node.value === today ? [] : [`today is ${today}, not ${node.value}`];
  const again = recompute(
    node.operation,
    node.inputs.map(({ value }) => value),
  );
  return [
    ...(again === node.value ? [] : [`${node.figure} is ${node.value}, recomputed ${again}`]),
    ...node.inputs.flatMap((input) => recomputed(input, facts, today)),
  ];
}

type LeafOf<Member extends string> = Extract<ExplanationNode, Record<Member, unknown>>;

function leafProblems({ figure, value, fact, at }: LeafOf<'fact'>, facts: readonly Fact[]): string[] {
  const found = facts.find(({ source, id }) => source === fact.source && id === fact.id);
  if (found?.position !== fact.position) return [`${figure}: ${fact.id} is not in the log at ${fact.position}`];
  const said = valueAt(found.data, at);
  return value !== null && said === value ? [] : [`${figure} is ${value}, ${fact.id} says ${said} at ${at}`];
}

function absenceProblems({ figure, over }: LeafOf<'over'>, facts: readonly Fact[]): string[] {
  const there = facts.filter(({ type, data }) => type === over.type && data.on >= over.from && data.on <= over.to);
  return there.length === 0 ? [] : [`${figure}: ${there.length} are there`];
}

/** Every value in the explanation that stands under the figure's name. */
export function valuesUnder(node: ExplanationNode, figure: string): unknown[] {
  const own = node.figure === figure ? [node.value] : [];
  return 'inputs' in node ? [...own, ...node.inputs.flatMap((input) => valuesUnder(input, figure))] : own;
}
