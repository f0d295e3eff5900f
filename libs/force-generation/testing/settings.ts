import type { Parameters } from 'fast-check';

const { FC_RUNS, FC_SEED } = process.env;

/** What the tests of a promise run with. A failure prints its seed: `FC_SEED=<seed>` draws the same cases again. */
export const settings: Pick<Parameters<unknown>, 'numRuns' | 'seed'> = {
  numRuns: Number(FC_RUNS ?? 200),
  ...(FC_SEED !== undefined && { seed: Number(FC_SEED) }),
};
