import fc from 'fast-check';
import { log } from '../../testing/drawn-logs.js';
import { today } from '../../testing/drawn-values.js';
import { inBatches, shuffledWithRepeats } from '../../testing/orders.js';
import { canonical, policy } from '../../testing/read-out.js';
import { settings } from '../../testing/settings.js';
import { addDays } from '../day.js';
import { Ledger } from '../ledger/ledger.js';
import { Chronicle } from '../chronicle.js';
import { Reading, readLedger } from '../reading.js';
import { alertsInAnyState } from './alerts-in-any-state.js';
import { describeCalendar } from './describe-calendar.js';
import { describeContributors } from './describe-contributors.js';
import { describeCurves } from './describe-curves.js';
import { describeMission } from './describe-mission.js';
import { describeNeeds } from './describe-needs.js';
import { describePartners } from './describe-partners.js';
import { describePledges, describePledgesNamed } from './describe-pledges.js';
import { describeRequirements } from './describe-requirements.js';
import { describeTasks } from './describe-tasks.js';
import { describeUnits } from './describe-units.js';

/** The pledges of a mission, each with all that is told of it; there is none on standby. */
function allPledges(reading: Reading): unknown {
  const standby = readLedger(new Ledger('standby'), { today: reading.today, policy });
  const from = { missions: [reading], standby };
  return describePledges(from).map((line) => [line, describePledgesNamed(from, line.pledge)]);
}

/** All that the doors show of a mission, as text. */
const shown = (reading: Reading): string =>
  canonical(
    [
      describeMission,
      describeContributors,
      describeRequirements,
      describeTasks,
      describeNeeds,
      describeCalendar,
      describePartners,
      allPledges,
      describeUnits,
      alertsInAnyState,
      describeCurves,
    ].map((describe: (of: Reading) => unknown) => describe(reading)),
  );

it('any facts can be shown, and the same is shown whatever their order and their batches', () => {
  fc.assert(
    fc.property(log, today, fc.nat(), ({ mission, facts }, on, seed) => {
      const ledger = new Ledger(mission);
      for (const fact of facts) ledger.fold(fact);

      const grown = new Ledger(mission);
      const chronicle = new Chronicle(grown, { policy });
      inBatches(shuffledWithRepeats(facts, seed), seed).forEach((batch, index) => {
        for (const fact of batch) chronicle.forget(grown.fold(fact));
        if (index === 1) shown(new Reading(chronicle, addDays(on, -30)));
        if (index === 2) shown(new Reading(chronicle, on));
      });
      expect(shown(new Reading(chronicle, on))).toBe(shown(readLedger(ledger, { today: on, policy })));
    }),
    settings,
  );
});
