import type { ExplanationNode, FigureValue } from '@muster/force-generation';
import { wordsOf } from '../screen/figure-text.js';
import { everyNode } from './every-node.js';

type Named = readonly (readonly [name: string, value: number | string])[];

/** An alert's figures by the names that an explanation gives them: `units: { deployed }` is `units deployed`. */
const namedFigures = (figures: Readonly<Record<string, FigureValue>>, prefix = ''): Named =>
  Object.entries(figures).flatMap(([name, value]): Named => {
    const words = `${prefix}${wordsOf(name)}`;
    if (value === null) return [];
    return typeof value === 'object' ? namedFigures(value, `${words} `) : [[words, value]];
  });

/** Where an alert shows a figure that its explanation names too and comes to another value of. */
export function figuresAgainst(figures: Readonly<Record<string, FigureValue>>, explained: ExplanationNode): string[] {
  const nodes = everyNode(explained);
  return namedFigures(figures).flatMap(([name, value]) => {
    const found = nodes.filter(({ figure }) => figure === name).map((node) => node.value);
    if (found.length === 0 || found.includes(value)) return [];
    return [`${name}: the alert shows ${value}, and the explanation comes to ${found.join(', ')}`];
  });
}
