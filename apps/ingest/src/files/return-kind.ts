import { contributionsSource, returnContentHash, returnEvent, type ParsedReturn } from '@muster/contracts';
import type { RecordedEvent } from '@muster/event-log';
import type { FactDataByName, ReturnRow } from '@muster/force-generation';
import type { FileKind } from './decide.js';

export type PlacedReturn = ParsedReturn & { readonly on: string };

type Returned = FactDataByName['StrengthReturned'];

const returned = ({ data }: RecordedEvent): Returned => data as unknown as Returned;

const contributorsIn = (rows: readonly ReturnRow[]): number =>
  new Set(rows.filter(({ women, men }) => women + men > 0).map(({ contributor }) => contributor)).size;

const daysOf = (returns: readonly PlacedReturn[]) => {
  const days = returns.map(({ on }) => on).sort();
  return { from: days.at(0) ?? '', to: days.at(-1) ?? '' };
};

/** A file that has lost contributors is a damaged file more often than news, so it must be said that it is none. */
function shrinks(parsed: ParsedReturn, current: RecordedEvent): string | undefined {
  const { detail, rows } = returned(current);
  const [had, has] = [contributorsIn(rows), contributorsIn(parsed.rows)];
  if (detail !== 'byContributor' || has >= had) return undefined;
  return `The file has ${has} contributors for this return, position ${current.position} has ${had}; if that is so, send it with replace=true.`;
}

/** Monthly returns; `replace` lets one shrink. */
export const returnKind = ({
  publishedOn,
  replace,
}: {
  publishedOn?: string | undefined;
  replace: boolean;
}): FileKind<PlacedReturn> => ({
  type: 'muster.StrengthReturned',
  source: contributionsSource,
  daysOf,
  keyOf: ({ mission, on }) => `${mission} ${on}`,
  keyOfFact: ({ subject, data }) => `${subject} ${data.on}`,
  contentOf: returnContentHash,
  contentOfFact: (fact) => (returned(fact).detail === 'byContributor' ? returnContentHash(returned(fact)) : 'by type'),
  eventOf: (parsed, succession) => returnEvent(parsed, { ...succession, ...(publishedOn !== undefined && { publishedOn }) }),
  refusalOf: (parsed, current) => (replace ? undefined : shrinks(parsed, current)),
});
