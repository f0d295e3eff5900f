import type { RecordedEvent } from '@muster/event-log';

export type IsRetracted = (fact: RecordedEvent) => boolean;

/** Source and id of a fact in one text; a source holds no blank. */
export const factName = (source: string, id: string): string => `${source} ${id}`;

const published = ({ data }: RecordedEvent): string => data.publishedOn ?? data.on;

const speaksAfter = (a: RecordedEvent, b: RecordedEvent): boolean =>
  published(a) !== published(b) ? published(a) > published(b) : a.id > b.id;

/** Facts that a valid one replaces, directly or through others: a retracted fact passes on what it replaced. */
function replacedIn(facts: readonly RecordedEvent[], isRetracted: IsRetracted): ReadonlySet<RecordedEvent> {
  const byName = new Map(facts.map((fact) => [factName(fact.source, fact.id), fact]));
  const before = ({ source, data }: RecordedEvent): RecordedEvent | undefined =>
    typeof data['replaces'] === 'string' ? byName.get(factName(source, data['replaces'])) : undefined;
  const replaced = new Set<RecordedEvent>();
  for (const fact of facts) {
    if (isRetracted(fact)) continue;
    for (let earlier = before(fact); earlier !== undefined && !replaced.has(earlier); earlier = before(earlier))
      replaced.add(earlier);
  }
  return replaced;
}

/** Of facts about the same thing and day the one that speaks: valid, replaced by no valid one, published last, of the greatest id. */
export function inForce(facts: readonly RecordedEvent[], isRetracted: IsRetracted): RecordedEvent | undefined {
  const replaced = replacedIn(facts, isRetracted);
  return facts
    .filter((fact) => !isRetracted(fact) && !replaced.has(fact))
    .reduce<RecordedEvent | undefined>((last, fact) => (last === undefined || speaksAfter(fact, last) ? fact : last), undefined);
}
