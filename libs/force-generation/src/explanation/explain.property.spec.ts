import fc from 'fast-check';
import { log, replacesOf } from '../../testing/drawn-logs.js';
import { today } from '../../testing/drawn-values.js';
import { settings } from '../../testing/settings.js';
import { otherPolicy, policy } from '../../testing/read-out.js';
import type { Alert } from '../alert.js';
import { assessmentOf } from '../alerts/assessment.js';
import type { Fact } from '../facts.js';
import { Ledger } from '../ledger/ledger.js';
import type { AdoptedPolicy } from '../policy.js';
import { readLedger, type Reading } from '../reading.js';
import { explain, explainMission } from './explain.js';
import { recompute, valueAt, type AbsenceNode, type ExplanationNode } from './node.js';

const readingOf = (mission: string, facts: readonly Fact[], on: string, adopted: AdoptedPolicy): Reading => {
  const ledger = new Ledger(mission);
  for (const fact of facts) ledger.fold(fact);
  return readLedger(ledger, { today: on, policy: adopted });
};

const anyPolicy = fc.constantFrom(policy, otherPolicy);

const all = (node: ExplanationNode): readonly ExplanationNode[] =>
  ['inputs' in node ? node.inputs.flatMap(all) : [], node].flat();

/** What anybody can find wrong with a node who has the facts. */
function wrongWith(node: ExplanationNode, facts: readonly Fact[]): string | undefined {
  if ('over' in node) return isThere(node, facts) ? 'what is said to be absent is there' : undefined;
  if ('operation' in node) {
    const again = recompute(
      node.operation,
      node.inputs.map(({ value }) => value),
    );
    return again === node.value ? undefined : `recomputed as ${again}`;
  }
  if (!('fact' in node)) return undefined;
  const fact = facts.find(({ source, id }) => source === node.fact.source && id === node.fact.id);
  if (fact === undefined) return 'its fact is not there';
  if (node.value === null) return `nothing stands at ${node.at}`;
  const same =
    valueAt(fact.data, node.at) === node.value && fact.position === node.fact.position && fact.data.on === node.fact.on;
  return same ? undefined : 'its fact says something else';
}

/** A fact that another one takes back or replaces does not count as there. */
const isThere = ({ over }: AbsenceNode, facts: readonly Fact[]): boolean =>
  facts.some(
    ({ type, source, id, data }) =>
      type === over.type &&
      over.from <= data.on &&
      data.on <= over.to &&
      !facts.some((other) => other.source === source && replacesOf(other) === id) &&
      !facts.some((other) => other.type === 'FactRetracted' && other.data.ofSource === source && other.data.ofId === id),
  );

it('every explanation can be recomputed from its facts', () => {
  fc.assert(
    fc.property(log, today, anyPolicy, ({ mission, facts }, on, adopted) => {
      const reading = readingOf(mission, facts, on, adopted);
      const verdicts = [...assessmentOf(reading).verdicts.keys()].flatMap((key) => explain(reading, key)?.figures ?? []);
      const figures = [...verdicts, ...explainMission(reading).map((component) => component.figures)];
      const wrong = figures.flatMap(all).map((node) => ({ node, problem: wrongWith(node, facts) }));
      expect(wrong.filter(({ problem }) => problem !== undefined)).toEqual([]);
    }),
    settings,
  );
});

/** Figures that stand once in an explanation. */
const told = new Set([
  'authorized',
  'previous',
  'increase',
  'there',
  'missing',
  'over',
  'required',
  'excess',
  'persons',
  'women',
  'target',
  'deployed',
  'planned',
  'arrivesOn',
  'leavesOn',
  'dueOn',
]);

/** The figures that the alert shows and the explanation comes to, with both values. */
const bothWays = (alert: Alert, figures: ExplanationNode) =>
  all(figures)
    .filter(({ figure }) => told.has(figure) && ['number', 'string'].includes(typeof alert.figures[figure]))
    .map(({ figure, value }) => ({ figure, shown: alert.figures[figure], explained: value }));

it('what an explanation comes to is what the alert shows', () => {
  fc.assert(
    fc.property(log, today, anyPolicy, ({ mission, facts }, on, adopted) => {
      const reading = readingOf(mission, facts, on, adopted);
      for (const alert of assessmentOf(reading).alerts) {
        const explanation = explain(reading, alert.key);
        expect(explanation).toBeDefined();
        for (const { figure, shown, explained } of bothWays(alert, explanation!.figures))
          expect([alert.key, figure, explained]).toEqual([alert.key, figure, shown]);
      }
    }),
    settings,
  );
});
