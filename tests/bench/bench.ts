import type { Row } from './row.js';
import type { Stage } from './stage.js';

export interface BenchAsked {
  readonly runs: number;
  /** Facts of the generated log, in missions of 25,000. */
  readonly facts: number;
}

/** One subject with its limit. */
export interface Bench {
  readonly name: string;
  measure(stage: Stage, asked: BenchAsked): Promise<readonly Row[]>;
}
