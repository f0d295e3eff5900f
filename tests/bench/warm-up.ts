export interface Most {
  readonly calls: number;
  readonly seconds: number;
}

/** Before a latency is measured: a monitor runs for months, and its first thousand answers run code that is not compiled yet. */
export const warmUp: Most = { calls: 1_000, seconds: 20 };
