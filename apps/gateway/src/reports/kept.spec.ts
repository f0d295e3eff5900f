import { Kept } from './kept.js';

it('what was used last is kept, up to so many', () => {
  const kept = new Kept<number>(2);
  kept.set('a', 1);
  kept.set('b', 2);
  expect(kept.get('a')).toBe(1);
  kept.set('c', 3);
  expect(['a', 'b', 'c'].map((name) => kept.get(name))).toEqual([1, undefined, 3]);
  kept.delete('a');
  expect(kept.get('a')).toBeUndefined();
});
