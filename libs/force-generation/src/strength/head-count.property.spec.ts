import fc from 'fast-check';
import { log } from '../../testing/drawn-logs.js';
import { personnelType, tenDays, today } from '../../testing/drawn-values.js';
import { headCountOnADay } from '../../testing/head-count-on-a-day.js';
import { policy } from '../../testing/read-out.js';
import { settings } from '../../testing/settings.js';
import { addDays } from '../day.js';
import { Ledger } from '../ledger/ledger.js';
import { readLedger } from '../reading.js';
import { headCountsToday } from './head-count.js';

it('a head-count is on each day what its return and its units say of that day', () => {
  const types = fc.uniqueArray(personnelType, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(log, today, types, fc.nat({ max: 400 }), ({ mission, facts }, on, counted, start) => {
      const ledger = new Ledger(mission);
      for (const fact of facts) ledger.fold(fact);
      const reading = readLedger(ledger, { today: on, policy });
      for (let index = 0; index < 40; index += 1) {
        const day = addDays(tenDays[0]!, start + index);
        const expected = headCountOnADay(reading, counted, day);
        if (day <= on)
          expect([day, headCountsToday(reading, counted).at(day)]).toEqual([day, expected && expect.objectContaining(expected)]);
      }
    }),
    settings,
  );
});
