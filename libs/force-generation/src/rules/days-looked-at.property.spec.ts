import fc from 'fast-check';
import { log } from '../../testing/drawn-logs.js';
import { day, tenDays, today } from '../../testing/drawn-values.js';
import { settings } from '../../testing/settings.js';
import { otherPolicy, policy, readOut } from '../../testing/read-out.js';
import { assess } from '../alerts/assessment.js';
import { addDays, type Day } from '../day.js';
import type * as AllRules from './all-rules.js';
import type { Look, Rule } from './rule.js';

/** Days on which every condition is looked at beside those that its rule names. */
const mockAlsoLookedAt: { days: readonly Day[] } = { days: [] };

jest.mock('./all-rules.js', () => {
  const { allRules } = jest.requireActual<typeof AllRules>('./all-rules.js');
  return { allRules: allRules.map((rule) => mockLookingMore(rule)) };
});

function mockLookingMore(rule: Rule): Rule {
  return 'look' in rule
    ? { ...rule, look: (reading, subject) => mockWithMoreDays(rule.look(reading, subject)) }
    : {
        ...rule,
        lookAtReturns: (reading, subject, told) => mockWithMoreDays(rule.lookAtReturns(reading, subject, told)),
      };
}

function mockWithMoreDays(look: Look): Look {
  return {
    ...look,
    days: (from) => {
      const days = [...look.days(from)];
      // Before the first day that it names a rule has nothing to say, and need not bear to be asked.
      const first = [...days].sort()[0];
      return [...days, ...mockAlsoLookedAt.days.filter((day) => first !== undefined && day > first)];
    },
  };
}

/**
 * A rule names the days on which its condition may change, and looks at no other: thresholds crossed in silence would be missed. So
 * whatever days are looked at besides, what comes out is the same.
 */
it('a condition changes on no day that its rule does not look at', () => {
  // Some days anywhere find what is never looked at, a month of days what is looked at a day too late.
  const more = fc
    .tuple(day, fc.nat({ max: 400 }), fc.array(fc.nat({ max: 900 }), { maxLength: 10 }))
    .map(([from, start, others]) => [
      ...Array.from({ length: 30 }, (_, index) => addDays(from, start + index)),
      ...others.map((offset) => addDays(tenDays[0]!, offset)),
    ]);
  fc.assert(
    fc.property(log, today, fc.constantFrom(policy, otherPolicy), more, ({ mission, facts }, on, adopted, days) => {
      const from = { mission, today: on, policy: adopted };
      mockAlsoLookedAt.days = [];
      const asNamed = readOut(assess(facts, from));
      mockAlsoLookedAt.days = days;
      expect(readOut(assess(facts, from))).toBe(asNamed);
    }),
    settings,
  );
});
