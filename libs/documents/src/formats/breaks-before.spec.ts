import type { Node } from 'pdfmake/interfaces.js';
import { breaksBefore } from './breaks-before.js';

const node = (of: Partial<Node>, verticalRatio = 0.5): Node =>
  ({ pageNumbers: [1], startPosition: { verticalRatio }, ...of }) as unknown as Node;

const heading = (level = 2): Node => node({ headlineLevel: level });
const text = (): Node => node({ text: 'a note' });
const table = (rows: number, top: number, pageNumbers = [1]): Node =>
  node({ table: { body: Array.from({ length: rows }, () => ['']) }, pageNumbers }, top);
const picture = (): Node => node({ svg: '<svg/>' });

const breaks = (node_: Node, here: Node[], after: Node[] = []): boolean =>
  breaksBefore(node_, {
    getFollowingNodesOnPage: () => here,
    getNodesOnNextPage: () => after,
    getPreviousNodesOnPage: () => [],
  });

describe('a heading begins a new page', () => {
  it.each([
    ['its table begins on the next page', [text()], [table(40, 0)], true],
    ['its picture does', [text()], [picture()], true],
    ['only another section’s table does', [text(), heading()], [table(40, 0)], false],
    ['only a text goes on there', [text()], [text(), heading(), table(40, 0)], false],
    ['the table of a heading under it does', [heading(3)], [table(40, 0)], true],
    ['a long table has room for its first rows', [table(40, 0.9, [1, 2])], [], false],
    ['a long table would begin at the very foot', [table(40, 0.92, [1, 2])], [], true],
    ['a table of ten rows would be divided', [table(10, 0.6, [1, 2])], [], true],
    ['a table of ten rows just fits', [table(10, 0.77)], [], false],
    ['a table of ten rows is reckoned not to fit', [table(10, 0.78)], [], true],
    ['a table of eleven rows is divided', [table(11, 0.78, [1, 2])], [], false],
    ['its picture is on the page', [picture()], [], false],
  ])('or not, where %s', (_where, here, after, expected) => {
    expect(breaks(heading(), here, after)).toBe(expected);
  });

  it('and nothing else does', () => {
    expect(breaks(text(), [], [table(40, 0)])).toBe(false);
  });
});
