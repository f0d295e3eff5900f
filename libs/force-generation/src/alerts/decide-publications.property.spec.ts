import fc from 'fast-check';
import { log } from '../../testing/drawn-logs.js';
import { tenDays } from '../../testing/drawn-values.js';
import { inBatches, shuffled } from '../../testing/orders.js';
import { settings } from '../../testing/settings.js';
import { canonical, otherPolicy, policy } from '../../testing/read-out.js';
import type { Saying } from '../alert.js';
import { addDays, beginningOfTime, type Day } from '../day.js';
import type { Fact } from '../facts.js';
import { Ledger } from '../ledger/ledger.js';
import type { AdoptedPolicy } from '../policy.js';
import { Chronicle } from '../chronicle.js';
import { Reading } from '../reading.js';
import { assess, assessmentNow, assessmentOf, type Assessment } from './assessment.js';
import { decidePublications } from './decide-publications.js';

/** What is recorded between two turns of the day, and the policy that is in force then. */
interface RecordedDay {
  readonly on: Day;
  readonly policy: AdoptedPolicy;
  readonly facts: readonly Fact[];
}

/** Turned days with the facts cut among them. */
const recordedDays = (facts: readonly Fact[], turned: readonly Turned[]): readonly RecordedDay[] =>
  turned.map(({ on, isOther }, index) => ({
    on,
    policy: isOther ? otherPolicy : policy,
    facts: facts.filter((_, at) => Math.floor((at * turned.length) / facts.length) === index),
  }));

interface Turned {
  readonly on: Day;
  readonly isOther: boolean;
}

const turnedDays: fc.Arbitrary<readonly Turned[]> = fc
  .array(fc.record({ on: fc.constantFrom(...tenDays.slice(3)), later: fc.constantFrom(0, 1, 14, 30, 200) }), {
    minLength: 1,
    maxLength: 5,
  })
  .chain((drawn) => {
    const days = [...new Set(drawn.map(({ on, later }) => addDays(on, later)))].sort();
    return fc.tuple(...days.map((on) => fc.record({ on: fc.constant(on), isOther: fc.constantFrom(false, false, false, true) })));
  });

/** The assessor without its log: folds a batch, assesses, says what is due. */
class Assessor {
  readonly lastSaid = new Map<string, Saying>();
  private readonly ledger: Ledger;
  private chronicle: Chronicle | undefined;
  private today: Day | undefined;

  /** Reads recent days from `begins` on. */
  constructor(
    private readonly mission: string,
    private readonly begins: readonly Day[],
  ) {
    this.ledger = new Ledger(mission);
  }

  take(batch: readonly Fact[], day: RecordedDay): void {
    for (const fact of batch) {
      const touched = this.ledger.fold(fact);
      this.chronicle?.forget(touched);
    }
    this.chronicle ??= new Chronicle(this.ledger, { policy: day.policy });
    this.chronicle.adopt(day.policy);
    this.today = day.on;
    const due = this.due();
    expect(canonical(due)).toBe(canonical(this.dueOfAllDays()));
    for (const saying of due) this.say(saying, day);
    expect(this.due()).toEqual([]);
  }

  due(): readonly Saying[] {
    const whole = new Reading(this.chronicle!, this.today!);
    const depths = this.begins.map((begins) => whole.since(begins));
    return this.dueWhere(assessmentNow(depths, this.lastSaid));
  }

  /** What would be due of all days, worked out from scratch. */
  dueOfAllDays(): readonly Saying[] {
    const chronicle = new Chronicle(this.ledger, { policy: this.chronicle!.policy });
    return this.dueWhere(assessmentOf(new Reading(chronicle, this.today!)));
  }

  private dueWhere(assessment: Assessment): readonly Saying[] {
    return decidePublications(this.lastSaid, assessment, { upTo: this.ledger.position, causesOf: () => [] });
  }

  private say(saying: Saying, { on }: RecordedDay): void {
    const before = this.lastSaid.get(saying.alert.key);
    expect(saying.revision).toBe((before?.revision ?? 0) + 1);
    expect(saying.on).toBe(on);
    expect(saying.name).toBe(nameFor(saying, before));
    this.lastSaid.set(saying.alert.key, saying);
  }

  /** What anybody who has read all sayings takes for open. */
  get open(): string {
    const said = [...this.lastSaid.values()].filter(({ name }) => name !== 'AlertResolved').map(({ alert }) => alert);
    return canonical(said.sort((a, b) => (a.key < b.key ? -1 : 1)));
  }
}

/** rules.md, section 5: which saying leads from what was said last to this one. */
function nameFor({ name, alert }: Saying, before: Saying | undefined): Saying['name'] {
  if (before === undefined || before.name === 'AlertResolved') return 'AlertRaised';
  // An episode that began after the last saying is another one: the one said is over.
  if (name === 'AlertResolved' || alert.since > before.on) return 'AlertResolved';
  if (alert.state === 'unknown' && before.alert.state !== 'unknown') return 'AlertUnknown';
  if (alert.reopened && !before.alert.reopened) return 'AlertReopened';
  return 'AlertChanged';
}

const trulyOpen = (mission: string, facts: readonly Fact[], { on, policy: adopted }: RecordedDay): string =>
  canonical([...assess(facts, { mission, today: on, policy: adopted }).alerts].sort((a, b) => (a.key < b.key ? -1 : 1)));

/** On, before or after any of the days on which something happens. */
const begins = fc
  .array(
    fc.tuple(fc.constantFrom(...tenDays), fc.integer({ min: -400, max: 40 })).map(([day, count]) => addDays(day, count)),
    { minLength: 1, maxLength: 2 },
  )
  .map((days) => days.sort().reverse());

it('what was last said is what is true, at the end of every day and whatever the batches and their order', () => {
  fc.assert(
    fc.property(log, fc.nat(), turnedDays, begins, ({ mission, facts }, seed, turned, recently) => {
      const assessors = [new Assessor(mission, [beginningOfTime]), new Assessor(mission, recently)] as const;
      const folded: Fact[] = [];
      for (const day of recordedDays(shuffled(facts, seed), turned)) {
        for (const batch of [[], ...inBatches(day.facts, seed)]) assessors[0].take(batch, day);
        for (const batch of [[], ...inBatches(shuffled(day.facts, seed + 1), seed + 2)]) assessors[1].take(batch, day);
        folded.push(...day.facts);
        const truth = trulyOpen(mission, folded, day);
        for (const assessor of assessors) expect(assessor.open).toBe(truth);
      }
    }),
    settings,
  );
});
