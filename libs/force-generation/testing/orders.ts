/** Numbers from 0 up to 1, the same ones for the same seed: a failing case then shows its order as one number. */
function chances(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    // The low digits of such a sequence repeat soon.
    return (state >>> 8) / 0x1_00_00_00;
  };
}

/** The same things in another order. */
export function shuffled<T>(things: readonly T[], seed: number): readonly T[] {
  const chance = chances(seed);
  return things
    .map((thing) => ({ thing, place: chance() }))
    .sort((a, b) => a.place - b.place)
    .map(({ thing }) => thing);
}

/** In another order, and every third thing twice. */
export const shuffledWithRepeats = <T>(things: readonly T[], seed: number): readonly T[] => {
  const chance = chances(seed);
  return shuffled([...things, ...things.filter(() => chance() < 1 / 3)], seed + 1);
};

/** Cut into batches of one to a dozen things. */
export function inBatches<T>(things: readonly T[], seed: number): readonly (readonly T[])[] {
  const chance = chances(seed);
  const batches: T[][] = [];
  for (let from = 0; from < things.length;) {
    const until = from + 1 + Math.floor(chance() * chance() * 12);
    batches.push(things.slice(from, until));
    from = until;
  }
  return batches;
}
