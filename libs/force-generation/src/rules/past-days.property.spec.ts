import fc from 'fast-check';
import { log } from '../../testing/drawn-logs.js';
import { today } from '../../testing/drawn-values.js';
import { canonical, policy } from '../../testing/read-out.js';
import { settings } from '../../testing/settings.js';
import { addDays, type Day } from '../day.js';
import type { Fact } from '../facts.js';
import { Ledger } from '../ledger/ledger.js';
import type { RuleName } from '../policy.js';
import { readLedger, type Reading } from '../reading.js';
import { toldToday, strengths } from '../strength/strength.js';
import { allRules } from './all-rules.js';
import type { Rule } from './rule.js';
import { conditionsOf, conditionsToday } from './spans.js';

const readNothingReturned: readonly RuleName[] = [
  'capability-gap',
  'unit-understrength',
  'equipment-shortfall',
  'pledge-lapsing',
  'pledge-stalled',
  'caveat-conflict',
  'dependency',
  'deployment-overdue',
  'hand-over-gap',
  'rotation-overdue',
  'mandate-ending',
];

/** Whether what its returns say of a day can still become another thing: by the end of a hold, or the first staff officers. */
function isSettled(reading: Reading): boolean {
  const returns = strengths(reading, toldToday(reading)).steps;
  const officers = returns[0]?.[1]!.byType.get('Staff Officer')!.published.men ?? 1;
  return officers > 0 && returns.every(([, strength]) => strength!.ret.complete && strength!.special.length === 0);
}

/** The rule's conditions of the days up to one; of clear days only that they are clear, since their figures are those of the last. */
const conditionsUpTo = (day: Day, rule: Rule, reading: Reading): string =>
  canonical(
    [...rule.subjects(reading)].sort().flatMap((subject) => {
      const all = conditionsToday(reading, rule, subject) ?? conditionsOf(reading, rule, subject);
      const spans = all.filter(({ from }) => from <= day);
      // What has ended before it began says nothing.
      if (spans.every(({ condition }) => condition.kind === 'ended')) return [];
      return spans.map(({ from, condition }) => [subject, from, condition.kind === 'clear' ? 'clear' : condition]);
    }),
  );

/** facts.md, section 1: a past day is read from facts of that day or before, and from no later one. */
it('what a day was stays what it was: later facts change no condition of an earlier day', () => {
  const later = fc.constantFrom(1, 14, 60, 200, 400);
  fc.assert(
    fc.property(log, today, later, ({ mission, facts }, on, days) => {
      const then = readingOf(mission, facts, on);
      const now = readingOf(mission, facts, addDays(on, days));
      const rules = isSettled(now) ? allRules : allRules.filter(({ name }) => readNothingReturned.includes(name));
      for (const rule of rules)
        expect([rule.name, conditionsUpTo(on, rule, now)]).toEqual([rule.name, conditionsUpTo(on, rule, then)]);
    }),
    settings,
  );
});

function readingOf(mission: string, facts: readonly Fact[], on: Day): Reading {
  const ledger = new Ledger(mission);
  for (const fact of facts) ledger.fold(fact);
  return readLedger(ledger, { today: on, policy });
}
