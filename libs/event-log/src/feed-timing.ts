/** Milliseconds. */
export interface FeedTiming {
  /** How often the log is looked at although no notification came. */
  readonly poll: number;
  /** How often a second process asks for the reader's lock, and a lost connection is tried again. */
  readonly retake: number;
  /** After a handler's first failure; doubled with each further one, up to the longest. */
  readonly firstRetry: number;
  readonly longestRetry: number;
}

export const usualTiming: FeedTiming = { poll: 2_000, retake: 250, firstRetry: 100, longestRetry: 10_000 };

export const retryAfter = (failures: number, { firstRetry, longestRetry }: FeedTiming): number =>
  Math.min(longestRetry, firstRetry * 2 ** Math.max(0, failures - 1));
