import fc from 'fast-check';
import { log } from '../../testing/drawn-logs.js';
import { today } from '../../testing/drawn-values.js';
import { policy } from '../../testing/read-out.js';
import { settings } from '../../testing/settings.js';
import { addDays, type Day } from '../day.js';
import { Ledger } from '../ledger/ledger.js';
import { readLedger } from '../reading.js';
import { curveFigures, describeCurves, type ComponentCurves, type CurveStep, type HeldDays } from './describe-curves.js';

const within = fc.record({ back: fc.integer({ min: -30, max: 400 }), days: fc.integer({ min: 0, max: 500 }) });

const isHeldOn = (day: Day, held: readonly HeldDays[]): readonly string[] =>
  held.filter(({ from, until }) => from <= day && day <= until).map(({ state }) => state);

it('a part of the curves says of its days what the whole ones say', () => {
  fc.assert(
    fc.property(log, today, within, ({ mission, facts }, now, { back, days }) => {
      const ledger = new Ledger(mission);
      for (const fact of facts) ledger.fold(fact);
      const curves = (from: Day, to: Day): readonly ComponentCurves[] =>
        describeCurves(readLedger(ledger, { today: now, policy }), { from, to }).components;
      const from = addDays(now, -back);
      const to = addDays(from, days);
      const whole = curves('2010-01-01', '2030-01-01');
      const part = curves(from, to);
      for (let day = from; day <= to; day = addDays(day, 7)) {
        const said = ({ component, held, ...figures }: ComponentCurves) => [
          component,
          isHeldOn(day, held),
          ...curveFigures.map((figure) => saidOn(day, now, figure, figures[figure])),
        ];
        expect([day, part.map(said)]).toEqual([day, whole.map(said)]);
      }
    }),
    settings,
  );
});

/** Of days ahead nobody says what is deployed. */
const saidOn = (day: Day, now: Day, figure: (typeof curveFigures)[number], steps: readonly CurveStep[] | undefined) =>
  day > now && (figure === 'deployed' || figure === 'women') ? null : steps?.findLast(([from]) => from <= day)?.[1];
