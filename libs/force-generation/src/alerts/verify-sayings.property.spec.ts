import fc from 'fast-check';
import { log } from '../../testing/drawn-logs.js';
import { tenDays } from '../../testing/drawn-values.js';
import { inBatches, shuffled } from '../../testing/orders.js';
import { settings } from '../../testing/settings.js';
import { otherPolicy, policy } from '../../testing/read-out.js';
import type { Saying } from '../alert.js';
import type { Day } from '../day.js';
import type { Fact } from '../facts.js';
import { Ledger } from '../ledger/ledger.js';
import type { AdoptedPolicy } from '../policy.js';
import { readLedger } from '../reading.js';
import { assessmentOf } from './assessment.js';
import { decidePublications } from './decide-publications.js';
import { verifySayings } from './verify-sayings.js';

const turned = (mission: string, on: Day): Fact => ({
  type: 'DayTurned',
  source: '/muster/clock',
  id: `day/${mission}/${on}`,
  subject: mission,
  position: 0,
  knownOn: on,
  data: { on },
});

const adopted = (mission: string, on: Day, { hash, table }: AdoptedPolicy): Fact => ({
  ...{ type: 'PolicyAdopted', source: '/muster/policy', id: `policy/${mission}/${on}/${hash}`, subject: mission },
  ...{ position: 0, knownOn: on, data: { on, hash, table } },
});

/** A stream as Muster records it: batches that begin with a day or a policy where one is new, in the order of their positions. */
function streamOf(mission: string, facts: readonly Fact[], seed: number): readonly (readonly Fact[])[] {
  const batches = inBatches(shuffled(facts, seed), seed).map((batch, index) => {
    const on = tenDays[3 + index];
    const isNew = on !== undefined && (seed + index) % 3 > 0;
    const policies = index === 0 ? [policy] : isNew && (seed + index) % 5 === 0 ? [otherPolicy] : [];
    const own = [...policies.map((one) => adopted(mission, on!, one)), ...(isNew || index === 0 ? [turned(mission, on!)] : [])];
    return [...own, ...batch];
  });
  let position = 0;
  return batches.map((batch) => batch.map((fact) => ({ ...fact, position: (position += 1) })));
}

/** What is said after each batch. */
function saidAfter(mission: string, stream: readonly (readonly Fact[])[]): readonly Saying[] {
  const ledger = new Ledger(mission);
  const lastSaid = new Map<string, Saying>();
  return stream.flatMap((batch) => {
    for (const fact of batch) ledger.fold(fact);
    const reading = readLedger(ledger, { today: ledger.today!, policy: ledger.policy! });
    const due = decidePublications(lastSaid, assessmentOf(reading), { upTo: ledger.position, causesOf: () => [] });
    for (const saying of due) lastSaid.set(saying.alert.key, saying);
    return due;
  });
}

it('what was said follows from the facts up to its position, and nothing else does', () => {
  fc.assert(
    fc.property(log, fc.nat(), fc.nat(), ({ mission, facts }, seed, which) => {
      const stream = streamOf(mission, facts, seed);
      const all = stream.flat();
      const sayings = saidAfter(mission, stream);
      expect(verifySayings(mission, all, sayings, all.length)).toEqual([]);
      if (sayings.length === 0) return;
      const lost = sayings.filter((_, index) => index !== which % sayings.length);
      expect(verifySayings(mission, all, lost, all.length)).not.toEqual([]);
    }),
    settings,
  );
});
