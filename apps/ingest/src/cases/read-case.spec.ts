import { CannotStart } from '@muster/runtime';
import { pinnedDayOf, readCase } from './read-case.js';

describe('a case', () => {
  it.each([
    ['minusma', '2018-05-08'],
    ['minusma-2019', '2019-10-01'],
  ])('%s is pinned to %s', async (name, pinnedTo) => {
    expect(await pinnedDayOf(name)).toBe(pinnedTo);
  });

  it.each(['minusma-2020', '', '../cases/minusma', 'README', '__proto__'])(
    '"%s" is refused, and those that are named',
    async (name) => {
      const words = `There is no case "${name}"; the cases are minusma, minusma-2019.`;
      await expect(pinnedDayOf(name)).rejects.toEqual(new CannotStart(words));
      await expect(readCase(name)).rejects.toEqual(new CannotStart(words));
    },
  );
});
