import type { Fact, FactOf } from '../facts.js';

type Replacing = FactOf<'CeilingAuthorized'> | FactOf<'StrengthReturned'>;

const replaces = (fact: Fact): string | undefined =>
  fact.type === 'CeilingAuthorized' || fact.type === 'StrengthReturned' ? fact.data.replaces : undefined;

/**
 * The facts that a valid one replaces, by id within the source, also through retracted ones: what a retracted fact replaced
 * stays replaced where a valid fact replaces the retracted one.
 */
export function replacedFacts(facts: readonly Fact[], isRetracted: (fact: Fact) => boolean): ReadonlySet<Fact> {
  const replacing = facts.filter((fact): fact is Replacing => replaces(fact) !== undefined);
  if (replacing.length === 0) return none;
  const replaced = new Set<Fact>();
  const byName = new Map(facts.map((fact) => [`${fact.source} ${fact.id}`, fact]));
  for (const fact of replacing)
    if (!isRetracted(fact)) for (const one of replacedBy(fact, byName, isRetracted)) replaced.add(one);
  return replaced;
}

const none: ReadonlySet<Fact> = new Set();

function replacedBy(start: Fact, byName: ReadonlyMap<string, Fact>, isRetracted: (fact: Fact) => boolean): ReadonlySet<Fact> {
  const replaced = new Set<Fact>();
  let fact = byName.get(`${start.source} ${replaces(start)}`);
  // Facts that replace each other in a circle contradict themselves: the walk ends where it has been.
  while (fact !== undefined && fact !== start && !replaced.has(fact)) {
    replaced.add(fact);
    if (!isRetracted(fact)) break;
    const next = replaces(fact);
    fact = next === undefined ? undefined : byName.get(`${fact.source} ${next}`);
  }
  return replaced;
}
