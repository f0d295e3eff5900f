import fc from 'fast-check';
import { log } from '../../testing/drawn-logs.js';
import { today } from '../../testing/drawn-values.js';
import { otherPolicy, policy } from '../../testing/read-out.js';
import { settings } from '../../testing/settings.js';
import { assessmentOf } from '../alerts/assessment.js';
import type { Alert } from '../alert.js';
import { Chronicle } from '../chronicle.js';
import { addDays } from '../day.js';
import { Ledger } from '../ledger/ledger.js';
import { Reading } from '../reading.js';
import { describeMission } from './describe-mission.js';

const counted = (alerts: readonly Alert[]): Record<string, number> => {
  const counts: Record<string, number> = { critical: 0, warning: 0, watch: 0, unknown: 0 };
  for (const { state, severity } of alerts) counts[state === 'unknown' ? 'unknown' : severity]! += 1;
  return counts;
};

it('the open alerts that a mission counts are those that are assessed, on any day', () => {
  fc.assert(
    fc.property(
      log,
      today,
      fc.array(fc.integer({ min: -700, max: 200 }), { maxLength: 4 }),
      fc.boolean(),
      ({ mission, facts }, on, shifts, isOther) => {
        const ledger = new Ledger(mission);
        for (const fact of facts) ledger.fold(fact);
        const chronicle = new Chronicle(ledger, { policy: isOther ? otherPolicy : policy });
        for (const shift of [0, ...shifts]) {
          const reading = new Reading(chronicle, addDays(on, shift));
          expect(describeMission(reading).openAlerts).toEqual(counted(assessmentOf(reading).alerts));
        }
      },
    ),
    settings,
  );
});
