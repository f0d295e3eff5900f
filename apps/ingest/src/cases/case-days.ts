import type { CloudEvent } from '@muster/contracts';
import { addDays, type Day } from '@muster/force-generation';
import { groupedBy } from '../grouped-by.js';

/** What became known on one day; nothing where only a month ends. */
export interface CaseDay {
  readonly day: Day;
  readonly facts: readonly CloudEvent[];
}

const knownOn = ({ data }: CloudEvent): Day => data.publishedOn ?? data.on;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const inOrder = (a: CloudEvent, b: CloudEvent): number =>
  compare(knownOn(a), knownOn(b)) || compare(a.data.on, b.data.on) || compare(a.source, b.source) || compare(a.id, b.id);

function monthEnds(from: Day, until: Day): Day[] {
  const ends: Day[] = [];
  for (
    let [year, month] = from.split('-').map(Number) as [number, number];
    ;
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
  ) {
    const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
    const end = addDays(next, -1);
    if (end > until) return ends;
    ends.push(end);
  }
}

/** The days of a case up to the pinned one, each with what became known on it, so that history shows what would have been said when. */
export function caseDays(events: readonly CloudEvent[], until: Day): CaseDay[] {
  const known = events.filter((event) => knownOn(event) <= until).sort(inOrder);
  const byDay = groupedBy(known, knownOn);
  const first = known[0];
  const days = new Set([...byDay.keys(), ...(first === undefined ? [] : monthEnds(knownOn(first), until)), until]);
  return [...days].sort().map((day) => ({ day, facts: byDay.get(day) ?? [] }));
}
