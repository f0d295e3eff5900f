import type { NodeQueries, Node } from 'pdfmake/interfaces.js';

/** A table of so many rows, its head included, is not divided. */
const rowsTogether = 10;

/** Of what is between the margins: a row of one line, and how much is left where a table may still begin. */
const rowHeight = 0.023;
const leastRoom = 0.09;

/**
 * Whether a heading begins a new page: where the rows of its table would begin on the next one, and the heading would stand alone at
 * the foot of this one; or where its small table would be divided. Where a row that moves as a whole ends up, the layout does not
 * tell: it is reckoned.
 */
export function breaksBefore(
  { headlineLevel: level }: Node,
  { getFollowingNodesOnPage, getNodesOnNextPage }: NodeQueries,
): boolean {
  if (level === undefined) return false;
  const here = untilNext(level, getFollowingNodesOnPage());
  const large = here.nodes.find(isLarge);
  if (large !== undefined) return isBadlyBegun(large);
  return !here.isEnded && untilNext(level, getNodesOnNextPage()).nodes.some(isLarge);
}

function isBadlyBegun({ table, pageNumbers, startPosition: { verticalRatio: top } }: Node): boolean {
  if (table === undefined) return false;
  const rows = table.body.length;
  if (rows > rowsTogether) return 1 - top < leastRoom;
  return pageNumbers.length > 1 || top + rows * rowHeight > 1;
}

/** What stands before the next heading of the level or above it. */
function untilNext(level: number, nodes: readonly Node[]): { readonly nodes: readonly Node[]; readonly isEnded: boolean } {
  const end = nodes.findIndex(({ headlineLevel }) => headlineLevel !== undefined && headlineLevel <= level);
  return { nodes: end === -1 ? nodes : nodes.slice(0, end), isEnded: end !== -1 };
}

const isLarge = ({ table, svg }: Node): boolean => table !== undefined || svg !== undefined;
