import type { Day } from '../../src/day.js';
import type { Fact } from '../../src/facts.js';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const publishedOn = ({ data }: Fact): Day => ('publishedOn' in data ? data.publishedOn : undefined) ?? data.on;
const replaces = ({ data }: Fact): string | undefined => ('replaces' in data ? data.replaces : undefined);

/** "Of two facts about the same subject and day, the later `publishedOn` speaks, then the greater `source`, then the greater `id`." */
const inOrder = (a: Fact, b: Fact): number =>
  compare(a.data.on, b.data.on) || compare(publishedOn(a), publishedOn(b)) || compare(a.source, b.source) || compare(a.id, b.id);

/**
 * What is read on a day, in order (facts.md, section 1): facts up to that day which nobody has retracted or replaced. Corrections
 * apply on every day, also before their own.
 */
export function factsThatCount(all: readonly Fact[], today: Day): readonly Fact[] {
  const retracted = new Set(all.filter((fact) => all.some((other) => isRetractedBy(fact, other))));
  const replaced = new Set(all.filter((fact) => !retracted.has(fact)).flatMap((fact) => replacedBy(fact, all, retracted)));
  return all
    .filter((fact) => !retracted.has(fact) && !replaced.has(fact))
    .filter((fact) => fact.data.on <= today || fact.type === 'ReturnConfirmed')
    .sort(inOrder);
}

/** A retraction "cannot itself be retracted". */
const isRetractedBy = (fact: Fact, other: Fact): boolean =>
  other.type === 'FactRetracted' &&
  fact.type !== 'FactRetracted' &&
  other.data.ofSource === fact.source &&
  other.data.ofId === fact.id;

/** "In force is the one that no other valid return replaces; a retracted return still passes on what it replaces" (facts.md, section 4). */
function replacedBy(fact: Fact, all: readonly Fact[], retracted: ReadonlySet<Fact>): readonly Fact[] {
  const found: Fact[] = [];
  let by: Fact | undefined = fact;
  do {
    const named: string | undefined = replaces(by);
    by = all.find(({ source, id, type }) => source === fact.source && id === named && type === fact.type);
    if (by === undefined || by === fact || found.includes(by)) break;
    found.push(by);
  } while (retracted.has(by));
  return found;
}
