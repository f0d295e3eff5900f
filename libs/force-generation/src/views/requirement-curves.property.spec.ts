import fc from 'fast-check';
import { log } from '../../testing/drawn-logs.js';
import { today } from '../../testing/drawn-values.js';
import { policy } from '../../testing/read-out.js';
import { settings } from '../../testing/settings.js';
import { addDays, earlierOf, type Day } from '../day.js';
import { Ledger } from '../ledger/ledger.js';
import { readLedger } from '../reading.js';
import { balanceOf, coverageOf } from '../supply/coverage.js';
import { requirementOn } from '../supply/requirement.js';
import { strengthNames } from '../supply/supply-item.js';
import { requirementCurves, type RequirementCurves } from './requirement-curves.js';

const daysBackAndAhead = 45;

const on = (steps: readonly (readonly [Day, number | null])[] | undefined, day: Day): number | null =>
  steps?.findLast(([from]) => from <= day)?.[1] ?? null;

it('the supply of a requirement on each day is what a reading of that day tells, ahead what today tells', () => {
  fc.assert(
    fc.property(log, today, ({ mission, facts }, now) => {
      const ledger = new Ledger(mission);
      for (const fact of facts) ledger.fold(fact);
      const read = (day: Day) => readLedger(ledger, { today: day, policy });
      const [from, to] = [addDays(now, -daysBackAndAhead), addDays(now, daysBackAndAhead)];
      const curves = requirementCurves(read(now), { from, to, strengths: strengthNames });
      for (let day = from; day <= to; day = addDays(day, 1)) {
        const reading = read(earlierOf(day, now));
        const told = ({ requirement, units, personnel }: RequirementCurves) =>
          strengthNames.map((strength) => [requirement, strength, on(units[strength], day), on(personnel[strength], day)]);
        const expected = ({ requirement }: RequirementCurves) =>
          strengthNames.map((strength) => {
            const need = requirementOn(reading, requirement, reading.today);
            if (need === undefined) return [requirement, strength, null, null];
            // Of days ahead nothing is deployed yet: the last that is told is today's.
            const asked = { today: reading.today, day: strength === 'deployed' ? reading.today : day, strength };
            const { units, personnel } = coverageOf(balanceOf(reading, need.data.capability), need, asked);
            return [requirement, strength, units, personnel];
          });
        expect([day, curves.flatMap(told)]).toEqual([day, curves.flatMap(expected)]);
      }
    }),
    settings,
  );
});
