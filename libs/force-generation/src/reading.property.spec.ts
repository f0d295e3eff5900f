import fc from 'fast-check';
import { log } from '../testing/drawn-logs.js';
import { personnelType, tenDays } from '../testing/drawn-values.js';
import { inBatches, shuffledWithRepeats } from '../testing/orders.js';
import { settings } from '../testing/settings.js';
import { otherPolicy, policy, readOut } from '../testing/read-out.js';
import { assess, assessmentOf } from './alerts/assessment.js';
import { addDays, laterOf, type Day } from './day.js';
import type { Fact } from './facts.js';
import { Ledger } from './ledger/ledger.js';
import type { AdoptedPolicy } from './policy.js';
import { Chronicle } from './chronicle.js';
import { Reading } from './reading.js';
import { allRules } from './rules/all-rules.js';
import { conditionsOf } from './rules/spans.js';
import { headCountsToday } from './strength/head-count.js';

/** What may happen to a reading between two batches. */
type Doing =
  | { readonly kind: 'go on'; readonly days: number }
  | { readonly kind: 'adopt'; readonly policy: AdoptedPolicy }
  | { readonly kind: 'assess' }
  | { readonly kind: 'read a part'; readonly rule: number; readonly type: Parameters<typeof headCountsToday>[1][number] }
  | { readonly kind: 'look back'; readonly days: number };

const doing: fc.Arbitrary<Doing> = fc.oneof(
  fc.record({ kind: fc.constant('go on' as const), days: fc.constantFrom(0, 1, 14, 30, 90, 200) }),
  fc.record({ kind: fc.constant('adopt' as const), policy: fc.constantFrom(policy, otherPolicy) }),
  fc.record({ kind: fc.constant('assess' as const) }),
  fc.record({ kind: fc.constant('look back' as const), days: fc.integer({ min: -100, max: 700 }) }),
  fc.record({ kind: fc.constant('read a part' as const), rule: fc.nat({ max: allRules.length - 1 }), type: personnelType }),
);

/** A chronicle that goes on with its ledger, beside all the facts that it was given. */
class GoingOn {
  readonly facts: Fact[] = [];
  private readonly ledger: Ledger;
  private readonly chronicle: Chronicle;

  constructor(
    private readonly mission: string,
    private today: Day,
    private policy: AdoptedPolicy,
  ) {
    this.ledger = new Ledger(mission);
    this.chronicle = new Chronicle(this.ledger, { policy });
  }

  fold(batch: readonly Fact[]): void {
    for (const fact of batch) this.chronicle.forget(this.ledger.fold(fact));
    this.facts.push(...batch);
  }

  do(what: Doing): void {
    if (what.kind === 'go on') this.today = addDays(this.today, what.days);
    if (what.kind === 'adopt') this.policy = what.policy;
    this.chronicle.adopt(this.policy);
    if (what.kind === 'assess') this.equalsFromScratch();
    if (what.kind === 'look back') this.equalsFromScratch(addDays(this.today, -what.days));
    if (what.kind === 'read a part') {
      const rule = allRules[what.rule]!;
      const reading = new Reading(this.chronicle, this.today);
      for (const subject of rule.subjects(reading).slice(0, 2)) conditionsOf(reading, rule, subject);
      headCountsToday(reading, [what.type]);
    }
  }

  /** On today, or on any other day: all are read from one chronicle. */
  equalsFromScratch(today = this.today): void {
    const { mission, policy: adopted } = this;
    const fromScratch = assess(this.facts, { mission, today, policy: adopted });
    expect(readOut(assessmentOf(new Reading(this.chronicle, today)))).toBe(readOut(fromScratch));
  }
}

it('a chronicle that forgets what was touched equals one from scratch, whichever day it is read from', () => {
  const days = fc.constantFrom(...tenDays.map((day) => laterOf(day, '2017-06-30')));
  fc.assert(
    fc.property(
      log,
      fc.nat(),
      days,
      fc.array(doing, { minLength: 1, maxLength: 8 }),
      ({ mission, facts }, seed, from, doings) => {
        const goingOn = new GoingOn(mission, from, policy);
        inBatches(shuffledWithRepeats(facts, seed), seed).forEach((batch, index) => {
          goingOn.fold(batch);
          goingOn.do(doings[index % doings.length]!);
        });
        goingOn.equalsFromScratch();
      },
    ),
    settings,
  );
});
