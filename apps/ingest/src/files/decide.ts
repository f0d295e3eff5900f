import type { CloudEvent, Succession } from '@muster/contracts';
import type { RecordedEvent } from '@muster/event-log';
import { inForce } from './in-force.js';

/** What kind of fact the rows of a file become. */
export interface FileKind<Item> {
  readonly type: string;
  /** Of the facts that came as files of this kind. */
  readonly source: string;
  /** First and last day that facts about these items can have, where they bound the search. */
  daysOf(items: readonly Item[]): { readonly from?: string; readonly to?: string };
  keyOf(item: Item): string;
  keyOfFact(fact: RecordedEvent): string;
  contentOf(item: Item): string;
  contentOfFact(fact: RecordedEvent): string;
  eventOf(item: Item, succession: Succession): CloudEvent;
  /** Why the item must not take the place of what is in force, if it must not. */
  refusalOf(item: Item, current: RecordedEvent): string | undefined;
}

/** All that the log holds about what an item speaks of. */
export interface History {
  readonly facts: readonly RecordedEvent[];
  retractionOf(fact: RecordedEvent): RecordedEvent | undefined;
}

export type Decision =
  | { readonly outcome: 'known' }
  | { readonly outcome: 'recorded' | 'revised'; readonly event: CloudEvent }
  | { readonly outcome: 'refused'; readonly problem: string };

/** What becomes of an item: known where what is in force says the same, else recorded, in the place of the file's own one before. */
export function decide<Item>(kind: FileKind<Item>, item: Item, history: History): Decision {
  const isRetracted = (fact: RecordedEvent): boolean => history.retractionOf(fact) !== undefined;
  const own = history.facts.filter(({ source }) => source === kind.source);
  const current = inForce(history.facts, isRetracted);
  const ownCurrent = inForce(own, isRetracted);
  const content = kind.contentOf(item);
  const saysTheSame = (fact: RecordedEvent | undefined): boolean => fact !== undefined && kind.contentOfFact(fact) === content;
  if (saysTheSame(current) || saysTheSame(ownCurrent)) return { outcome: 'known' };
  const problem = current && kind.refusalOf(item, current);
  if (problem !== undefined) return { outcome: 'refused', problem };
  const takenBack = own.findLast((fact) => isRetracted(fact) && saysTheSame(fact));
  const after = takenBack && history.retractionOf(takenBack);
  const succession = { ...(ownCurrent && { replaces: ownCurrent.id }), ...(after && { after }) };
  return { outcome: ownCurrent === undefined ? 'recorded' : 'revised', event: kind.eventOf(item, succession) };
}
