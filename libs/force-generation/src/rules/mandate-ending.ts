import { addDays, daysBetween, type Day } from '../day.js';
import { leaf, node, todayLeaf } from '../explanation/node.js';
import { mandate, mandateDays } from '../mandate/mandate.js';
import type { EveryDay } from '../reading.js';
import { conditionOf } from './condition-of.js';
import type { Condition, Rule } from './rule.js';
import { severityWhere } from './severity.js';

/**
 * "The mandate runs out, and no renewal is known." What is to be said about force generation must reach the Council before it renews;
 * MINUSMA's mandate ended on 30 June of each year.
 */
export const mandateEnding: Rule = {
  name: 'mandate-ending',
  subjects: () => ['mission'],
  look: (reading) => ({ days: () => days(reading), conditionOn: (day) => condition(reading, day) }),
  respond: () => ({
    action: 'Bring the gaps that still stand into the negotiation of the renewal',
    owner: 'Strategic Force Generation and Capability Planning Cell',
  }),
  explain: (reading, _subject, day) => {
    const fact = mandate(reading).at(day)!;
    return {
      statement: `${fact.data.resolution} is the last decision about the mandate.`,
      figures: node('days to the end', day, 'days between', [
        todayLeaf(day),
        leaf('until', fact, fact.type === 'MandateRenewed' ? '/until' : '/endsOn'),
      ]),
    };
  },
};

function condition(reading: EveryDay, day: Day): Condition | undefined {
  const fact = mandate(reading).at(day);
  if (fact === undefined) return undefined;
  if (fact.type === 'MandateEnded') return { kind: 'ended', reason: `ended by ${fact.data.resolution}` };
  const { until } = fact.data;
  const figures = { until };
  const severity = severityWhere(
    reading.policy.table.rules['mandate-ending'].thresholds,
    (days) => daysBetween(day, until) <= days,
  );
  return conditionOf(severity, figures, `no renewal after ${fact.data.resolution} is known`);
}

function days(reading: EveryDay): Day[] {
  const thresholds = Object.values(reading.policy.table.rules['mandate-ending'].thresholds);
  const ahead = mandate(reading).steps.flatMap(([, fact]) =>
    fact?.type === 'MandateRenewed' ? thresholds.map((count) => addDays(fact.data.until, -count)) : [],
  );
  return [...mandateDays(reading), ...ahead];
}
