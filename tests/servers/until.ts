import { setTimeout as pause } from 'node:timers/promises';

/** Waits for the thing itself: resolves once the condition holds, throws where it does not within the limit. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, milliseconds = 20_000): Promise<void> {
  for (const end = Date.now() + milliseconds; !(await holds()); await pause(5)) {
    if (Date.now() > end) throw new Error(`waited ${milliseconds} ms in vain until ${what}`);
  }
}
