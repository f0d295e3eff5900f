import { setTimeout as pause } from 'node:timers/promises';

const tries = 25;
const between = 200;

/** A topic that has just been made is known before its partitions have leaders; until they have, it is asked again. */
export async function whileLeadersCome<T>(question: () => Promise<T>): Promise<T> {
  for (let n = 1; ; n += 1) {
    try {
      return await question();
    } catch (cause) {
      if (n >= tries || !isLeaderless(cause)) throw cause;
      await pause(between);
    }
  }
}

const leaderless = new Set(['NOT_LEADER_FOR_PARTITION', 'LEADER_NOT_AVAILABLE', 'UNKNOWN_TOPIC_OR_PARTITION']);

const isLeaderless = (cause: unknown): boolean => leaderless.has((cause as { type?: string }).type ?? '');
