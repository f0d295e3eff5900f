import { isDay, type ExplanationNode, type Operation, type OperationNode } from '@muster/force-generation';
import { count, percent } from '../words/count-words.js';
import { shortDay } from '../words/day-words.js';
import { inProse } from '../words/in-prose.js';

const operations: Readonly<Record<Operation, string>> = {
  sum: 'the sum of these',
  difference: 'the first less the others',
  share: 'the first as a share of the second',
  max: 'the greatest of these',
  min: 'the least of these',
  count: 'how many these are',
  'days between': 'the days between these',
  part: 'the first divided by the second',
  product: 'these multiplied',
};

/** A figure's name, which may be that of a field: `leavesOn` is `leaves on`. */
export const figureInWords = (figure: string): string =>
  inProse(
    figure.replace(/\b[a-z]+(?:[A-Z][a-z]+)+\b/g, (name) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)),
  );

/** What is done with the figures below it; nothing where there are none. */
export const operationInWords = ({ operation, inputs }: Pick<OperationNode, 'operation' | 'inputs'>): string =>
  inputs.length === 0 ? '' : `= ${operations[operation]}`;

/** A figure's value for a reader: shares in per cent, days as days. */
export function nodeValue(node: ExplanationNode): string {
  const { value } = node;
  if (typeof value === 'number') return 'operation' in node && node.operation === 'share' ? percent(value) : count(value);
  if (value === null) return 'not known';
  return isDay(value) ? shortDay(value) : value;
}
