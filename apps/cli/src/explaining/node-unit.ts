import type { ExplanationNode } from '@muster/force-generation';

export type Unit = 'person' | 'unit' | 'day' | 'fact' | 'figure' | '%' | '' | { readonly item: string };

/** What a node's number counts. Explanations name figures, not units; rule, operation and name tell them together. */
export function nodeUnit(node: ExplanationNode, key: string): Unit {
  if (typeof node.value !== 'number') return '';
  if ('policy' in node) return policyUnit(node.policy);
  if ('over' in node) return 'fact';
  if ('operation' in node) {
    if (node.operation === 'share') return '%';
    if (node.operation === 'days between') return 'day';
    if (node.figure === 'that day' || node.figure === 'days uncovered') return 'day';
    if (node.operation === 'count') return node.figure === 'figures explained' ? 'figure' : 'unit';
  }
  return countUnit(node.figure, key);
}

const daysCounted = [
  'authorized-not-deployed',
  'pledge-lapsing',
  'pledge-stalled',
  'return-missing',
  'mandate-ending',
  'strength-after-drawdown',
];

function policyUnit(pointer: string): Unit {
  const [, , rule = '', ...rest] = pointer.split('/');
  if (/days$/i.test(pointer)) return 'day';
  if (/persons$/i.test(pointer)) return 'person';
  const countsDays = daysCounted.includes(rule);
  return rest.includes('thresholds') && countsDays ? 'day' : '%';
}

function countUnit(figure: string, key: string): Unit {
  const [, rule, subject = ''] = key.split('/');
  if (rule === 'equipment-shortfall') return { item: subject.split('.').at(-1) ?? subject };
  if (/^days\b|Days$/.test(figure)) return 'day';
  return /(^units\b|\bunits$)/.test(figure) ? 'unit' : 'person';
}
