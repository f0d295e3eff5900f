import fc from 'fast-check';
import type { Fact, FactDataByName, FactName, FactOf } from '../src/facts.js';
import { drawnData, weights } from './drawn-facts.js';
import { drawnOpening } from './drawn-opening.js';
import { withoutOfficers } from './drawn-return.js';
import * as drawn from './drawn-values.js';

interface Draft {
  readonly type: FactName;
  readonly data: object;
  readonly on: string;
  readonly published: string | undefined;
  readonly source: string;
  readonly recordedOn: string;
  /** Which other fact it speaks of, where it speaks of one. */
  readonly aim: number;
  readonly isReplacing: boolean;
}

const draftOf = (kind: fc.Arbitrary<Pick<Draft, 'type' | 'data'>>): fc.Arbitrary<Draft> =>
  fc
    .record({
      kind,
      on: drawn.day,
      published: fc.option(drawn.day, { nil: undefined }),
      source: fc.constantFrom('/a', '/a', '/b'),
      recordedOn: drawn.day,
      aim: fc.nat(),
      isReplacing: fc.constantFrom(false, false, true),
    })
    .map(({ kind: is, ...rest }) => ({ ...rest, ...is }));

const anyDraft = (mission: string): fc.Arbitrary<Draft> => {
  const data = drawnData(mission);
  const kinds = (Object.keys(data) as FactName[]).map((type) => ({
    arbitrary: data[type].map((drawnOf) => ({ type, data: drawnOf })),
    weight: weights[type] ?? 1,
  }));
  return draftOf(fc.oneof(...kinds));
};

/** Some of an opening's facts, for half of the logs. */
const openingDrafts: fc.Arbitrary<readonly Draft[]> = fc.oneof(
  fc.constant([]),
  drawnOpening.chain((facts) =>
    fc.tuple(...facts.map((fact) => draftOf(fc.constant(fact)))).chain((all) => fc.subarray(all, { minLength: 6 })),
  ),
);

const othersUpTo = (mission: string, atMost: number) =>
  fc.array(anyDraft(mission), { minLength: 1, maxLength: atMost, size: 'max' });

/** A log of many days, or one in which nearly everything happens on the same few. */
const someDays = fc.oneof(
  { arbitrary: fc.constant(drawn.tenDays), weight: 2 },
  fc.shuffledSubarray([...drawn.tenDays], { minLength: 3, maxLength: 3 }),
);

/** The day from which returns tell staff officers from troops: from the first on, or from some day. */
const officersFrom = fc.oneof({ arbitrary: fc.constant(drawn.tenDays[0]!), weight: 3 }, drawn.day);

const printedOn = (one: Draft, from: string): Draft =>
  one.type === 'StrengthReturned' && one.on < from
    ? { ...one, data: { ...one.data, rows: withoutOfficers((one.data as FactDataByName['StrengthReturned']).rows) } }
    : one;

/** The facts of a log in the order of their positions, each once: a log holds no two of one source and id. */
export const factsOf = (mission: string, { from = 1, atMost = 30 } = {}): fc.Arbitrary<readonly Fact[]> =>
  fc.tuple(openingDrafts, othersUpTo(mission, atMost), someDays, officersFrom).map(([opening, others, among, split]) => {
    const drafts = [...opening, ...others]
      .map((one) => ({ ...one, on: among[drawn.tenDays.indexOf(one.on) % among.length]! }))
      .map((one) => printedOn(one, split));
    const facts = drafts.map((one, index) => factOf(mission, one, from + index));
    return facts.map((fact, index) => aimed(fact, drafts[index]!, facts));
  });

function factOf(mission: string, { type, data, on, published, source, recordedOn }: Draft, position: number): Fact {
  const publishedOn = published !== undefined && published >= on ? published : undefined;
  return {
    type,
    source,
    // Neither the order of positions nor that of days.
    id: `${type}/${(position * 7) % 11}/${position}`,
    subject: mission,
    position,
    knownOn: publishedOn ?? recordedOn,
    data: { on, ...(publishedOn && { publishedOn }), ...data },
  } as Fact;
}

/** With the ids that it speaks of: a retraction of any other fact, a replacement of one of its own kind and source. */
function aimed(fact: Fact, { aim, isReplacing }: Draft, facts: readonly Fact[]): Fact {
  if (fact.type === 'FactRetracted') {
    const target = facts[aim % facts.length]!;
    return { ...fact, data: { ...fact.data, ofSource: target.source, ofId: target.id } };
  }
  if (!isReplacing || (fact.type !== 'StrengthReturned' && fact.type !== 'CeilingAuthorized')) return fact;
  const others = facts.filter((other) => other.type === fact.type && other.source === fact.source && other !== fact);
  if (others.length === 0) return fact;
  return { ...fact, data: { ...fact.data, replaces: others[aim % others.length]!.id } } as Fact;
}

export const mission = fc.constantFrom(...drawn.missions);

/** One mission's log. */
export const log = mission.chain((name) => factsOf(name).map((facts) => ({ mission: name, facts })));

/** Whether the fact speaks about another one, so that it is read at every day. */
export const isCorrection = (fact: Fact): boolean =>
  fact.type === 'FactRetracted' || fact.type === 'ReturnConfirmed' || replacesOf(fact) !== undefined;

export const replacesOf = (fact: Fact): string | undefined =>
  fact.type === 'CeilingAuthorized' || fact.type === 'StrengthReturned' ? fact.data.replaces : undefined;

export const retractionOf = (fact: Fact, position: number, on: string): FactOf<'FactRetracted'> => {
  const data: FactDataByName['FactRetracted'] = { on, ofSource: fact.source, ofId: fact.id, reason: 'a slip' };
  return {
    type: 'FactRetracted',
    source: '/a',
    id: `retraction/${position}`,
    subject: fact.subject,
    position,
    knownOn: on,
    data,
  };
};
