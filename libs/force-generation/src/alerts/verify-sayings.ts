import type { Alert, Saying } from '../alert.js';
import type { Fact } from '../facts.js';
import { Ledger } from '../ledger/ledger.js';
import { Chronicle } from '../chronicle.js';
import { Reading } from '../reading.js';
import { assessmentOf } from './assessment.js';
import { decidePublications, isSameAlert } from './decide-publications.js';

/** A saying that does not follow from the facts up to its position, or one that follows and was not said. */
export interface SayingDifference {
  readonly key: string;
  readonly revision: number;
  readonly upTo: number;
  readonly problem: string;
}

/**
 * Says everything again from the facts, at each position up to which something was said, and compares. Facts and sayings come in the
 * order of their positions; a policy and a day are facts among them. After the last saying nothing may be due up to `caughtUpTo`.
 */
export function verifySayings(
  mission: string,
  facts: readonly Fact[],
  sayings: readonly Saying[],
  caughtUpTo: number,
): readonly SayingDifference[] {
  const retold = new Retelling(mission, facts);
  const differences: SayingDifference[] = [];
  for (let next = 0; next < sayings.length;) {
    const { upTo } = sayings[next]!;
    const said: Saying[] = [];
    while (sayings[next]?.upTo === upTo) said.push(sayings[next++]!);
    differences.push(...compare(said, retold.due(upTo)));
    said.forEach((saying) => retold.lastSaid.set(saying.alert.key, saying));
  }
  return [
    ...differences,
    ...retold.due(caughtUpTo).map((saying) => difference(saying, `${saying.name} is due and was not said`)),
  ];
}

class Retelling {
  readonly lastSaid = new Map<string, Saying>();
  private readonly ledger: Ledger;
  private chronicle: Chronicle | undefined;
  private next = 0;

  constructor(
    mission: string,
    private readonly facts: readonly Fact[],
  ) {
    this.ledger = new Ledger(mission);
  }

  /** What is to be said after the facts up to the position. */
  due(upTo: number): readonly Saying[] {
    for (; this.next < this.facts.length && this.facts[this.next]!.position <= upTo; this.next += 1) {
      const touched = this.ledger.fold(this.facts[this.next]!);
      this.chronicle?.forget(touched);
    }
    const { today, policy } = this.ledger;
    if (today === undefined || policy === undefined) return [];
    this.chronicle ??= new Chronicle(this.ledger, { policy });
    this.chronicle.adopt(policy);
    return decidePublications(this.lastSaid, assessmentOf(new Reading(this.chronicle, today)), { upTo, causesOf: () => [] });
  }
}

function compare(said: readonly Saying[], due: readonly Saying[]): SayingDifference[] {
  const expected = new Map(due.map((saying) => [nameOf(saying), saying]));
  const wrong = said.flatMap((saying) => {
    const problem = problemOf(saying, expected.get(nameOf(saying)));
    return problem === undefined ? [] : [difference(saying, problem)];
  });
  const names = new Set(said.map(nameOf));
  return [
    ...wrong,
    ...due
      .filter((saying) => !names.has(nameOf(saying)))
      .map((saying) => difference(saying, `${saying.name} is due and was not said`)),
  ];
}

const nameOf = ({ alert, revision }: Saying): string => `${alert.key}#${revision}`;

function problemOf(saying: Saying, due: Saying | undefined): string | undefined {
  if (due === undefined) return `${saying.name} does not follow from the facts`;
  if (saying.name !== due.name) return `said as ${saying.name}, follows as ${due.name}`;
  if (saying.on !== due.on) return `said on ${saying.on}, follows on ${due.on}`;
  if (saying.resolution !== due.resolution) return `said ${saying.resolution}, follows ${due.resolution}`;
  if (!isSameAlert(saying.alert, due.alert)) return 'the alert said differs from the one that follows';
  return sameOrAbsent(saying.previous, due.previous) ? undefined : 'what it was before differs from what was last said';
}

const sameOrAbsent = (a: Alert | undefined, b: Alert | undefined): boolean =>
  a === undefined || b === undefined ? a === b : isSameAlert(a, b);

const difference = ({ alert, revision, upTo }: Saying, problem: string): SayingDifference => ({
  key: alert.key,
  revision,
  upTo,
  problem,
});
