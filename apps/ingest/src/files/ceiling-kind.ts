import { ceilingContentHash, ceilingEvent, ceilingsSource, type CeilingContent, type ParsedCeiling } from '@muster/contracts';
import type { RecordedEvent } from '@muster/event-log';
import type { FileKind } from './decide.js';

export type PlacedCeiling = ParsedCeiling & { readonly on: string };

const authorized = ({ data }: RecordedEvent): CeilingContent => data as unknown as CeilingContent;

/** Ceiling lines, by mission, category and the day from which they are in force. */
export const ceilingKind: FileKind<PlacedCeiling> = {
  type: 'muster.CeilingAuthorized',
  source: ceilingsSource,
  // The day of a ceiling's adoption may be what has changed.
  daysOf: () => ({}),
  keyOf: ({ mission, category, effectiveFrom }) => `${mission} ${category} ${effectiveFrom}`,
  keyOfFact: (fact) => `${fact.subject} ${authorized(fact).line} ${authorized(fact).effectiveFrom}`,
  contentOf: ({ content }) => ceilingContentHash(content),
  contentOfFact: (fact) => ceilingContentHash(authorized(fact)),
  eventOf: ceilingEvent,
  refusalOf: () => undefined,
};
