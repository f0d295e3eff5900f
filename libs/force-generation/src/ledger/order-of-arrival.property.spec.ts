import fc from 'fast-check';
import { factsOf, isCorrection, log } from '../../testing/drawn-logs.js';
import { missions, day, today } from '../../testing/drawn-values.js';
import { shuffledWithRepeats } from '../../testing/orders.js';
import { settings } from '../../testing/settings.js';
import { policy, readOut } from '../../testing/read-out.js';
import { assess, assessmentOf } from '../alerts/assessment.js';
import type { Day } from '../day.js';
import type { Fact } from '../facts.js';
import { readLedger, type ReadFrom } from '../reading.js';
import { Ledger } from './ledger.js';

const ledgerOf = (mission: string, facts: readonly Fact[]): Ledger => {
  const ledger = new Ledger(mission);
  for (const fact of facts) ledger.fold(fact);
  return ledger;
};

const readFrom = (ledger: Ledger, from: Omit<ReadFrom, 'policy'>): string =>
  readOut(assessmentOf(readLedger(ledger, { ...from, policy })));

describe('any order of arrival gives the same assessment', () => {
  it('of one mission, with facts that come twice', () => {
    fc.assert(
      fc.property(log, fc.nat(), today, ({ mission, facts }, seed, on) => {
        const inOrder = ledgerOf(mission, facts);
        const shuffled = ledgerOf(mission, shuffledWithRepeats(facts, seed));
        expect(readFrom(shuffled, { today: on })).toBe(readFrom(inOrder, { today: on }));
      }),
      settings,
    );
  });

  it('of three missions whose facts come in between each other', () => {
    const logs = fc.tuple(...missions.map((mission, index) => factsOf(mission, { from: 1 + 100 * index, atMost: 15 })));
    fc.assert(
      fc.property(logs, fc.nat(), today, (all, seed, on) => {
        const ledgers = new Map(missions.map((mission) => [mission as string, new Ledger(mission)]));
        for (const fact of shuffledWithRepeats(all.flat(), seed)) ledgers.get(fact.subject)!.fold(fact);
        missions.forEach((mission, index) =>
          expect(readFrom(ledgers.get(mission)!, { today: on })).toBe(readFrom(ledgerOf(mission, all[index]!), { today: on })),
        );
      }),
      settings,
    );
  });
});

describe('an assessment of another time is an assessment of fewer facts', () => {
  interface Asked {
    readonly knownAt: Day;
    readonly position: number;
  }
  const asked = fc.record({ knownAt: day, position: fc.nat({ max: 40 }) });

  const fewer = (title: string, from: (asked: Asked) => Partial<Asked>, isRead: (fact: Fact, asked: Asked) => boolean) =>
    it(title, () => {
      fc.assert(
        fc.property(log, fc.nat(), today, asked, ({ mission, facts }, seed, on, ask) => {
          const whole = ledgerOf(mission, shuffledWithRepeats(facts, seed));
          const fromFewer = assess(
            facts.filter((fact) => isRead(fact, ask)),
            { mission, today: on, policy },
          );
          expect(readFrom(whole, { today: on, ...from(ask) })).toBe(readOut(fromFewer));
        }),
        settings,
      );
    });

  fewer(
    'known at a day: of the facts known on or before it',
    ({ knownAt }) => ({ knownAt }),
    (fact, { knownAt }) => fact.knownOn <= knownAt,
  );
  fewer(
    'up to a position: of the facts up to it',
    ({ position }) => ({ position }),
    (fact, { position }) => fact.position <= position,
  );
  fewer(
    'known at a day up to a position: of the facts that are both',
    (both) => both,
    (fact, { knownAt, position }) => fact.knownOn <= knownAt && fact.position <= position,
  );

  it('as of a day: of the facts of that day or before, and of all corrections', () => {
    fc.assert(
      fc.property(log, today, ({ mission, facts }, on) => {
        const read = facts.filter((fact) => fact.data.on <= on || isCorrection(fact));
        expect(readOut(assess(facts, { mission, today: on, policy }))).toBe(
          readOut(assess(read, { mission, today: on, policy })),
        );
      }),
      settings,
    );
  });
});
