import { availableParallelism, cpus, totalmem } from 'node:os';

/** Where it was measured: ratios travel from machine to machine, figures do not. */
export const machine = () => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memoryGB: Math.round(totalmem() / 1e9),
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  measuredOn: new Date().toISOString().slice(0, 10),
});

export type Machine = ReturnType<typeof machine>;
