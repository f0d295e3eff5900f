import fc from 'fast-check';
import { log } from '../../testing/drawn-logs.js';
import { today } from '../../testing/drawn-values.js';
import { shuffledWithRepeats } from '../../testing/orders.js';
import { canonical, policy } from '../../testing/read-out.js';
import { settings } from '../../testing/settings.js';
import { addDays } from '../day.js';
import type { Fact } from '../facts.js';
import { Ledger } from '../ledger/ledger.js';
import { personnelTypes } from '../personnel.js';
import { readLedger, type Reading } from '../reading.js';
import { cellsOn } from '../strength/cells-on.js';
import { headCountsToday } from '../strength/head-count.js';
import { describeMission } from '../views/describe-mission.js';
import { waterfalls, type Waterfall } from './waterfall.js';

const ledgerOf = (mission: string, facts: readonly Fact[]): Ledger => {
  const ledger = new Ledger(mission);
  for (const fact of facts) ledger.fold(fact);
  return ledger;
};

/** The last report and this one, each read from a day and a position of its own. */
const asked = fc.record({ on: today, days: fc.integer({ min: 1, max: 70 }), position: fc.nat({ max: 40 }), seed: fc.nat() });
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

const readings = (ledger: Ledger, { on, days, position }: Asked): { readonly reading: Reading; readonly last: Reading } => ({
  reading: readLedger(ledger, { today: on, policy }),
  last: readLedger(ledger, { today: addDays(on, -days), policy, position }),
});

const remainder = ({ from, to, parts }: Waterfall): number =>
  from === null || to === null ? parts.length : from + parts.reduce((sum, { change }) => sum + change, 0) - to;

describe('a waterfall', () => {
  it('sums to zero error for any facts, whatever came in late, for the mission and per component', () => {
    fc.assert(
      fc.property(log, asked, ({ mission, facts }, ask) => {
        const { reading, last } = readings(ledgerOf(mission, facts), ask);
        const { components, ...whole } = waterfalls(reading, last);
        expect([whole, ...components].map(remainder)).toEqual([0, 0, 0]);
      }),
      settings,
    );
  });

  it('goes from the strength that the last report gave to that of the mission door', () => {
    fc.assert(
      fc.property(log, asked, ({ mission, facts }, ask) => {
        const { reading, last } = readings(ledgerOf(mission, facts), ask);
        const deployed = (of: Reading) => describeMission(of).components.map((component) => component.deployed);
        const { components } = waterfalls(reading, last);
        expect(components.map(({ from }) => from)).toEqual(deployed(last));
        expect(components.map(({ to }) => to)).toEqual(deployed(reading));
      }),
      settings,
    );
  });

  it('is the same whatever the order of arrival, and each part has its facts', () => {
    fc.assert(
      fc.property(log, asked, ({ mission, facts }, ask) => {
        const [one, other] = [ledgerOf(mission, facts), ledgerOf(mission, shuffledWithRepeats(facts, ask.seed))].map((ledger) => {
          const { reading, last } = readings(ledger, ask);
          return waterfalls(reading, last);
        });
        expect(canonical(other)).toBe(canonical(one));
        const known = new Set(facts.map(({ position }) => position));
        for (const { facts: cited } of one!.parts) expect(cited.length > 0 && cited.every((fact) => known.has(fact))).toBe(true);
      }),
      settings,
    );
  });
});

it('the cells of a day sum to its head-count', () => {
  fc.assert(
    fc.property(log, asked, ({ mission, facts }, ask) => {
      const { reading } = readings(ledgerOf(mission, facts), ask);
      const sum = [...cellsOn(reading, ask.on).values()].reduce((total, persons) => total + persons, 0);
      expect(sum).toBe(headCountsToday(reading, personnelTypes).at(ask.on)?.persons ?? 0);
    }),
    settings,
  );
});
