import { LastPositions } from './last-positions.js';

const lastOf = (most: number, ...lists: readonly (readonly number[])[]): readonly number[] => {
  const last = new LastPositions(most);
  for (const list of lists) last.take(list);
  return last.inOrder;
};

describe('the last positions of several lists', () => {
  it('are all of them while they are few, each once and in order', () => {
    expect(lastOf(10, [3, 5, 9], [1, 5, 8])).toEqual([1, 3, 5, 8, 9]);
  });

  it('are the greatest of them where there are more, whichever list comes first', () => {
    expect(lastOf(3, [1, 2, 3, 4], [7, 8], [5])).toEqual([5, 7, 8]);
    expect(lastOf(3, [7, 8], [5], [1, 2, 3, 4])).toEqual([5, 7, 8]);
  });

  it('are as many as there may be, and not one more', () => {
    expect(lastOf(3, [1, 2, 3])).toEqual([1, 2, 3]);
    expect(lastOf(3, [1, 2, 3], [4])).toEqual([2, 3, 4]);
  });

  it('are none where there are none', () => {
    expect(lastOf(3, [], [])).toEqual([]);
  });
});
