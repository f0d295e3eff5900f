import type { ExplanationNode } from '@muster/force-generation';
import { doors } from '../doors.js';
import { IllustrativeMark } from '../figures/illustrative-mark.js';
import { counted } from '../words/count-words.js';
import { shortDay } from '../words/day-words.js';
import { illustrationSource } from './facts-in.js';
import { figureInWords, nodeValue, operationInWords } from './node-words.js';

interface Props {
  readonly node: ExplanationNode;
  readonly depth: number;
}

/** A return has a hundred leaves: more than this many inputs are folded away. */
const mostInputs = 8;
const deepest = 4;

/** A figure with the figures that it follows from, down to the facts. */
export const ExplanationTree = ({ node, depth }: Props) => (
  <li>
    <span class="node">
      <span class="node-figure">{figureInWords(node.figure)}</span>
      <strong class="node-value">{nodeValue(node)}</strong>
      <NodeSource node={node} />
    </span>
    {'inputs' in node && node.inputs.length > 0 && <Inputs inputs={node.inputs} depth={depth} />}
  </li>
);

function Inputs({ inputs, depth }: { readonly inputs: readonly ExplanationNode[]; readonly depth: number }) {
  const list = (
    <ul>
      {inputs.map((input, index) => (
        <ExplanationTree key={index} node={input} depth={depth + 1} />
      ))}
    </ul>
  );
  if (inputs.length <= mostInputs && (depth < deepest || inputs.length === 1)) return list;
  return (
    <details class="folded">
      <summary>{counted(inputs.length, 'figure')}</summary>
      {list}
    </details>
  );
}

/** Where the figure comes from: a fact, the policy, today, a search that found nothing, or an operation. */
const NodeSource = ({ node }: { readonly node: ExplanationNode }) => {
  if ('fact' in node) {
    return (
      <span class="node-source">
        <a
          href={doors.fact(node.fact.position)}
          target="_blank"
          rel="noreferrer"
          title={`${node.fact.source} ${node.fact.id} ${node.at}`}
        >
          fact {node.fact.position}
        </a>{' '}
        of {shortDay(node.fact.on)} {node.held && <span class="chip chip-suspect">held</span>}{' '}
        {node.fact.source === illustrationSource && <IllustrativeMark illustrative />}
      </span>
    );
  }
  if ('over' in node) {
    const { type, subject, from, to } = node.over;
    return <span class="node-source">{`no ${type} of ${subject} from ${shortDay(from)} to ${shortDay(to)}`}</span>;
  }
  if ('policy' in node) return <span class="node-source">from the policy</span>;
  if ('operation' in node) return <span class="node-source">{operationInWords(node)}</span>;
  return <span class="node-source">the day looked at</span>;
};
