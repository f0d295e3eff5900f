import fc from 'fast-check';
import { factsOf, isCorrection, mission, replacesOf, retractionOf } from '../../testing/drawn-logs.js';
import { day, today } from '../../testing/drawn-values.js';
import { settings } from '../../testing/settings.js';
import { policy, readOut } from '../../testing/read-out.js';
import { assess } from '../alerts/assessment.js';
import { addDays } from '../day.js';
import type { Fact } from '../facts.js';

/** A log, and the facts of it less one. */
const logAndOne = mission.chain((name) =>
  fc.tuple(factsOf(name), fc.nat()).map(([facts, which]) => {
    const one = facts[which % facts.length]!;
    return { mission: name, one, others: facts.filter((fact) => fact !== one) };
  }),
);

/** Whether the fact is said to be replaced by another: that one stays so where the fact itself is retracted. */
const isNamed = (one: Fact, others: readonly Fact[]): boolean =>
  others.some((fact) => fact.source === one.source && replacesOf(fact) === one.id);

it('a retracted fact leaves no trace, whether the retraction comes first or last', () => {
  fc.assert(
    fc.property(logAndOne, day, today, fc.boolean(), ({ mission: name, one, others }, retractedOn, on, isFirst) => {
      fc.pre(one.type !== 'FactRetracted');
      // A retracted return passes on what it replaces to the one that replaces it (facts.md, section 4): that trace is meant.
      fc.pre(replacesOf(one) === undefined || !isNamed(one, others));
      const retraction = retractionOf(one, isFirst ? 0 : 99, retractedOn);
      const both = isFirst ? [retraction, ...others, one] : [one, ...others, retraction];
      const from = { mission: name, today: on, policy };
      expect(readOut(assess(both, from))).toBe(readOut(assess(others, from)));
    }),
    settings,
  );
});

it('a fact leaves every assessment at a day before its own as it was', () => {
  const before = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 120 }));
  fc.assert(
    fc.property(logAndOne, before, ({ mission: name, one, others }, days) => {
      fc.pre(!isCorrection(one));
      const from = { mission: name, today: addDays(one.data.on, -days), policy };
      expect(readOut(assess([...others, one], from))).toBe(readOut(assess(others, from)));
    }),
    settings,
  );
});
