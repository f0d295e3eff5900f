import { disorderOf, type ReadSaying } from './said-in-order.js';

const said = (key: string, revision: number, missing = 0): ReadSaying => ({ key, revision, missing });

describe('the order of sayings', () => {
  it('holds where each key counts 1, 2, 3 …, whoever else speaks between, and where a message comes twice', () => {
    expect(disorderOf([said('a', 1), said('b', 1), said('a', 2, 5), said('a', 1), said('a', 2, 5), said('b', 2)])).toEqual([]);
  });

  it('is broken by a gap, by a beginning that is none, and by a revision with two contents', () => {
    expect(disorderOf([said('a', 1), said('a', 3)])).toEqual(['a: revision 3 after 1']);
    expect(disorderOf([said('a', 2)])).toEqual(['a: revision 2 after 0']);
    expect(disorderOf([said('a', 1), said('a', 1, 7)])).toEqual(['a: revision 1 twice, with other content']);
  });
});
