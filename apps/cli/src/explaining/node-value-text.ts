import type { ExplanationNode } from '@muster/force-generation';
import { countOf, countText, shareText } from '../screen/figure-text.js';
import { nodeUnit } from './node-unit.js';

/** A node's value with what it counts: `1,498 persons`, `11.27 %`, `53 days`, `95 × APC`. */
export function nodeValueText(node: ExplanationNode, key: string): string {
  const { value } = node;
  if (value === null) return 'not known';
  if (typeof value === 'string') return value;
  const unit = nodeUnit(node, key);
  if (unit === '') return countText(value);
  if (unit === '%') return 'policy' in node ? `${value} %` : shareText(value, 2);
  if (typeof unit === 'object') return `${countText(value)} × ${unit.item}`;
  return countOf(value, unit);
}
