import type { ReadAt } from '../screen/read-at-text.js';

/** What the door for verification answers: what the monitor found in its own log. */
export interface Verification extends Pick<ReadAt, 'position'> {
  readonly ok: boolean;
  readonly streams: readonly StreamVerified[];
  readonly cursors: readonly CursorVerified[];
  /** Of the log as a whole. */
  readonly problems: readonly string[];
  readonly sayings: { readonly checked: number; readonly differences: readonly SayingDiffers[] };
}

export interface StreamVerified {
  readonly stream: string;
  readonly sequence: number;
  readonly events: number;
  readonly ok: boolean;
  readonly brokenAt?: number | null;
  readonly problem?: string;
}

export interface CursorVerified {
  readonly reader: string;
  readonly stream: string;
  readonly sequence: number;
  readonly ok: boolean;
  readonly problem?: string;
}

export interface SayingDiffers {
  readonly key: string;
  readonly revision: number;
  readonly upTo: number;
  readonly problem: string;
}
