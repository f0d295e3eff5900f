import fc from 'fast-check';
import { log } from '../../testing/drawn-logs.js';
import { today } from '../../testing/drawn-values.js';
import { policy } from '../../testing/read-out.js';
import { settings } from '../../testing/settings.js';
import { addDays, type Day } from '../day.js';
import { Ledger } from '../ledger/ledger.js';
import { readLedger, type Reading } from '../reading.js';
import { allSupply, balanceOf, coverageOf } from './coverage.js';
import { pledgeOn } from './pledge-history.js';
import { requirementNames, requirementOn } from './requirement.js';
import { strengthNames, type SupplyItem } from './supply-item.js';

const daysAhead = [0, 1, 30, 180, 366];

/** What is counted more than once: a unit, or the units of a pledge beyond those that it offers. */
function countedTwice(reading: Reading, items: readonly SupplyItem[]): readonly string[] {
  const unitsOf = (kind: SupplyItem['kind']) => {
    const units = new Map<string, number>();
    for (const item of items) if (item.kind === kind) units.set(item.name, (units.get(item.name) ?? 0) + item.units);
    return [...units];
  };
  return [
    ...unitsOf('unit').filter(([, units]) => units > 1),
    ...unitsOf('pledge').filter(([pledge, units]) => {
      const { terms, units: named } = pledgeOn(reading, pledge, reading.today);
      return units + named.length > terms!.units;
    }),
  ].map(([name, units]) => `${name} counts ${units} times`);
}

/** What meets the needs of the mission on a day, all of them together. */
function meeting(reading: Reading, day: Day, strength: SupplyItem['strength']): readonly SupplyItem[] {
  return requirementNames(reading)
    .flatMap((name) => requirementOn(reading, name, reading.today) ?? [])
    .flatMap((need) => coverageOf(balanceOf(reading, need.data.capability), need, { today: reading.today, day, strength }).items);
}

it('a unit and a pledge count once, in their firmest strength, for one need, on any day', () => {
  fc.assert(
    fc.property(log, today, ({ mission, facts }, on) => {
      const ledger = new Ledger(mission);
      for (const fact of facts) ledger.fold(fact);
      const reading = readLedger(ledger, { today: on, policy });
      const all = allSupply(reading).flatMap((supply) => supply.at(on));
      expect(countedTwice(reading, all)).toEqual([]);
      for (const ahead of daysAhead)
        for (const strength of strengthNames)
          expect(countedTwice(reading, meeting(reading, addDays(on, ahead), strength))).toEqual([]);
    }),
    settings,
  );
});
