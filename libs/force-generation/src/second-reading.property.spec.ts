import fc from 'fast-check';
import { policy } from '../testing/read-out.js';
import { componentsReadASecondTime } from '../testing/second-reading/components-read-a-second-time.js';
import { drawnSet } from '../testing/second-reading/drawn-sets.js';
import { readASecondTime, rulesReadTwice, type ToldOfKey } from '../testing/second-reading/read-a-second-time.js';
import { settings } from '../testing/settings.js';
import { assessmentOf, type Verdict } from './alerts/assessment.js';
import type { Day } from './day.js';
import type { Fact } from './facts.js';
import { Ledger } from './ledger/ledger.js';
import { readLedger, type Reading } from './reading.js';
import { describeMission } from './views/describe-mission.js';

const readFrom = (facts: readonly Fact[], mission: string, today: Day): Reading => {
  const ledger = new Ledger(mission);
  for (const fact of facts) ledger.fold(fact);
  return readLedger(ledger, { today, policy });
};

/** What Muster says of the key, as far as the second reading tells it too: a figure that the rules do not name is left out. */
const toldOf = ({ episodes, alert }: Verdict, expected: ToldOfKey | undefined): ToldOfKey => {
  const named = Object.keys(expected?.alert?.figures ?? {});
  return {
    episodes: episodes.map(({ since, firingSince, closedOn }) => ({ since, firingSince, closedOn })),
    ...(alert && {
      alert: {
        state: alert.state,
        reopened: alert.reopened ?? false,
        severity: alert.severity,
        baseSeverity: alert.baseSeverity,
        since: alert.since,
        firingSince: alert.firingSince,
        figures: Object.fromEntries(Object.entries(alert.figures).filter(([name]) => named.includes(name))),
      },
    }),
  };
};

const toldByMuster = (reading: Reading, expected: ReadonlyMap<string, ToldOfKey>) => {
  const names = rulesReadTwice.map(({ name }) => name);
  const verdicts = [...assessmentOf(reading).verdicts.values()];
  return verdicts
    .filter(({ rule, episodes }) => names.includes(rule.name) && episodes.length > 0)
    .map((verdict) => [verdict.key, toldOf(verdict, expected.get(verdict.key))] as const)
    .sort(byKey);
};

const byKey = ([a]: readonly [string, ToldOfKey], [b]: readonly [string, ToldOfKey]): number => (a < b ? -1 : 1);

describe('the rules, written a second time from their text and day by day', () => {
  it('say the same of every key and component', () => {
    fc.assert(
      fc.property(drawnSet, ({ mission, facts, todays }) => {
        for (const today of todays) {
          const reading = readFrom(facts, mission, today);
          const expected = readASecondTime(facts, mission, today);
          expect([today, toldByMuster(reading, expected)]).toEqual([today, [...expected].sort(byKey)]);
          const components = componentsReadASecondTime(facts, today);
          expect([today, describeMission(reading).components]).toEqual([
            today,
            components.map((figures) => expect.objectContaining(figures)),
          ]);
        }
      }),
      settings,
    );
  });
});
