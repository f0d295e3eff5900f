import { setTimeout as pause } from 'node:timers/promises';

const retryPause = 250;

/** Tries again while servers are away; throws the last failure where it takes too long. */
export async function persistently<Result>(work: () => Promise<Result>, milliseconds = 180_000): Promise<Result> {
  for (const end = Date.now() + milliseconds; ; await pause(retryPause)) {
    try {
      return await work();
    } catch (cause) {
      if (Date.now() > end) throw cause;
    }
  }
}
